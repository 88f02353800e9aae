"""The desk of those who keep the record of participation: what waits, who was told, what came back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.notifications.models import Notice
from lacralo.core.notifications.services import mark_bounced
from lacralo.core.verdicts import Refused, require
from lacralo.core.verdicts.phrases import sentences
from members.enums.participation import Standing
from members.forms.participation import AnswerForm, InitialStandingForm
from members.models import Contest, Leave, Member, ParticipationWarning, Suspension
from members.permissions.participation import can_keep_participation
from members.selectors.bands import bands_on
from members.selectors.participation import shown_by
from members.selectors.rules import rule_set_on, rules_of
from members.selectors.warnings import open_warnings, told
from members.services.consequences import send_again
from members.services.contests import answer_contest
from members.services.leaves import load_initial_standings
from members.views.doors import needs_rules

_CONCERNED = (Standing.STANDBY, Standing.LESS_ACTIVE)


@needs_rules
def desk(request):
    """What waits for an answer, members that fell, what they were told, leaves, suspended votes."""
    require(can_keep_participation(request.person, now=request.now))
    today = statute_day(request.now)
    rule_set = rule_set_on(today)
    bands = bands_on(today, rules_of(rule_set))
    waiting = Contest.objects.waiting().select_related("member", "filed_by")
    return render(
        request,
        "members/participation_desk.html",
        {
            "rule_set": rule_set,
            "rules": rules_of(rule_set),
            "contests": waiting.order_by("due_on", "pk"),
            "today": today,
            "fallen": [band for band in bands if band.answer.standing in _CONCERNED],
            "told": told(open_warnings()),
            "leaves": Leave.objects.filter(end__gt=today).select_related("member").order_by("start", "pk"),
            "suspensions": Suspension.objects.on(today).select_related("member").order_by("start", "pk"),
        },
    )


def answer(request, pk):
    """Answer a contested line: whether the member is right, and why."""
    require(can_keep_participation(request.person, now=request.now))
    rows = Contest.objects.select_related("member", "credit", "occasion", "filed_by", "answered_by")
    contest = get_object_or_404(rows, pk=pk)
    row = contest.credit or contest.occasion
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            answer_contest(contest=contest, by=request.person, now=request.now, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, sentences(refusal.verdict))
        else:
            messages.success(request, _("The answer is recorded; those who act for the member are told."))
            return redirect("members:participation_desk")
    context = {
        "contest": contest,
        "form": form,
        "shown_by": shown_by([row]).get((row.evidence_type, row.evidence_id)),
    }
    status = 422 if form.is_bound else 200
    return render(request, "members/contest_answer.html", context, status=status)


@require_POST
def again(request, pk):
    """Withdraw a warning that reached nobody and write it anew."""
    require(can_keep_participation(request.person, now=request.now))
    warning = get_object_or_404(ParticipationWarning, pk=pk)
    send_again(warning=warning, by=request.person, now=request.now)
    messages.success(request, _("The notice is written anew; its days count from today."))
    return redirect("members:participation_desk")


@require_POST
def bounced(request, pk):
    """Note that a mail to a member came back."""
    require(can_keep_participation(request.person, now=request.now))
    warnings = {each.event for each in ParticipationWarning.objects.open()}
    notice = get_object_or_404(Notice.objects.filter(event__in=warnings), pk=pk)
    mark_bounced(notice=notice, by=request.person, now=request.now)
    messages.success(request, _("Noted: a notice that came back is no notice."))
    return redirect("members:participation_desk")


def initial(request):
    """Load how members stood before the portal measured anything, with the decision."""
    require(can_keep_participation(request.person, now=request.now))
    members = Member.objects.measured().accredited_on(statute_day(request.now)).order_by("search_name", "pk")
    form = InitialStandingForm(request.POST if request.method == "POST" else None, members=members)
    if form.is_valid():
        chosen = form.cleaned_data.pop("members")
        try:
            load_initial_standings(members=chosen, by=request.person, now=request.now, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, sentences(refusal.verdict))
        else:
            messages.success(request, _("The standings are loaded."))
            return redirect("members:participation")
    status = 422 if form.is_bound else 200
    return render(request, "members/participation_initial.html", {"form": form}, status=status)
