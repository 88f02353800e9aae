"""What everybody can watch of a secret vote: the board, the figures, and what the vote promises."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from elections.enums import CalendarKey
from elections.forms.scrutiny import TrackerForm
from elections.models import Election
from elections.permissions.scrutiny import can_observe
from elections.selectors.box import bars_of, board_of, tracker_state
from elections.selectors.elections import stage_of
from elections.selectors.results import last_proclamation, last_tally
from elections.selectors.scrutiny import (
    is_secret,
    observers_of,
    observes,
    postponements_of,
    present_key,
    scrutineers_of,
)
from elections.selectors.scrutiny_path import standing_stop
from elections.selectors.watching import openings_told
from elections.selectors.witness import witness_facts
from elections.services.observers import begin_observing, end_observing
from elections.views.doors import election_or_404
from lacralo.core.audit.chain import head
from lacralo.core.permissions import public


@public
def observe(request, slug):
    """What to check now, step by step, with every figure of the vote so far."""
    election = _secret_or_404(request, slug)
    stage = stage_of(election, request.now)
    return render(
        request,
        "elections/observe.html",
        {
            "election": election,
            "stage": stage,
            "vote": stage.step(CalendarKey.VOTE),
            "challenge": stage.step(CalendarKey.CHALLENGE),
            "rules": stage.rules,
            "facts": witness_facts(election),
            "head": head(),
            "people": scrutineers_of(election),
            "key": present_key(election),
            "openings": openings_told(election),
            "stop": standing_stop(election),
            "bars": bars_of(election),
            "postponements": postponements_of(election),
            "set_backs": election.set_backs.order_by("decided_at"),
            "tally": last_tally(election),
            "proclamation": last_proclamation(election),
            "observers": observers_of(election),
            "observes": observes(request.person, election),
            "can_observe": can_observe(request.person, election) if request.person else None,
        },
    )


@require_POST
def observe_begin(request, slug):
    """From now on the figures come by mail."""
    election = _secret_or_404(request, slug)
    begin_observing(election=election, by=request.person, now=request.now)
    messages.success(request, _("You observe this vote: at every step its figures come to you by mail."))
    return redirect("elections:observe", election.slug)


@require_POST
def observe_end(request, slug):
    """No more mails."""
    election = _secret_or_404(request, slug)
    end_observing(election=election, by=request.person, now=request.now)
    messages.success(request, _("You no longer observe this vote."))
    return redirect("elections:observe", election.slug)


@public
@never_cache
@sensitive_post_parameters("tracker")
def board(request, slug):
    """What became of one envelope; after the close, the whole list."""
    election = _secret_or_404(request, slug)
    form, state = TrackerForm(request.POST if request.method == "POST" else None), None
    if form.is_valid():
        state = tracker_state(election, form.cleaned_data["tracker"])
    return render(
        request,
        "elections/board.html",
        {
            "election": election,
            "stage": stage_of(election, request.now),
            "form": form,
            "state": state,
            "board": board_of(election),
        },
        status=422 if form.is_bound and form.errors else 200,
    )


@public
def board_json(request, slug):
    """The lists of the board as the close published them."""
    election = _secret_or_404(request, slug)
    found = board_of(election)
    if found is None:
        raise Http404
    return JsonResponse(
        {
            "election": election.slug,
            "envelopes": found.envelopes,
            "trackers": found.trackers,
            "list": found.list_hash,
            "replaced": found.replaced,
            "voided": found.voided,
            "voters_hash": found.voters_hash,
        }
    )


@public
def promises(request, slug):
    """What this vote promises, and what it does not, in plain words."""
    election = _secret_or_404(request, slug)
    stage, key = stage_of(election, request.now), present_key(election)
    return render(
        request,
        "elections/promises.html",
        {
            "election": election,
            "stage": stage,
            "rules": stage.rules,
            "scrutineers": len(key.numbers) if key else stage.rules.scrutineers,
            "needed": key.needed if key else stage.rules.scrutineers_needed,
            "people": scrutineers_of(election),
        },
    )


def _secret_or_404(request, slug: str) -> Election:
    election = election_or_404(request, slug)
    if not is_secret(election):
        raise Http404
    return election
