"""What is told of the sums of the options: a range for each, their total, and who is first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from elections.rules.leak_subsets import Range

NOWHERE: Range = (1, 0)
#: Each pass only narrows what the search will check exactly; a few catch nearly all of it.
_PASSES = 4


@dataclass(frozen=True)
class Told:
    """In whole units.  All `leaders` have the same sum, above that of every follower.

    Abstention is neither.
    """

    ranges: Mapping[str, Range]
    total: int
    leaders: tuple[str, ...]
    followers: tuple[str, ...]

    def narrowed(self) -> "Told":
        """The same with ranges made as narrow as the total and the outcome allow.

        No sum that is possible is lost; with more than two options some may stay that are not possible.
        """
        ranges = dict(self.ranges)
        for _ in range(_PASSES):
            before = dict(ranges)
            self._narrow_by_total(ranges)
            self._narrow_by_outcome(ranges)
            if ranges == before:
                break
        return replace(self, ranges=ranges)

    def fixing(self, option: str, total: int) -> "Told":
        """The same once the sum of one option is known."""
        return replace(self, ranges={**self.ranges, option: (total, total)}).narrowed()

    def pair(self, option: str, other: str) -> Range:
        """The sums that `option` can have, exactly, when all but it and `other` are fixed.

        From 1 to 0 when there is none.
        """
        if any(low > high for low, high in self.ranges.values()):
            return NOWHERE
        fixed = {each: low for each, (low, _) in self.ranges.items() if each not in (option, other)}
        shared = self.total - sum(fixed.values())
        low, high = self.ranges[option]
        other_low, other_high = self.ranges[other]
        low, high = max(low, shared - other_high), min(high, shared - other_low)
        terms = {option: (1, 0), other: (-1, shared)} | {each: (0, total) for each, total in fixed.items()}
        for more, less, by in self._comparisons():
            slope = terms[more][0] - terms[less][0]
            needed = by - terms[more][1] + terms[less][1]
            low, high = _where_at_least(slope, needed, low, high)
        return low, high

    def _comparisons(self) -> Iterator[tuple[str, str, int]]:
        """Pairs of which the first has at least so many units more than the second."""
        for first in self.leaders[:1]:
            for leader in self.leaders[1:]:
                yield first, leader, 0
                yield leader, first, 0
            for follower in self.followers:
                yield first, follower, 1

    def _narrow_by_total(self, ranges: dict[str, Range]) -> None:
        lows = sum(low for low, _ in ranges.values())
        highs = sum(high for _, high in ranges.values())
        for option, (low, high) in ranges.items():
            ranges[option] = max(low, self.total - highs + high), min(high, self.total - lows + low)

    def _narrow_by_outcome(self, ranges: dict[str, Range]) -> None:
        for more, less, by in self._comparisons():
            (more_low, more_high), (less_low, less_high) = ranges[more], ranges[less]
            ranges[more] = max(more_low, less_low + by), more_high
            ranges[less] = less_low, min(less_high, more_high - by)


def _where_at_least(slope: int, needed: int, low: int, high: int) -> Range:
    """Where in the range slope times x is at least `needed`."""
    if slope > 0:
        return max(low, -(-needed // slope)), high
    if slope < 0:
        return low, min(high, -needed // -slope)
    return (low, high) if needed <= 0 else NOWHERE
