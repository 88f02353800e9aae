"""The officer's pages while a secret vote runs: places that are barred, and a backup that was put back."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from elections.forms.elections import ReasonForm
from elections.forms.scrutiny import OfficerReasonForm
from elections.models import Election
from elections.permissions.elections import can_run
from elections.permissions.scrutiny import can_answer_set_back, can_bar_place
from elections.selectors.box import bars_of, custody_of
from elections.selectors.scrutiny import is_secret
from elections.services.sealed_ballots import answer_set_back, bar_place
from elections.views.doors import election_or_404
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import require


def places(request, slug):
    """Every place on the frozen roll, and which are barred; not who has voted."""
    election = _frozen_or_404(request, slug)
    bars = {each.place_id: each for each in bars_of(election)}
    found = election.places.select_related("holder").order_by("number")
    return render(
        request,
        "elections/places.html",
        {
            "election": election,
            "places": [(place, bars.get(place.pk)) for place in found],
            "is_open": election.mixed_at is None and election.annulled_at is None,
        },
    )


def place_bar(request, slug, number):
    """Bar a place: what follows, the reason, and the button."""
    election = _frozen_or_404(request, slug)
    place = election.places.select_related("member").filter(number=number).first()
    if place is None:
        raise Http404
    place.election = election
    require(can_bar_place(request.person, place, now=request.now))
    form = OfficerReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        bar_place(place=place, reason=form.cleaned_data["reason"], by=request.person, now=request.now)
        messages.success(request, _("The place is barred; whoever votes for it has been told."))
        return redirect("elections:places", election.slug)
    context = {"election": election, "place": place, "form": form}
    return render(request, "elections/place_bar.html", context, status=422 if form.is_bound else 200)


def set_back(request, slug):
    """A backup was put back during the vote: what is missing, and the decision."""
    election = _frozen_or_404(request, slug)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    custody = custody_of(election)
    verdict = can_answer_set_back(request.person, election, now=request.now)
    if form.is_valid():
        answer_set_back(
            election=election, reason=form.cleaned_data["reason"], by=request.person, now=request.now
        )
        messages.success(request, _("The vote goes on, and every voter has been asked to check."))
        return redirect("elections:desk", election.slug)
    context = {"election": election, "custody": custody, "form": form, "verdict": verdict}
    return render(request, "elections/set_back.html", context, status=422 if form.is_bound else 200)


def _frozen_or_404(request, slug: str) -> Election:
    """A secret vote whose roll is frozen, for those who run it."""
    election = election_or_404(request, slug)
    require(can_run(request.person, election, on=statute_day(request.now)))
    if not is_secret(election) or (election.frozen_at is None and not custody_of(election).missing):
        raise Http404
    return election
