"""What the secretary writes into the record of one member: each act with its form, its reason, a way back."""

from collections.abc import Callable

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import Refused, require
from lacralo.core.verdicts.phrases import sentences
from members.forms.participation import AttestForm, EndLeaveForm, LeaveForm, ReasonForm
from members.models import Credit, Leave, Member
from members.permissions.participation import can_keep_participation
from members.selectors.participation import occasions_lately
from members.services import consequences, corrections, leaves


def _act(request, member: Member, form, perform: Callable, *, title: str, lead: str, done: str):
    """Ask for what the act needs, and do it; a refusal stands above the form and nothing typed is lost."""
    require(can_keep_participation(request.person, now=request.now))
    back = reverse("members:participation_of", args=[member.slug])
    if form.is_valid():
        try:
            perform(by=request.person, now=request.now, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, sentences(refusal.verdict))
        else:
            messages.success(request, done)
            return redirect(back)
    context = {"member": member, "form": form, "title": title, "lead": lead, "back": back}
    status = 422 if form.is_bound else 200
    return render(request, "members/participation_act.html", context, status=status)


def _answers(request):
    return request.POST if request.method == "POST" else None


def attest(request, slug):
    """Write down that the member took part in something that no act of the portal shows."""
    member = get_object_or_404(Member.objects.measured(), slug=slug)

    def perform(**given):
        corrections.attest(member=member, **given)

    return _act(
        request,
        member,
        AttestForm(_answers(request), occasions=occasions_lately(statute_day(request.now))),
        perform,
        title=_("Write down that the member took part"),
        lead=_("For what no act of the portal shows. Your name and what shows it stand beside the line."),
        done=_("The credit is written down."),
    )


def leave(request, slug):
    """Grant leave or an exemption."""
    member = get_object_or_404(Member.objects.measured(), slug=slug)

    def perform(**given):
        leaves.grant_leave(member=member, **given)

    return _act(
        request,
        member,
        LeaveForm(_answers(request)),
        perform,
        title=_("Grant leave or an exemption"),
        lead=_("What is held in that time does not count for the member; its windows reach further back."),
        done=_("The leave is recorded; those who act for the member are told."),
    )


def leave_end(request, pk):
    """End a leave earlier than granted."""
    found = get_object_or_404(Leave.objects.select_related("member"), pk=pk)

    def perform(**given):
        leaves.end_leave(leave=found, **given)

    return _act(
        request,
        found.member,
        EndLeaveForm(_answers(request)),
        perform,
        title=_("End a leave earlier"),
        lead=_("From that day on what is held counts again for the member."),
        done=_("The leave ends on that day."),
    )


def strike(request, pk):
    """Strike a credit that is wrong."""
    require(can_keep_participation(request.person, now=request.now))
    seen = Credit.objects.filter(is_public=True).select_related("member")
    credit = get_object_or_404(seen, pk=pk)

    def perform(**given):
        corrections.strike_credit(credit=credit, **given)

    return _act(
        request,
        credit.member,
        ReasonForm(_answers(request)),
        perform,
        title=_("Strike a credit that is wrong"),
        lead=_("It no longer counts from now on. The line stays to be seen, with your reason."),
        done=_("The credit is struck."),
    )


def restore(request, slug):
    """Give a suspended vote back by a decision."""
    member = get_object_or_404(Member.objects.measured(), slug=slug)

    def perform(**given):
        consequences.restore_vote(member=member, **given)

    return _act(
        request,
        member,
        ReasonForm(_answers(request)),
        perform,
        title=_("Give the vote back"),
        lead=_(
            "The member is on the rolls that are frozen from now on. By itself this happens as soon as it has"
            " taken part as often as the rules ask."
        ),
        done=_("The vote is given back; those who act for the member are told."),
    )
