"""The ballot: read, chosen, checked, cast, and its receipt.

A choice is in no session, cache, address or log: it travels in the form alone, and no page of it is kept.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from elections.enums import CalendarKey
from elections.forms.ballots import BallotForm
from elections.models import Ballot, Candidate, Election, Place
from elections.permissions.voting import can_cast, can_see_receipt, can_vote_for
from elections.rules.count import ABSTAIN
from elections.selectors.ballots import (
    ballots_of,
    candidates_on,
    every_choice,
    last_ballot,
    places_of,
    voted,
)
from elections.selectors.elections import rules_of, stage_of
from elections.selectors.results import choice_labels
from elections.selectors.rolls import own_formula
from elections.selectors.scrutiny import is_secret
from elections.services.ballots import cast_ballot
from elections.views import sealed_ballots
from elections.views.doors import election_or_404
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from lacralo.core.verdicts import require


@never_cache
def ballot(request, slug):
    """The ballot of the reader's member; who votes for several chooses which."""
    election = election_or_404(request, slug)
    places = places_of(request.person, election, on=statute_day(request.now))
    if len(places) == 1:
        return redirect("elections:ballot_of", election.slug, places[0].number)
    return render(
        request,
        "elections/ballot_choose.html",
        {
            "election": election,
            "stage": stage_of(election, request.now),
            "places": [(place, voted(place)) for place in places],
            "verdict": can_vote_for(request.person, None, now=request.now),
        },
    )


@never_cache
def ballot_of(request, slug, number):
    """The ballot of one member: what is asked, what the vote weighs and why, and what is chosen so far."""
    election = election_or_404(request, slug)
    place = _place_or_404(election, number)
    if is_secret(election):
        return sealed_ballots.ballot_of(request, election, place)
    return _ballot_page(request, election, place)


@never_cache
@sensitive_post_parameters("choice", "line", "token")
@sensitive_variables("form")
def ballot_check(request, slug, number):
    """Check the answer before it is cast; who comes by a link begins at the ballot."""
    if request.method != "POST":
        return redirect("elections:ballot_of", slug, number)
    election = election_or_404(request, slug)
    place = _place_or_404(election, number)
    if is_secret(election):
        return sealed_ballots.check(request, election, place)
    labels = _labels(election)
    form = BallotForm(request.POST, labels=labels)
    last = last_ballot(place)
    require(can_cast(request.person, place, now=request.now, last=last))
    if not form.is_valid():
        return _ballot_page(request, election, place, form)
    choice = form.cleaned_data["choice"]
    return render(
        request,
        "elections/ballot_check.html",
        {
            "election": election,
            "place": place,
            "choice": choice,
            "label": labels[choice],
            "last": last,
            "last_label": labels[last.choice] if last else "",
            "stage": stage_of(election, request.now),
        },
    )


@never_cache
@sensitive_post_parameters("choice", "line", "token")
@sensitive_variables("form")
def ballot_cast(request, slug, number):
    """Cast it, and show the receipt; casting the same again shows the same receipt."""
    if request.method != "POST":
        return redirect("elections:ballot_of", slug, number)
    election = election_or_404(request, slug)
    place = _place_or_404(election, number)
    if is_secret(election):
        return sealed_ballots.cast(request, election, place)
    form = BallotForm(request.POST, labels=_labels(election))
    if not form.is_valid():
        return _ballot_page(request, election, place, form)
    cast = cast_ballot(place=place, choice=form.cleaned_data["choice"], by=request.person, now=request.now)
    return redirect("elections:receipt", election.slug, cast.receipt)


@public
@never_cache
def receipt(request, slug, receipt):
    """The receipt: whose ballot, what it says, when it was cast, and whether a later one replaced it."""
    election = election_or_404(request, slug)
    ballots = Ballot.objects.filter(place__election=election).select_related("place__member", "cast_by")
    cast = get_object_or_404(ballots, receipt=receipt)
    cast.place.election = election
    require(can_see_receipt(request.person, cast, now=request.now))
    every = ballots_of(cast.place)
    labels = choice_labels(election, candidates_on(election))
    for each in every:
        each.label = labels[each.choice]
    return render(
        request,
        "elections/receipt.html",
        {
            "election": election,
            "stage": stage_of(election, request.now),
            "cast": cast,
            "label": labels[cast.choice],
            "is_counting": every[0].pk == cast.pk,
            "others": [each for each in every if each.pk != cast.pk],
            "can_cast": can_cast(request.person, cast.place, now=request.now, last=every[0]),
            "formula": own_formula(election, cast.place),
        },
    )


def _ballot_page(request, election: Election, place: Place, form: BallotForm | None = None):
    """The ballot; where it cannot be cast, why, with what was chosen so far."""
    require(can_vote_for(request.person, place, now=request.now))
    last = last_ballot(place)
    labels = _labels(election)
    candidates = candidates_on(election)
    is_new = form is None
    form = form or BallotForm(labels=labels, initial={"choice": last.choice} if last else None)
    stage = stage_of(election, request.now)
    return render(
        request,
        "elections/ballot.html",
        {
            "election": election,
            "closes": stage.step(CalendarKey.VOTE).ends,
            "place": place,
            "form": form,
            "options": _options(candidates, form),
            "candidate": candidates[0] if election.is_ratification else None,
            "last": last,
            "last_label": labels[last.choice] if last else "",
            "successor": place.holder_id is not None and place.holder_id != request.person.pk,
            "can_cast": can_cast(request.person, place, now=request.now, last=last),
            "formula": own_formula(election, place),
            "rules": rules_of(election),
        },
        status=200 if is_new else 422,
    )


def _options(candidates: list[Candidate], form: BallotForm) -> list[dict[str, object]]:
    """The lines of the ballot, each with its candidate where it names one."""
    by_number = {str(each.number): each for each in candidates}
    chosen = form["choice"].value()
    return [
        {
            "value": value,
            "label": label,
            "candidate": by_number.get(value),
            "is_abstention": value == ABSTAIN,
            "is_chosen": value == chosen,
        }
        for value, label in form.fields["choice"].choices
    ]


def _place_or_404(election: Election, number: int) -> Place:
    place = election.places.select_related("member", "holder").filter(number=number).first()
    if place is None:
        raise Http404
    place.election = election
    return place


def _labels(election: Election) -> dict[str, str]:
    candidates = candidates_on(election)
    words = choice_labels(election, candidates)
    return {choice: words[choice] for choice in every_choice(election, candidates)}
