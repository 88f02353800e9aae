"""Series of meetings and meetings as they stand, in the field's words."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import count

from members.enums.meetings import Circle, SeriesKind
from members.models import Meeting, MeetingChannel, Series, SeriesChannel
from tests.builders import NOW, position

_number = count(1)

#: The third Monday of March 2026, when the monthly call of the tests takes place.
CALL_AT = datetime(2026, 3, 16, 23, 0, tzinfo=UTC)


def series(key: str = "", *, languages: tuple[str, ...] = ("en", "es"), **fields) -> Series:
    """A series planned by hand, to which nobody belongs unless it is said."""
    usual = {
        "key": key or f"series-{next(_number)}",
        "kind": SeriesKind.OTHER,
        "circle": Circle.NAMED,
        "rhythm_from": date(2026, 3, 1),
        "starts_on": date(2025, 3, 1),
        "local_time": time(23),
        "zone": "UTC",
        "minutes": 60,
        "is_public": True,
    }
    made = Series.objects.create(**usual | fields)
    for language in languages:
        SeriesChannel.objects.create(
            series=made, language=language, join_url=f"https://join.example.org/{language}"
        )
    return made


def monthly_call(**fields) -> Series:
    """The call of all members: the third Monday at 23:00 UTC, every month."""
    usual = {
        "kind": SeriesKind.MONTHLY_CALL,
        "circle": Circle.MEMBERS,
        "every_months": 1,
        "nth": 3,
        "weekday": 0,
        "counts_as_call": True,
        "convenor": position("chair"),
    }
    return series("monthly-call", **usual | fields)


def meeting(of: Series | None = None, *, starts_at: datetime = CALL_AT, **fields) -> Meeting:
    """A meeting of the series, planned and open to everybody unless it is said."""
    of = of or series()
    usual = {"minutes": of.minutes, "is_public": of.is_public, "planned_at": NOW}
    made = Meeting.objects.create(series=of, starts_at=starts_at, **usual | fields)
    for each in of.channels.all():
        MeetingChannel.objects.create(meeting=made, language=each.language, join_url=each.join_url)
    return made


def held_meeting(of: Series, starts_at: datetime, **fields) -> Meeting:
    """A meeting that was opened and closed at its time."""
    ends_at = starts_at + timedelta(minutes=of.minutes)
    return meeting(of, starts_at=starts_at, opened_at=starts_at, closed_at=ends_at, **fields)
