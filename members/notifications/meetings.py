"""Mails about meetings: to whom they are announced, moved and cancelled, and who is alarmed."""

from collections.abc import Iterable
from datetime import datetime

from lacralo.core.notifications.services import tell
from lacralo.core.people.models import Person
from members.models import Meeting, MeetingAlarm, MeetingChannel, MeetingMove
from members.rules.schedule import clocks_change
from members.selectors.meeting_calls import INVITATION


def meeting_invitation(
    meeting: Meeting, channels: list[MeetingChannel], people: Iterable[Person], *, at: datetime
) -> None:
    """Invite, once each."""
    _tell_all("meeting_invitation", INVITATION.format(pk=meeting.pk), meeting, channels, people, at)


def meeting_reminder(
    meeting: Meeting, channels: list[MeetingChannel], people: Iterable[Person], *, key: str, at: datetime
) -> None:
    """Remind, once each for this distance."""
    event = f"members.meeting_reminder:{meeting.pk}:{key}"
    _tell_all("meeting_reminder", event, meeting, channels, people, at)


def meeting_moved(meeting: Meeting, move: MeetingMove, people: Iterable[Person], *, at: datetime) -> None:
    """Tell the old time and the new one."""
    _tell_all("meeting_moved", f"members.meeting_moved:{move.pk}", meeting, [], people, at, move=move)


def meeting_cancelled(meeting: Meeting, people: Iterable[Person], *, at: datetime) -> None:
    """Tell that it does not take place, and why."""
    _tell_all("meeting_cancelled", f"members.meeting_cancelled:{meeting.pk}", meeting, [], people, at)


def meeting_alarm(alarm: MeetingAlarm, people: Iterable[Person], *, at: datetime) -> None:
    """Alarm whoever holds the offices today that a series was missed, or is silent."""
    for person in people:
        event, context = f"members.meeting_alarm:{alarm.pk}", {"alarm": alarm, "series": alarm.series}
        tell(person=person, event=event, template="members/meeting_alarm", context=context, at=at)


def _tell_all(news, event, meeting, channels, people, at, **more) -> None:
    for person in people:
        context = {
            "meeting": meeting,
            "channels": channels,
            "clocks_change": clocks_change(person.time_zone, at, meeting.starts_at),
        }
        tell(person=person, event=event, template=f"members/{news}", context=context | more, at=at)
