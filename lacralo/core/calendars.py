"""Calendars that other programs read (iCalendar, RFC 5545): moments in UTC, days as days.

An entry keeps its `uid` for ever; a greater `sequence` tells the reader's calendar that it moved or was
cancelled, so that it moves there too and does not stand twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.conf import settings
from icalendar import Calendar, Event

#: How often a program that subscribed should look again.
_LOOK_AGAIN = timedelta(hours=2)
CONTENT_TYPE = "text/calendar; charset=utf-8"


@dataclass(frozen=True)
class CalendarEntry:
    """Something with a time: a moment (UTC) with or without an end, or a whole day.

    `key` is unique in the portal and never changes; `changed_at` (UTC) is when it was last written.  `path`
    is its page in the portal.
    """

    key: str
    title: str
    starts: datetime | date
    changed_at: datetime
    ends: datetime | None = None
    sequence: int = 0
    words: str = ""
    path: str = ""
    is_cancelled: bool = False


def calendar_file(name: str, entries: Iterable[CalendarEntry]) -> bytes:
    """The entries as a calendar called `name`, in the order of their time."""
    calendar = Calendar()
    calendar.add("prodid", "-//LACRALO//Governance portal//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", _LOOK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT2H")
    for entry in sorted(entries, key=_time):
        calendar.add_component(_event(entry))
    return calendar.to_ical()


def _time(entry: CalendarEntry) -> tuple[str, str]:
    starts = entry.starts.astimezone(UTC) if isinstance(entry.starts, datetime) else entry.starts
    return starts.isoformat(), entry.key


def _event(entry: CalendarEntry) -> Event:
    event = Event()
    event.add("uid", f"{entry.key}@{settings.MAIL_DOMAIN}")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", entry.changed_at.astimezone(UTC))
    event.add("last-modified", entry.changed_at.astimezone(UTC))
    if isinstance(entry.starts, datetime):
        event.add("dtstart", entry.starts.astimezone(UTC))
        if entry.ends:
            event.add("dtend", entry.ends.astimezone(UTC))
    else:
        event.add("dtstart", entry.starts)
        event.add("dtend", entry.starts + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    event.add("summary", entry.title)
    if entry.words:
        event.add("description", entry.words)
    if entry.path:
        event.add("url", settings.PORTAL_URL + entry.path)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    return event
