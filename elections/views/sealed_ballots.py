"""The ballot of a secret vote: read, chosen, checked, put into its envelope; then its tracker.

The choice travels in the form alone: in no address, session, cache or log.  The page of the check is sent
uncompressed and filled up to one length for every choice (`of_one_length`), because an access log and the
network see lengths.  The tracker is shown in the answer to the cast and nowhere else; the same form sent
again (back, reload, a double click) is the same ballot with the same tracker.
"""

import secrets
from collections.abc import Iterable

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.html import escape
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from elections.enums import CalendarKey
from elections.forms.scrutiny import SealedBallotForm
from elections.models import Election, Place
from elections.permissions.scrutiny import can_cast_sealed
from elections.permissions.voting import can_vote_for
from elections.selectors.ballots import candidates_on, every_choice
from elections.selectors.box import envelope_of
from elections.selectors.elections import stage_of
from elections.selectors.leaks import ballot_warning
from elections.selectors.results import choice_labels
from elections.selectors.rolls import own_formula
from elections.services.sealed_ballots import cast_sealed_ballot
from lacralo.core.verdicts import require

#: The answer to the check is filled up to a multiple of this many bytes, whatever the reader's name.
_FILL = 4096


def ballot_of(request, election: Election, place: Place):
    """The ballot of one member; where it cannot be cast, why."""
    return _ballot_page(request, election, place)


@never_cache
@sensitive_post_parameters("line", "token")
@sensitive_variables("form", "label", "context", "page")
def check(request, election: Election, place: Place):
    """Check the answer before it is sealed."""
    has_voted = envelope_of(place).has_voted
    require(can_cast_sealed(request.person, place, now=request.now, has_voted=has_voted))
    form = SealedBallotForm(request.POST, labels=_labels(election))
    if not form.is_valid():
        return _ballot_page(request, election, place, form)
    labels = dict(form.fields["line"].choices)
    label = labels[form.cleaned_data["line"]]
    context = {
        "election": election,
        "place": place,
        "line": form.cleaned_data["line"],
        "label": label,
        "token": secrets.token_hex(16),
        "has_voted": has_voted,
        "stage": stage_of(election, request.now),
    }
    page = render(request, "elections/sealed_ballot_check.html", context)
    return of_one_length(page, label, labels.values())


@never_cache
@sensitive_post_parameters("line", "token")
@sensitive_variables("form")
def cast(request, election: Election, place: Place):
    """Put it into the envelope, and show the tracker, once."""
    form = SealedBallotForm(request.POST, labels=_labels(election))
    if not form.is_valid() or not form.cleaned_data["token"]:
        return _ballot_page(request, election, place, form)
    tracker = cast_sealed_ballot(
        place=place,
        choice=form.choice,
        token=form.cleaned_data["token"],
        by=request.person,
        now=request.now,
    )
    stage = stage_of(election, request.now)
    context = {
        "election": election,
        "place": place,
        "tracker": tracker,
        "closes": stage.step(CalendarKey.VOTE).ends,
        "rules": stage.rules,
    }
    return render(request, "elections/sealed_receipt.html", context)


def of_one_length(response: HttpResponse, label: str, labels: Iterable[str]) -> HttpResponse:
    """The page filled up with spaces as if it named the longest choice, and marked so that nothing
    compresses it.  The page names the choice once.
    """
    longest = max(_bytes(each) for each in labels)
    response.content += b" " * (longest - _bytes(label))
    response.content += b" " * (-len(response.content) % _FILL)
    response["Content-Encoding"] = "identity"
    return response


def _bytes(label: str) -> int:
    """How long a label is in the page."""
    return len(escape(label).encode())


def _ballot_page(request, election: Election, place: Place, form: SealedBallotForm | None = None):
    require(can_vote_for(request.person, place, now=request.now))
    has_voted = envelope_of(place).has_voted
    candidates = candidates_on(election)
    is_new = form is None
    form = form or SealedBallotForm(labels=_labels(election))
    stage = stage_of(election, request.now)
    return render(
        request,
        "elections/sealed_ballot.html",
        {
            "election": election,
            "stage": stage,
            "closes": stage.step(CalendarKey.VOTE).ends,
            "place": place,
            "form": form,
            "options": _options(election, form),
            "candidate": candidates[0] if election.is_ratification else None,
            "has_voted": has_voted,
            "successor": place.holder_id is not None and place.holder_id != request.person.pk,
            "can_cast": can_cast_sealed(request.person, place, now=request.now, has_voted=has_voted),
            "formula": own_formula(election, place),
            "warning": ballot_warning(election),
            "rules": stage.rules,
        },
        status=200 if is_new else 422,
    )


def _options(election: Election, form: SealedBallotForm) -> list[dict[str, object]]:
    """The lines of the ballot, each with its candidate where it names one; none is marked beforehand."""
    by_number = {str(each.number): each for each in candidates_on(election)}
    return [
        {
            "value": line,
            "label": label,
            "candidate": None if election.is_ratification else by_number.get(form.by_line[line]),
            "is_abstention": form.by_line[line] == "abstain",
        }
        for line, label in form.fields["line"].choices
    ]


def _labels(election: Election) -> dict[str, str]:
    candidates = candidates_on(election)
    words = choice_labels(election, candidates)
    return {choice: words[choice] for choice in every_choice(election, candidates)}
