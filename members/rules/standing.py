"""How a member stands on a day: a function of its credits, the occasions, the rules and the day.  Pure.

Days are UTC days.  A window of twelve months up to a day begins on the day after the same day a year
before, and ends with the day itself; days of leave do not count, so it reaches back over them.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil

from members.enums.participation import CreditKind, Excuse, Ground, OccasionKind, Standing
from members.rules.indicators import Indicator, Measure
from members.rules.periods import Period

#: The row that was held, or that shows what was done: its type and its key.
Evidence = tuple[str, str]
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Held:
    """An occasion that was held on a day."""

    kind: OccasionKind
    on: date
    evidence: Evidence


@dataclass(frozen=True)
class Earned:
    """Something a member took part in."""

    kind: CreditKind
    on: date
    evidence: Evidence


@dataclass(frozen=True)
class Start:
    """From that day a member is measured anew: a standing was loaded, or its vote was given back."""

    on: date
    standing: Standing
    ground: Ground


@dataclass(frozen=True)
class Facts:
    """What is known of a member; `since` None: a member since before anybody wrote it down.

    `starts` are in the order of their days.
    """

    earned: tuple[Earned, ...] = ()
    excused: dict[Evidence, Excuse] = field(default_factory=dict)
    leaves: tuple[Period, ...] = ()
    since: date | None = None
    starts: tuple[Start, ...] = ()
    suspended: tuple[Period, ...] = ()


class Calendar:
    """The occasions of all members in the order of their days; `began`: since when they are recorded."""

    def __init__(self, held: Iterable[Held], began: date | None = None):
        self.held = tuple(sorted(held, key=lambda each: (each.on, each.evidence)))
        self._days = [each.on for each in self.held]
        self.began = began or (self._days[0] if self._days else None)
        self._asked: dict[tuple, dict[Evidence, date]] = {}

    def within(self, kinds: tuple[OccasionKind, ...], start: date, end: date) -> dict[Evidence, date]:
        """The occasions of these kinds from `start` to `end`, both included, with their days."""
        key = (kinds, start, end)
        if key not in self._asked:
            several = self.held[bisect_left(self._days, start) : bisect_right(self._days, end)]
            self._asked[key] = {each.evidence: each.on for each in several if each.kind in kinds}
        return self._asked[key]


@dataclass(frozen=True)
class Measured:
    """What a measure found: `taken` of `total` occasions (None for a plain number), `needed` of them."""

    measure: Measure
    start: date
    end: date
    taken: int
    total: int | None
    needed: int

    @property
    def is_met(self) -> bool:
        """Whether enough was done; a window without any occasion counts as met."""
        return self.taken >= self.needed

    @property
    def is_empty(self) -> bool:
        """Whether nothing was held in the window."""
        return self.total == 0

    @property
    def missing(self) -> int:
        """How many more would do."""
        return max(self.needed - self.taken, 0)


@dataclass(frozen=True)
class Answer:
    """How a member stands on a day, and what each measure of each indicator found."""

    standing: Standing
    ground: Ground
    on: date
    indicators: tuple[tuple[Measured, ...], ...] = ()

    @property
    def met(self) -> int:
        """How many indicators are met."""
        return sum(any(each.is_met for each in measures) for measures in self.indicators)


def months_before(on: date, months: int) -> date:
    """The same day so many months earlier; the last day of a month that is shorter."""
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    for day in range(on.day, 27, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, on.day)


def window_start(on: date, months: int, leaves: Iterable[Period] = ()) -> date:
    """The first day of the window of so many months that ends with `on`, reaching back over leave."""
    plain = start = months_before(on, months) + _DAY
    leaves = tuple(leaves)
    while leaves:
        reached = plain - timedelta(days=sum(_days_within(leave, start, on) for leave in leaves))
        if reached == start:
            break
        start = reached
    return start


def _days_within(leave: Period, start: date, end: date) -> int:
    first = max(leave.start or start, start)
    last = min(leave.end - _DAY if leave.end else end, end)
    return max((last - first).days + 1, 0)


def measured(measure: Measure, facts: Facts, calendar: Calendar, on: date) -> Measured:
    """What the measure finds for a member in its window up to the day."""
    start = window_start(on, measure.months, facts.leaves)
    if not measure.of:
        taken = sum(start <= each.on <= on and each.kind in measure.credits for each in facts.earned)
        return Measured(measure, start, on, taken, None, measure.number)
    held = calendar.within(measure.of, start, on)
    done = {each.evidence for each in facts.earned if each.kind in measure.credits and each.evidence in held}
    total = len(held)
    if facts.excused or facts.leaves:
        total -= sum(evidence not in done and _is_out(evidence, held, facts) for evidence in held)
    return Measured(measure, start, on, len(done), total, ceil(measure.share * total))


def _is_out(evidence: Evidence, held: dict[Evidence, date], facts: Facts) -> bool:
    """Whether an occasion in which the member took no part does not count for it."""
    return evidence in facts.excused or is_within(facts.leaves, held[evidence])


def is_within(periods: Iterable[Period], on: date) -> bool:
    """Whether the day lies in one of the periods."""
    return any(each.holds_on(on) for each in periods)


def standing(facts: Facts, indicators: tuple[Indicator, ...], calendar: Calendar, on: date) -> Answer:
    """How the member stands on that day.

    Active when every indicator is met, less active when some are, standby when none is or while its vote is
    suspended.  Without records of a whole window a member is active, unless a standing was loaded for it or
    its vote was restored.
    """
    found = tuple(
        tuple(measured(measure, facts, calendar, on) for measure in each.measures) for each in indicators
    )
    if not indicators:
        return Answer(Standing.ACTIVE, Ground.NO_INDICATORS, on)
    if is_within(facts.suspended, on):
        return Answer(Standing.STANDBY, Ground.SUSPENDED, on, found)
    early = _too_early(facts, calendar, min(each.start for measures in found for each in measures), on)
    if early:
        return Answer(*early, on, found)
    met = sum(any(each.is_met for each in measures) for measures in found)
    return Answer(_band(met, len(found)), Ground.MEASURED, on, found)


def _band(met: int, of: int) -> Standing:
    if met == of:
        return Standing.ACTIVE
    return Standing.LESS_ACTIVE if met else Standing.STANDBY


def _too_early(facts: Facts, calendar: Calendar, first: date, on: date) -> tuple[Standing, Ground] | None:
    """The standing of a member for whom there is no record of the whole window yet."""
    is_short = calendar.began is None or calendar.began > first
    start = max((each for each in facts.starts if each.on <= on), key=lambda each: each.on, default=None)
    if start and (start.on > first or is_short):
        return start.standing, start.ground
    if facts.since and facts.since > first:
        return Standing.ACTIVE, Ground.TOO_NEW
    return (Standing.ACTIVE, Ground.RECORD_TOO_SHORT) if is_short else None
