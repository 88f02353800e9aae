"""The officer's table before the vote: nominations, sheets, challenges to answer, acclamation."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from elections.forms.eligibility import AnswerForm
from elections.models import EligibilityChallenge
from elections.permissions.elections import can_acclaim, can_run
from elections.permissions.nominations import can_answer_challenge
from elections.rules.running import objections_until
from elections.selectors.elections import rules_of, stage_of
from elections.selectors.eligibility import candidate_sheets, open_challenges, sheet, valid_nominations
from elections.selectors.nominations import of_election
from elections.services.eligibility import acclaim as acclaim_candidate
from elections.services.eligibility import answer_challenge
from elections.views.doors import election_or_404
from elections.views.elections import moments_of
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import require


def review(request, slug):
    """Everything an officer needs before the roll is frozen."""
    election = election_or_404(request, slug)
    require(can_run(request.person, election, on=statute_day(request.now)))
    stage = stage_of(election, request.now)
    sheets = candidate_sheets(election, now=request.now)
    return render(
        request,
        "elections/review.html",
        {
            "election": election,
            "stage": stage,
            "moments": moments_of(stage),
            "sheets": sheets,
            "valid": sum(each.is_valid for each in sheets),
            "nominations": of_election(election),
            "challenges": open_challenges(election),
            "can_acclaim": can_acclaim(request.person, election, now=request.now),
        },
    )


def challenge_answer(request, slug, pk):
    """An officer decides a challenge, with public reasons."""
    election = election_or_404(request, slug)
    challenges = EligibilityChallenge.objects.filter(nomination__election=election)
    disputed = get_object_or_404(
        challenges.select_related("nomination__nominee", "nomination__member", "filed_by", "member"), pk=pk
    )
    disputed.nomination.election = election
    require(can_answer_challenge(request.person, disputed, now=request.now))
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        answer_challenge(
            challenge=disputed,
            is_upheld=form.cleaned_data["is_upheld"] == "yes",
            answer=form.cleaned_data["answer"],
            by=request.person,
            now=request.now,
        )
        messages.success(request, _("The answer is recorded and public."))
        return redirect("elections:review", election.slug)
    return render(
        request,
        "elections/challenge_answer.html",
        {
            "election": election,
            "challenge": disputed,
            "nomination": disputed.nomination,
            "line": sheet(disputed.nomination, now=request.now).line(disputed.line),
            "form": form,
        },
    )


def acclaim(request, slug):
    """An officer acclaims the single candidate; a page of its own, for everybody is told."""
    election = election_or_404(request, slug)
    require(can_acclaim(request.person, election, now=request.now))
    if request.method == "POST":
        nomination = acclaim_candidate(election=election, by=request.person, now=request.now)
        messages.success(request, _("%(name)s is acclaimed.") % {"name": nomination.nominee.name})
        return redirect(election)
    (nomination,) = valid_nominations(election, request.now)
    return render(
        request,
        "elections/acclaim.html",
        {
            "election": election,
            "nomination": nomination,
            "until": objections_until(request.now, rules_of(election)),
        },
    )
