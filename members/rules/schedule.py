"""When a series meets: the occurrences of a rhythm, its silences, and the moments of invitations.  Pure.

A rhythm is kept in local time: a change of the clocks moves the moment in UTC, never the local one.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, takewhile
from zoneinfo import ZoneInfo

from members.rules.offices import expected_end

_WEEK = 7
#: Where a rhythm would begin after the last year of the calendar.
_LAST_YEAR = 9998


@dataclass(frozen=True)
class Rhythm:
    """Every so many months on the nth weekday (1 to 4, -1: the last; Monday is 0) at a local time.

    It holds from the day `since`, whose month it is counted from, until the day before `until`.
    """

    every_months: int
    nth: int
    weekday: int
    since: date
    at: time
    zone: str
    until: date | None = None


@dataclass(frozen=True)
class Occurrence:
    """What a rhythm expects: the month (its first day) and the moment in UTC."""

    month: date
    starts_at: datetime


def nth_weekday(month: date, nth: int, weekday: int) -> date:
    """The nth such weekday of the month of that day; -1 is the last."""
    first = month.replace(day=1)
    if nth > 0:
        return first + timedelta(days=(weekday - first.weekday()) % _WEEK + (nth - 1) * _WEEK)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % _WEEK)


def moment_of(day: date, at: time, zone: str) -> datetime:
    """The local time of a day in UTC.

    A time that the clocks leave out is as much later as they jump; of one that comes twice, the first.
    """
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC)


def occurrences(rhythm: Rhythm, *, until: datetime) -> tuple[Occurrence, ...]:
    """Every occurrence from the beginning of the rhythm up to that moment (UTC), in order."""
    return tuple(takewhile(lambda each: each.starts_at <= until, _all(rhythm)))


def next_occurrence(rhythm: Rhythm, *, after: datetime, taken: Collection[date] = ()) -> Occurrence | None:
    """The first occurrence after that moment (UTC) in a month that is not taken; None when it ended."""
    free = (each for each in _all(rhythm) if each.starts_at > after and each.month not in taken)
    return next(free, None)


def _all(rhythm: Rhythm) -> Iterator[Occurrence]:
    start = rhythm.since.year * 12 + rhythm.since.month - 1
    for number in count(start, rhythm.every_months):
        year, month = divmod(number, 12)
        if year > _LAST_YEAR:
            return
        first = date(year, month + 1, 1)
        day = nth_weekday(first, rhythm.nth, rhythm.weekday)
        if rhythm.until is not None and day >= rhythm.until:
            return
        if day >= rhythm.since:
            yield Occurrence(first, moment_of(day, rhythm.at, rhythm.zone))


def silent_for(last: date, *, every_months: int, alarm_days: int, today: date) -> date | None:
    """The day by which the latest meeting was or is due, when it is time to ask why none is planned.

    `last` is the day of the last meeting, or that on which the series began; None while there is time.
    """
    asked = None
    for number in count(1):
        due = expected_end(last, number * every_months)
        if due - timedelta(days=alarm_days) > today:
            return asked
        asked = due
    return None


@dataclass(frozen=True)
class Call:
    """A reminder: its key and its moment (UTC)."""

    key: str
    at: datetime


def reminders(starts_at: datetime, hours: Collection[int], *, after: datetime) -> tuple[Call, ...]:
    """The reminders at these distances that still lie ahead of `after`, in order of time."""
    calls = [Call(f"{each}h", starts_at - timedelta(hours=each)) for each in sorted(set(hours), reverse=True)]
    return tuple(each for each in calls if each.at > after)


def is_latest(key: str, starts_at: datetime, hours: Collection[int], *, now: datetime) -> bool:
    """Whether this is the nearest reminder whose moment has come, and the meeting has not begun.

    A reminder that comes so late that the next one is due is dropped.
    """
    come = [each for each in sorted(set(hours)) if starts_at - timedelta(hours=each) <= now]
    return now < starts_at and bool(come) and key == f"{come[0]}h"


def clocks_change(zone: str, start: datetime, end: datetime) -> bool:
    """Whether the clocks of the zone stand otherwise at one moment than at the other."""
    there = ZoneInfo(zone)
    return start.astimezone(there).utcoffset() != end.astimezone(there).utcoffset()
