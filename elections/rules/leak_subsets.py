"""Which subsets of the voters fit what is published: exact, by bit sets of the sums that can be reached.

Weights are scaled to whole numbers.  For each number of heads one Python integer holds the sums that so many
voters can have together: bit s is set when the sum s is possible; a further voter shifts and joins them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, permutations
from operator import mul

Range = tuple[int, int]
Sizes = tuple[int, ...]
Rows = list[list[int]]


@dataclass(frozen=True)
class Group:
    """Voters of one weight, in units; how many in each of their countries.

    A country of one weight shares the group with the others of that weight; a country of several weights
    has groups of its own.
    """

    weight: int
    countries: tuple[tuple[str, int], ...]

    @cached_property
    def size(self) -> int:
        """How many voters it has."""
        return sum(members for _, members in self.countries)


@dataclass(frozen=True)
class Fit:
    """What is possible for one option: how many of each group, how many of each country of several weights.

    False when nothing is.
    """

    of_group: tuple[frozenset[int], ...]
    of_mixed: tuple[frozenset[int], ...]

    def __bool__(self) -> bool:
        return all(self.of_group)


class Electorate:
    """The voters in groups, with what can be asked about their subsets.

    The order of the voters changes nothing.  `mixed` are the countries of several weights, with the first
    of their groups and the one after the last.
    """

    def __init__(self, voters: Sequence[tuple[str, int]]):
        """Of the country and the weight, in whole units, of each voter; `group_of` keeps their order."""
        self.groups, self.mixed = _groups(Counter(voters))
        self.weights = tuple(group.weight for group in self.groups)
        self.sizes: Sizes = tuple(group.size for group in self.groups)
        self.voters = sum(self.sizes)
        self.total = self.weigh(self.sizes)
        where = {
            (country, group.weight): at
            for at, group in enumerate(self.groups)
            for country, _ in group.countries
        }
        self.group_of = tuple(where[voter] for voter in voters)
        self._sides = tuple(self._side(at) for at in range(len(self.groups)))
        self.nothing = Fit((frozenset(),) * len(self.groups), (frozenset(),) * len(self.mixed))
        self._reached: Rows = []

    def weigh(self, counts: Sizes) -> int:
        """What so many of each group weigh together, in units."""
        return sum(map(mul, self.weights, counts))

    def members(self, country: str, weight: int) -> int:
        """How many voters of one weight a country of several weights has."""
        return next(g.size for g in self.groups[slice(*self.mixed[country])] if g.weight == weight)

    def exactly(self, counts: Sizes) -> Fit:
        """The fit that leaves no choice: so many of each group."""
        return Fit(
            tuple(frozenset((count,)) for count in counts),
            tuple(frozenset((sum(counts[start:stop]),)) for start, stop in self.mixed.values()),
        )

    def rest(self, sizes: Sizes, fit: Fit) -> Fit:
        """What is possible for those that a choice from `sizes` leaves over."""
        of_group = zip(sizes, fit.of_group, strict=True)
        of_mixed = zip(self.mixed.values(), fit.of_mixed, strict=True)
        return Fit(
            tuple(frozenset(size - each for each in found) for size, found in of_group),
            tuple(
                frozenset(sum(sizes[start:stop]) - each for each in found)
                for (start, stop), found in of_mixed
            ),
        )

    def fit(self, sizes: Sizes, heads: int, sums: Range) -> Fit:
        """How many of each group can be among `heads` voters with a sum from the first to the second number.

        `sizes` says how many of each group there are to choose from.
        """
        voters, total = sum(sizes), self.weigh(sizes)
        low, high = max(sums[0], 0), min(sums[1], total)
        if low > high or not 0 <= heads <= voters:
            return self.nothing
        if 2 * heads > voters:
            return self.rest(sizes, self.fit(sizes, voters - heads, (total - high, total - low)))
        before, after = self._before(sizes, heads), self._after(sizes, heads, low, high)
        of_group = tuple(
            frozenset(
                x
                for x in range(min(size, heads) + 1)
                if any((before[at][h] << x * weight) & after[at + 1][h + x] for h in range(heads - x + 1))
            )
            for at, (weight, size) in enumerate(zip(self.weights, sizes, strict=True))
        )
        of_mixed = tuple(
            self._of_span(start, sizes[start:stop], before[start][: heads + 1], after[stop])
            for start, stop in self.mixed.values()
        )
        return Fit(of_group, of_mixed)

    def cost(self, heads: int) -> int:
        """About how many bits are moved to answer `fit` for so many heads."""
        return self.voters * (min(heads, self.voters - heads) + 1) * (self.total + 64)

    def can_exchange(self, counts: Sizes, sums: Range) -> bool:
        """Whether exchanging one voter of a choice for one outside it shows that nothing is certain.

        The choice has so many of each group.  True is proof; False only means that this does not show it.
        """
        total = self.weigh(counts)
        steps = [
            (out, into)
            for out, into in permutations(range(len(counts)), 2)
            if counts[out] > 0
            and counts[into] < self.sizes[into]
            and self._sides[out] != self._sides[into]
            and sums[0] <= total - self.weights[out] + self.weights[into] <= sums[1]
        ]
        moved = {at for step in steps for at in step}
        return all(
            at in moved or (0 < count < group.size and len(group.countries) > 1)
            for at, (count, group) in enumerate(zip(counts, self.groups, strict=True))
        )

    def _side(self, at: int) -> int:
        """The same for groups of one country: an exchange between them leaves its number as it is."""
        return next((start for start, stop in self.mixed.values() if start <= at < stop), at)

    def choices(self, sizes: Sizes, heads: int, sums: Range) -> Iterator[Sizes]:
        """Every way to take `heads` voters with such a sum, as a number for each group; even ones first."""
        low, high = max(sums[0], 0), min(sums[1], self.weigh(sizes))
        if low > high or not 0 <= heads <= sum(sizes):
            return
        after = self._after(sizes, heads, low, high)
        yield from self._choices(sizes, heads, after, (), 0)

    def _choices(self, sizes: Sizes, heads: int, after: Rows, taken: Sizes, total: int) -> Iterator[Sizes]:
        at, done = len(taken), sum(taken)
        if at == len(sizes):
            yield taken
            return
        weight, size, left = self.weights[at], sizes[at], sum(sizes[at:])
        for x in sorted(
            range(min(size, heads - done) + 1), key=lambda x: (abs(x * left - (heads - done) * size), x)
        ):
            if after[at + 1][done + x] >> (total + x * weight) & 1:
                yield from self._choices(sizes, heads, after, (*taken, x), total + x * weight)

    def _before(self, sizes: Sizes, heads: int) -> Rows:
        """For each group and number of heads: the sums that so many voters of the groups before it reach."""
        whole = sizes == self.sizes
        if whole and self._reached and len(self._reached[0]) > heads:
            return self._reached
        row = [1] + [0] * heads
        rows = [row]
        for weight, size in zip(self.weights, sizes, strict=True):
            row = list(row)
            for _ in range(size):
                for h in range(heads, 0, -1):
                    row[h] |= row[h - 1] << weight
            rows.append(row)
        if whole:
            self._reached = rows
        return rows

    def _after(self, sizes: Sizes, heads: int, low: int, high: int) -> Rows:
        """For each group and number of heads: the sums before it that it and those after it can complete."""
        row = [0] * heads + [((1 << high - low + 1) - 1) << low]
        rows = [row]
        for weight, size in zip(reversed(self.weights), reversed(sizes), strict=True):
            row = list(row)
            for _ in range(size):
                for h in range(heads):
                    row[h] |= row[h + 1] >> weight
            rows.append(row)
        return rows[::-1]

    def _of_span(self, start: int, sizes: Sizes, before: list[int], after: list[int]) -> frozenset[int]:
        """How many of the voters of some groups side by side can be among them."""
        ways = [before]
        for weight, size in zip(self.weights[start:], sizes, strict=False):
            for _ in range(size):
                ways.append([0] * len(before))
                for fewer, more in reversed(list(pairwise(ways))):
                    for h, sums in enumerate(fewer[:-1]):
                        more[h + 1] |= sums << weight
        return frozenset(
            count for count, way in enumerate(ways) if any(a & b for a, b in zip(way, after, strict=True))
        )


def _groups(members: Counter[tuple[str, int]]) -> tuple[tuple[Group, ...], dict[str, tuple[int, int]]]:
    """The groups, those of a country of several weights side by side; and where such a country's stand."""
    weights = Counter(country for country, _ in members)
    pooled: dict[int, list[tuple[str, int]]] = defaultdict(list)
    for (country, weight), count in sorted(members.items()):
        if weights[country] == 1:
            pooled[weight].append((country, count))
    groups = [Group(weight, tuple(countries)) for weight, countries in sorted(pooled.items())]
    mixed = {}
    for country in sorted(country for country, several in weights.items() if several > 1):
        own = sorted((weight, count) for (each, weight), count in members.items() if each == country)
        mixed[country] = len(groups), len(groups) + len(own)
        groups += [Group(weight, ((country, count),)) for weight, count in own]
    return tuple(groups), mixed
