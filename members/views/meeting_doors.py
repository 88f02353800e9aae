"""Which meeting an address names, and whether the reader may know of it."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.verdicts import require
from members.models import Meeting
from members.permissions.sittings import can_hold
from members.selectors.invited import seat_of


def meeting_or_404(request, pk: int) -> Meeting:
    """A meeting that is open to everybody, or one to which the reader belongs.  Raises Http404."""
    meeting = get_object_or_404(Meeting.objects.select_related("series", "agenda", "sitting"), pk=pk)
    if meeting.is_public:
        return meeting
    person = request.person
    is_theirs = person and (
        can_hold(person, meeting, on=statute_day(request.now)) or seat_of(person, meeting) is not None
    )
    if not is_theirs:
        raise Http404
    return meeting


def held_by(request, pk: int) -> Meeting:
    """The same, for whoever holds it.  Raises Http404, and Refused for anybody else."""
    meeting = meeting_or_404(request, pk)
    require(can_hold(request.person, meeting, on=statute_day(request.now)))
    return meeting
