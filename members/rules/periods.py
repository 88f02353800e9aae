"""Dated periods: [start, end), in days of the rules (UTC).  Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Period:
    """From `start` (None: since ever) until the day before `end` (None: no end yet); `name`: whose it is."""

    start: date | None
    end: date | None = None
    name: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the day lies in it."""
        return (self.start is None or self.start <= day) and (self.end is None or self.end > day)

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return _starts_before_end(self, other) and _starts_before_end(other, self)


def _starts_before_end(one: Period, other: Period) -> bool:
    return one.start is None or other.end is None or one.start < other.end


def overlapping(period: Period, others: Iterable[Period]) -> tuple[Period, ...]:
    """Those of the others that share a day with the period."""
    return tuple(other for other in others if period.overlaps(other))


def most_at_once(period: Period, others: Iterable[Period]) -> tuple[Period, ...]:
    """The largest set of the others that hold on one and the same day of the period."""
    sharing = overlapping(period, others)
    days = {other.start for other in sharing if other.start and period.holds_on(other.start)} | {period.start}
    at_once = [tuple(other for other in sharing if day is None or other.holds_on(day)) for day in days]
    return max(at_once, key=len, default=())
