"""Where meetings are planned, moved, cancelled, and recorded afterwards."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import Refused, Verdict, require
from members.forms.meetings import CancelForm, ChannelsForm, MoveForm, PlanForm
from members.models import Series
from members.permissions.meetings import can_convene
from members.rules.meetings import may_change, may_note_held
from members.selectors.meetings import channels_of, standing_of
from members.services import meetings as services
from members.views.doors import needs_rules
from members.views.meetings import meeting_or_404


def answered(request, form, act) -> bool:
    """Whether the form was sent, makes sense, and the act was done; a refusal stands in the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        act(form)
    except Refused as refusal:
        form.refuse(refusal.verdict)
        return False
    return True


def shown(request, template: str, context: dict):
    """The page of a form; 422 when what was sent is not right."""
    return render(request, template, context, status=422 if request.method == "POST" else 200)


def series_for(request, key: str) -> Series:
    """The series, for whoever convenes it.  Raises Http404, and Refused."""
    series = get_object_or_404(Series.objects.select_related("body", "convenor"), key=key)
    require(can_convene(request.person, series, on=statute_day(request.now)))
    return series


def _meeting_for(request, pk: int, verdict_of):
    meeting = meeting_or_404(request, pk)
    require(can_convene(request.person, meeting.series, on=statute_day(request.now)) & verdict_of(meeting))
    return meeting


@needs_rules
def meeting_plan(request, key):
    """A meeting beside the rhythm, or in a series without one."""
    series, done = series_for(request, key), []
    initial = {"time": series.local_time, "minutes": series.minutes}
    form = PlanForm(request.POST or None, zone=series.zone, initial=initial)

    def act(form):
        by_whom = {"by": request.person, "now": request.now}
        done.append(services.plan_meeting(series=series, **form.times(), **by_whom))

    if answered(request, form, act):
        messages.success(
            request, _("The meeting is planned. Invitations and reminders go out by themselves.")
        )
        return redirect(done[0])
    return shown(request, "members/meeting_plan.html", {"series": series, "form": form})


@needs_rules
def meeting_record(request, key):
    """A meeting that was held without the portal."""
    series, done = series_for(request, key), []
    initial = {"time": series.local_time, "minutes": series.minutes}
    form = PlanForm(request.POST or None, zone=series.zone, initial=initial)

    def act(form):
        by_whom = {"by": request.person, "now": request.now}
        done.append(services.record_meeting(series=series, **form.times(), **by_whom))

    if answered(request, form, act):
        messages.success(request, _("The meeting is recorded as held."))
        return redirect(done[0])
    return shown(request, "members/meeting_record.html", {"series": series, "form": form})


@needs_rules
def meeting_move(request, pk):
    """A meeting takes place at another time; everybody invited is told."""
    meeting = _meeting_for(request, pk, lambda it: may_change(standing_of(it), request.now))
    initial = MoveForm.answers_of(meeting)
    form = MoveForm(request.POST or None, zone=meeting.series.zone, initial=initial)

    def act(form):
        typed = {name: form.cleaned_data[name] for name in ("starts_at", "minutes", "reason")}
        by_whom = {"by": request.person, "now": request.now}
        services.move_meeting(meeting=meeting, **typed, lang=get_language(), **by_whom)

    if answered(request, form, act):
        messages.success(request, _("The meeting is moved, and its reminders with it."))
        return redirect(meeting)
    return shown(request, "members/meeting_move.html", {"meeting": meeting, "form": form})


@needs_rules
def meeting_cancel(request, pk):
    """A meeting does not take place, or did not, and why."""
    meeting = _meeting_for(request, pk, lambda it: Verdict())
    form = CancelForm(request.POST or None)

    def act(form):
        reason = form.cleaned_data["reason"]
        by_whom = {"by": request.person, "now": request.now}
        services.cancel_meeting(meeting=meeting, reason=reason, lang=get_language(), **by_whom)

    if answered(request, form, act):
        messages.success(request, _("The meeting is cancelled."))
        return redirect(meeting)
    is_over = meeting.ends_at <= request.now
    context = {"meeting": meeting, "form": form, "is_over": is_over}
    return shown(request, "members/meeting_cancel.html", context)


@needs_rules
def meeting_channels(request, pk):
    """The languages of a meeting, and how to join in each."""
    meeting = _meeting_for(request, pk, lambda it: Verdict())
    form = ChannelsForm(request.POST or None, channels=channels_of(meeting), meeting=meeting)

    def act(form):
        services.set_meeting_channels(
            meeting=meeting,
            channels=form.told(),
            shows_links=form.cleaned_data.get("shows_links", False),
            by=request.person,
            now=request.now,
        )

    if answered(request, form, act):
        messages.success(request, _("Languages and links are saved."))
        return redirect(meeting)
    context = {"title": meeting.series.name, "back": meeting, "meeting": meeting, "form": form}
    return shown(request, "members/channels.html", context)


@needs_rules
def meeting_held(request, pk):
    """A planned meeting was held, though nobody opened it here."""
    meeting = _meeting_for(request, pk, lambda it: may_note_held(standing_of(it), request.now))
    if request.method == "POST":
        services.note_held(meeting=meeting, by=request.person, now=request.now)
        messages.success(request, _("The meeting is recorded as held."))
        return redirect(meeting)
    return render(request, "members/meeting_held.html", {"meeting": meeting})
