"""Where everything of a Gantt chart stands.  Pure: numbers in, numbers out.

Across, positions are parts of a hundred of the width of the drawing, so that it fits a phone and a printed
page alike; down, they are pixels.  Every task has a few lines of words, and its bar below them.
"""

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

#: How many signs fit on a line of words on a phone of 360 px.
SIGNS_A_LINE = 40
LINE, BAR, GAP, HEAD, FOOT = 19, 14, 16, 30, 6
#: A bar of a single day is still seen.
LEAST_WIDTH = Decimal("1.20")
MOST_TICKS = 5
_LAST_NAME = 84
#: Room left on each side, in parts of the span: a bar does not touch the edge.
_MARGIN = 40
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Task:
    """What is drawn of a task: its words, its first and last day (UTC; one of them may be unknown)."""

    key: int
    words: str
    first: date | None
    last: date | None
    waits_for: tuple[int, ...] = ()


@dataclass(frozen=True)
class Bar:
    """A task in the drawing; `top`, `middle` and `bottom` are those of its bar."""

    key: int
    lines: tuple[tuple[str, int], ...]
    x: Decimal
    width: Decimal
    top: int
    is_point: bool

    @property
    def end(self) -> Decimal:
        """Where the bar ends."""
        return self.x + self.width

    @property
    def middle(self) -> int:
        """The height of its middle."""
        return self.top + BAR // 2

    @property
    def bottom(self) -> int:
        """Where it ends, downwards."""
        return self.top + BAR


@dataclass(frozen=True)
class Link:
    """A line from the end of a task, down or up, and across to the start of one that waits for it."""

    before: int
    after: int
    x: Decimal
    start_y: int
    end_y: int
    end_x: Decimal


@dataclass(frozen=True)
class Tick:
    """A day of the scale; one near the edge has no name, which would be cut off."""

    day: date
    x: Decimal

    @property
    def is_named(self) -> bool:
        """Whether its name fits into the drawing on a phone."""
        return self.x <= _LAST_NAME


@dataclass(frozen=True)
class Chart:
    """The whole drawing; `today` None when the day lies outside of it."""

    bars: tuple[Bar, ...]
    links: tuple[Link, ...]
    ticks: tuple[Tick, ...]
    today: Decimal | None
    height: int
    first: date
    last: date
    is_by_year: bool


def chart(tasks: Iterable[Task], *, today: date) -> Chart | None:
    """The tasks that have a day, by their first day, on one scale; None when none has."""
    drawn = sorted(
        (each for each in tasks if each.first or each.last),
        key=lambda each: (each.first or each.last, each.last or each.first, each.key),
    )
    if not drawn:
        return None
    scale = _Scale.over(drawn)
    bars, y = [], HEAD
    for task in drawn:
        bar = _bar(task, y, scale)
        bars.append(bar)
        y = bar.bottom + GAP
    ticks, is_by_year = scale.ticks()
    return Chart(
        bars=tuple(bars),
        links=_links(drawn, bars),
        ticks=ticks,
        today=scale.at(today) if scale.first <= today <= scale.last else None,
        height=y - GAP + FOOT,
        first=scale.first,
        last=scale.last,
        is_by_year=is_by_year,
    )


@dataclass(frozen=True)
class _Scale:
    first: date
    last: date

    @classmethod
    def over(cls, tasks: list[Task]) -> "_Scale":
        days = [day for task in tasks for day in (task.first, task.last) if day]
        first, last = min(days), max(days)
        room = timedelta(days=max((last - first).days // _MARGIN, 3))
        return cls(first - room, last + room)

    def at(self, day: date) -> Decimal:
        """Where the day begins, in parts of a hundred with two decimals, half-up."""
        span = (self.last - self.first).days + 1
        units, rest = divmod((day - self.first).days * 10000, span)
        return Decimal(units + (2 * rest >= span)).scaleb(-2)

    def ticks(self) -> tuple[tuple[Tick, ...], bool]:
        """Firsts of months (or of every second, third … month), as many as can be read; years when many."""
        months = _months(self.first, self.last)
        for step in (1, 2, 3, 4, 6, 12, 24, 60, 120):
            chosen = [day for day in months if (day.year * 12 + day.month - 1) % step == 0]
            if len(chosen) <= MOST_TICKS:
                return tuple(Tick(day, self.at(day)) for day in chosen), step >= 12
        return (), True


def _months(first: date, last: date) -> list[date]:
    month = date(first.year, first.month, 1)
    found = []
    while month <= last:
        if month >= first:
            found.append(month)
        month = (month + 31 * _ONE_DAY).replace(day=1)
    return found


def _bar(task: Task, y: int, scale: _Scale) -> Bar:
    words = textwrap.wrap(task.words, SIGNS_A_LINE) or [""]
    lines = tuple((line, y + LINE * (number + 1) - 5) for number, line in enumerate(words))
    first, last = task.first or task.last, task.last or task.first
    start, end = scale.at(first), scale.at(last + _ONE_DAY)
    return Bar(
        key=task.key,
        lines=lines,
        x=start,
        width=max(end - start, LEAST_WIDTH),
        top=y + LINE * len(lines),
        is_point=not (task.first and task.last),
    )


def _links(tasks: list[Task], bars: list[Bar]) -> tuple[Link, ...]:
    """One for every pair of which both are drawn."""
    by_key = {each.key: each for each in bars}
    pairs = [(by_key[key], by_key[task.key]) for task in tasks for key in task.waits_for if key in by_key]
    return tuple(
        Link(
            before=before.key,
            after=after.key,
            x=before.end,
            start_y=before.bottom if before.top < after.top else before.top,
            end_y=after.middle,
            end_x=after.x,
        )
        for before, after in pairs
    )
