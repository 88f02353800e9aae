"""Meetings, coming and past, and the page of each; open to everybody as far as the meetings are."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import public
from members.forms.meetings import MeetingFilter
from members.models import Meeting, Series
from members.permissions.meetings import can_convene
from members.rules.meetings import may_change, may_note_held
from members.selectors.circles import belongs_to_series
from members.selectors.meetings import (
    channels_of,
    coming,
    meetings_visible_to,
    past,
    phase_of,
    sees_joining,
    standing_of,
)
from members.views.doors import needs_rules

_PAST_A_PAGE = 20


def meeting_or_404(request, pk: int) -> Meeting:
    """The meeting, if the reader may know of it.  Raises Http404."""
    return get_object_or_404(meetings_visible_to(request.person, on=statute_day(request.now)), pk=pk)


def rows_of(meetings, now):
    """Each meeting with where it stands."""
    return [(each, phase_of(each, now)) for each in meetings]


@public
@needs_rules
def meeting_list(request):
    """What comes, and what was held; of one series when asked."""
    every = Series.objects.order_by("order", "pk")
    form = MeetingFilter(request.GET, series=every)
    visible = meetings_visible_to(request.person, on=statute_day(request.now))
    if form.chosen:
        visible = visible.filter(series__key=form.chosen)
    page = Paginator(past(visible, request.now), _PAST_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "members/meeting_list.html",
        {
            "form": form,
            "is_filtered": bool(form.chosen),
            "coming": rows_of(coming(visible, request.now), request.now),
            "page": page,
            "past": rows_of(page.object_list, request.now),
        },
    )


@public
@needs_rules
def meeting_detail(request, pk):
    """One meeting: when (the reader's zone and UTC), in which languages, how to join, and what changed."""
    meeting, today = meeting_or_404(request, pk), statute_day(request.now)
    can = request.person and can_convene(request.person, meeting.series, on=today)
    standing = standing_of(meeting)
    return render(
        request,
        "members/meeting_detail.html",
        {
            "meeting": meeting,
            "phase": phase_of(meeting, request.now),
            "channels": channels_of(meeting),
            "sees_joining": sees_joining(request.person, meeting, on=today),
            "is_invited": belongs_to_series(request.person, meeting.series, on=today),
            "moves": meeting.moves.select_related("moved_by").order_by("-moved_at", "-pk"),
            "can_convene": can,
            "may_change": can and may_change(standing, request.now),
            "may_cancel": can and meeting.opened_at is None and meeting.cancelled_at is None,
            "may_note_held": can and may_note_held(standing, request.now),
        },
    )
