"""Invitations and reminders go out when their deadlines ring, once to each person."""

from datetime import datetime

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.models import Deadline
from lacralo.core.deadlines.services import take
from members.enums.meetings import MeetingAct
from members.models import Meeting
from members.notifications import meetings as notifications
from members.rules.schedule import is_latest
from members.selectors.circles import invited_to
from members.selectors.meetings import channels_of
from members.selectors.rules import rules_on


@act
def invite(*, pk: int, now: datetime) -> int:
    """Answer the deadline of the invitations; how many persons were invited.

    One that comes when the meeting has begun, or was cancelled, is dropped.
    """
    meeting = _due(pk, now)
    if meeting is None or meeting.invited_at:
        return 0
    people = list(invited_to(meeting, on=statute_day(now)))
    meeting.invited_at = now
    meeting.save()
    record(MeetingAct.MEETING_INVITED, subject=meeting, by=None, at=now)
    notifications.meeting_invitation(meeting, channels_of(meeting), people, at=now)
    return len(people)


@act
def remind(*, pk: int, now: datetime) -> int:
    """Answer the deadline of one reminder; how many persons were reminded.

    Those who belong to the series today are: a successor inherits.  A reminder that comes so late that the
    next one is due is dropped.
    """
    meeting = _due(pk, now)
    if meeting is None:
        return 0
    key = Deadline.objects.get(pk=pk).key
    hours = rules_on(statute_day(now)).meeting_reminder_hours
    if not is_latest(key.partition(" ")[0], meeting.starts_at, hours, now=now):
        return 0
    people = list(invited_to(meeting, on=statute_day(now)))
    record(MeetingAct.MEETING_REMINDED, subject=meeting, by=None, at=now)
    notifications.meeting_reminder(meeting, channels_of(meeting), people, key=key, at=now)
    return len(people)


def _due(pk: int, now: datetime) -> Meeting | None:
    """The meeting of a deadline taken now; None when it was answered, or there is nothing to call to."""
    deadline = take(pk=pk, now=now)
    if deadline is None:
        return None
    meetings = Meeting.objects.select_for_update(of=("self",)).select_related("series")
    meeting = meetings.get(pk=deadline.subject_id)
    is_over = meeting.cancelled_at or meeting.opened_at or meeting.starts_at <= now
    return None if is_over else meeting
