"""The officer's pages before a secret vote: scrutineers, key, what a result could give away, a later day."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from elections.enums import CalendarKey
from elections.enums.publication import Publication
from elections.enums.seals import Purpose
from elections.forms.scrutiny import PostponeForm, ScrutineerForm
from elections.models import Election
from elections.permissions.elections import can_run
from elections.permissions.scrutiny import can_freeze_key, can_postpone, can_prepare_scrutiny, ready_verdict
from elections.rules.leak_report import Report
from elections.selectors.elections import rules_of, stage_of
from elections.selectors.leaks import leak_report
from elections.selectors.scrutiny import (
    is_secret,
    office_holders,
    postponements_of,
    present_key,
    progress_of_opening,
    scrutineers_of,
)
from elections.selectors.scrutiny_path import standing_stop
from elections.selectors.watching import openings_told
from elections.services.keys import freeze_key
from elections.services.postponements import postpone_vote
from elections.services.scrutineers import name_scrutineer, release_scrutineer
from elections.views.doors import election_or_404
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import Refused, require


def ceremony(request, slug):
    """Who holds a code, what is still missing, and the key; naming a scrutineer."""
    election = _secret_or_404(request, slug)
    named = scrutineers_of(election)
    taken = {each.person_id for each in named}
    free = [each for each in office_holders(on=statute_day(request.now)) if each.pk not in taken]
    form, verdict = ScrutineerForm(request.POST if request.method == "POST" else None, people=free), None
    if form.is_valid():
        try:
            person = form.cleaned_data["person"]
            name_scrutineer(election=election, person=person, by=request.person, now=request.now)
        except Refused as refusal:
            verdict = refusal.verdict
        else:
            messages.success(request, _("%(name)s is named and has been told.") % {"name": person.name})
            return redirect("elections:ceremony", election.slug)
    stage, ready = stage_of(election, request.now), ready_verdict(election, now=request.now)
    vote = stage.step(CalendarKey.VOTE)
    return render(
        request,
        "elections/ceremony.html",
        {
            "election": election,
            "stage": stage,
            "rules": stage.rules,
            "vote": vote,
            "people": named,
            "confirmed": sum(each.confirmed_at is not None for each in named),
            "form": form,
            "free": free,
            "verdict": verdict,
            "key": present_key(election),
            "stop": standing_stop(election),
            "told": openings_told(election),
            "is_late": not ready and election.frozen_at is None and request.now >= vote.starts,
            "rehearsal": progress_of_opening(election, Purpose.REHEARSAL),
            "postponements": postponements_of(election),
            "can_prepare": can_prepare_scrutiny(request.person, election, now=request.now),
            "can_freeze": can_freeze_key(request.person, election, now=request.now),
            "can_postpone": can_postpone(request.person, election, now=request.now),
            "ready": ready,
        },
        status=422 if verdict is not None or (form.is_bound and form.errors) else 200,
    )


def scrutineer_release(request, slug, number):
    """Release a scrutineer: what follows, and the button."""
    election = _secret_or_404(request, slug)
    own = election.scrutineers.present().select_related("person").filter(number=number).first()
    if own is None:
        raise Http404
    require(can_prepare_scrutiny(request.person, election, now=request.now))
    if request.method == "POST":
        release_scrutineer(scrutineer=own, by=request.person, now=request.now)
        messages.success(request, _("%(name)s is released and has been told.") % {"name": own.person.name})
        return redirect("elections:ceremony", election.slug)
    context = {
        "election": election,
        "own": own,
        "key": present_key(election),
        "rules": rules_of(election),
    }
    return render(request, "elections/scrutineer_release.html", context)


def key_freeze(request, slug):
    """Make the key and seal it to the codes."""
    election = _secret_or_404(request, slug)
    require(can_freeze_key(request.person, election, now=request.now))
    if request.method == "POST":
        freeze_key(election=election, by=request.person, now=request.now)
        messages.success(request, _("The key is made and sealed. Now the scrutineers open the test ballot."))
        return redirect("elections:ceremony", election.slug)
    context = {
        "election": election,
        "people": scrutineers_of(election),
        "rules": stage_of(election, request.now).rules,
    }
    return render(request, "elections/key_freeze.html", context)


def leaks(request, slug):
    """Which weights stand alone, and what a lopsided result would give away."""
    election = _secret_or_404(request, slug)
    report = leak_report(election)
    context = {
        "election": election,
        "report": report,
        "levels": _levels(report) if report else [],
        "draws": sum(report.levels.values()) if report else 0,
    }
    return render(request, "elections/leaks.html", context)


def _levels(report: Report) -> list[tuple[Publication, int, int]]:
    """Each way of publishing with how many draws would be published so, without and with abstentions."""
    both = report.levels, report.levels_with_abstentions
    return [(level, *(series.get(level, 0) for series in both)) for level in Publication]


def postpone(request, slug):
    """Open the vote on a later day, with the reason."""
    election = _secret_or_404(request, slug)
    require(can_postpone(request.person, election, now=request.now))
    form, verdict = PostponeForm(request.POST if request.method == "POST" else None), None
    if form.is_valid():
        try:
            postpone_vote(election=election, by=request.person, now=request.now, **form.cleaned_data)
        except Refused as refusal:
            verdict = refusal.verdict
        else:
            messages.success(request, _("The vote opens later, and everybody has been told why."))
            return redirect("elections:ceremony", election.slug)
    stage = stage_of(election, request.now)
    context = {
        "election": election,
        "vote": stage.step(CalendarKey.VOTE),
        "challenge": stage.step(CalendarKey.CHALLENGE),
        "form": form,
        "verdict": verdict,
    }
    return render(request, "elections/postpone.html", context, status=422 if form.is_bound else 200)


def _secret_or_404(request, slug: str) -> Election:
    """A secret vote, for those who run it."""
    election = election_or_404(request, slug)
    require(can_run(request.person, election, on=statute_day(request.now)))
    if not is_secret(election):
        raise Http404
    return election
