"""Days of the rules: UTC days, from midnight to midnight; a day "ends 23:59:59" at the next midnight."""

from datetime import UTC, date, datetime, time, timedelta

ONE_DAY = timedelta(days=1)
_SATURDAY = 5


def midnight(day: date) -> datetime:
    """The first instant of a UTC day."""
    return datetime.combine(day, time(), tzinfo=UTC)


def is_working_day(day: date) -> bool:
    """Monday to Friday; the region has no holidays in common."""
    return day.weekday() < _SATURDAY


def first_day(day: date, *, working: bool) -> date:
    """The day itself, or the Monday after it when only working days count."""
    while working and not is_working_day(day):
        day += ONE_DAY
    return day


def after_days(start: date, count: int, *, working: bool) -> date:
    """The day that follows `count` counted days, the first of which is `start` or the next that counts.

    Five working days from a Monday end on Friday at midnight: Saturday is the answer.
    """
    day = start
    for _ in range(count):
        day = first_day(day, working=working) + ONE_DAY
    return day


def before_days(end: date, count: int, *, working: bool) -> date:
    """The first of the last `count` counted days before `end`; `end` itself is not among them."""
    day = end
    for _ in range(count):
        day -= ONE_DAY
        while working and not is_working_day(day):
            day -= ONE_DAY
    return day


def whole_days(starts: datetime, ends: datetime, *, working: bool) -> int:
    """How many counted days lie wholly between two moments (UTC)."""
    day = starts.astimezone(UTC).date()
    if midnight(day) < starts:
        day += ONE_DAY
    count = 0
    while midnight(day + ONE_DAY) <= ends:
        count += not working or is_working_day(day)
        day += ONE_DAY
    return count
