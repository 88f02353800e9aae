"""In how many ways the votes can be shared out over the options, as far as it has to be known.

First each option against the rest, which is exact for two options and for more finds most of what is certain;
then all options together: the votes of all but two are dealt out one way after the other, and for those two
everything that is possible is found at once.
"""

from collections.abc import Iterator, Mapping
from itertools import islice

from elections.rules.leak_subsets import Electorate, Fit, Range, Sizes
from elections.rules.leak_told import Told

#: How much the search for one option may do, in bits moved: counted, not timed, so that all find the same.
WORK = 1_000_000_000
FEWEST_WAYS, MOST_WAYS = 32, 2_000
WORK_TO_SEEM = 200_000_000

#: An option and a country; with a weight where it is about its voters of that weight.
Key = tuple[str, str, int | None]
#: A key with the only number of supporters that was found, or None.
Sure = tuple[str, str, int | None, int | None]
#: What one way to deal out the votes leaves possible for each option; empty when it led nowhere.
Way = dict[str, Fit]


class Findings:
    """The numbers of supporters that were found possible."""

    def __init__(self, electorate: Electorate, options: Mapping[str, int]):
        self._electorate = electorate
        self._counts: dict[Key, set[int]] = {
            key: set() for option in options for key, _ in self._told_by(option, electorate.nothing)
        }

    def learn(self, option: str, fit: Fit) -> None:
        """Take in what is possible for an option."""
        for key, counts in self._told_by(option, fit):
            self._counts[key] |= counts

    def certain(self, *options: str) -> list[Sure]:
        """What is certain of these options, or was not found to be open."""
        return [
            (*key, next(iter(counts), None))
            for key, counts in self._counts.items()
            if key[0] in options and not self._is_open(key, counts)
        ]

    def _told_by(self, option: str, fit: Fit) -> Iterator[tuple[Key, set[int]]]:
        mixed = self._electorate.mixed
        for group, found in zip(self._electorate.groups, fit.of_group, strict=True):
            for country, members in group.countries:
                if country in mixed:
                    yield (option, country, group.weight), set(found)
                else:
                    yield (option, country, None), _ends(found, members, group.size)
        for country, found in zip(mixed, fit.of_mixed, strict=True):
            yield (option, country, None), set(found)

    def _is_open(self, key: Key, counts: set[int]) -> bool:
        """A country's number is open when it may be two; a voter's choice, when neither all nor none must."""
        _, country, weight = key
        if weight is None:
            return len(counts) > 1
        return bool(counts - {0}) and bool(counts - {self._electorate.members(country, weight)})


class _Search:
    def __init__(self, electorate: Electorate, heads: Mapping[str, int], told: Told):
        self.electorate, self.heads, self.told = electorate, heads, told
        self.options = sorted(heads, key=lambda option: (heads[option], option))
        self.findings = Findings(electorate, heads)

    def apart(self) -> list[Sure]:
        """What is certain with each option against all others."""
        if len(self.options) == 2:
            self._learn(self._last_two(self.told, self.electorate.sizes, (*self.options,)))
        else:
            for option in self.options:
                self._fit_apart(option)
        return self.findings.certain(*self.options)

    def seems_open(self, counts: Mapping[str, Sizes]) -> bool:
        """Whether nothing seems certain with each option against all others, told in the quickest way."""
        # Of two options, what is open of one is open of the other.
        options = self.options[:1] if len(self.options) == 2 else self.options
        return all(
            self.electorate.can_exchange(counts[option], self._range(option))
            or (self.electorate.cost(self.heads[option]) <= WORK_TO_SEEM and self._is_open_apart(option))
            for option in options
        )

    def _is_open_apart(self, option: str) -> bool:
        self._fit_apart(option)
        return not self.findings.certain(option)

    def _fit_apart(self, option: str) -> None:
        fit = self.electorate.fit(self.electorate.sizes, self.heads[option], self._range(option))
        self._learn({option: fit})

    def _range(self, option: str) -> Range:
        """The sums of one option against all others: exact for two options, else at worst too wide."""
        if len(self.options) != 2:
            return self.told.ranges[option]
        return self.told.pair(option, next(other for other in self.options if other != option))

    def together(self) -> list[Sure]:
        """What is certain with all options at once: in turn each option and the largest other come last."""
        self.findings = Findings(self.electorate, self.heads)
        pairs: dict[frozenset[str], tuple[str, str]] = {}
        for option in self.options:
            largest = next(other for other in reversed(self.options) if other != option)
            pairs.setdefault(frozenset((option, largest)), (option, largest))
        for last in pairs.values():
            self._deal(last)
        return self.findings.certain(*self.options)

    def is_possible(self) -> bool:
        """Whether there is a way to share out the votes; also when none was found within the limit."""
        *dealt, option, other = self.options
        limit, tried = self._most_ways(self.heads[option]), 0
        for way in islice(self._ways(self.told, self.electorate.sizes, (*dealt,), (option, other)), limit):
            tried += 1
            if way:
                return True
        return tried == limit

    def _deal(self, last: tuple[str, str]) -> None:
        dealt = tuple(option for option in self.options if option not in last)
        limit = self._most_ways(min(self.heads[option] for option in last))
        for way in islice(self._ways(self.told, self.electorate.sizes, dealt, last), limit):
            self._learn(way)
            if not self.findings.certain(*last):
                return

    def _ways(self, told: Told, sizes: Sizes, dealt: tuple[str, ...], last: tuple[str, str]) -> Iterator[Way]:
        if not dealt:
            yield self._last_two(told, sizes, last)
            return
        option, *later = dealt
        for taken in self.electorate.choices(sizes, self.heads[option], told.ranges[option]):
            left = tuple(size - count for size, count in zip(sizes, taken, strict=True))
            fixed = told.fixing(option, self.electorate.weigh(taken))
            for way in self._ways(fixed, left, (*later,), last):
                yield way | {option: self.electorate.exactly(taken)} if way else way
        # So that a search that finds no way to deal is counted too.
        yield {}

    def _last_two(self, told: Told, sizes: Sizes, last: tuple[str, str]) -> Way:
        option, other = last
        fit = self.electorate.fit(sizes, self.heads[option], told.pair(option, other))
        return {option: fit, other: self.electorate.rest(sizes, fit)} if fit else {}

    def _learn(self, way: Way) -> None:
        for option, fit in way.items():
            self.findings.learn(option, fit)

    def _most_ways(self, heads: int) -> int:
        return max(FEWEST_WAYS, min(MOST_WAYS, WORK // self.electorate.cost(heads)))


def search(electorate: Electorate, heads: Mapping[str, int], told: Told) -> list[Sure]:
    """What is certain: option, country, weight where it is about that weight only, and number of supporters.

    Nothing, when everything was found to be open.  `heads` are the options that have votes.
    """
    case = _Search(electorate, heads, told)
    found = case.apart()
    return found if found or len(heads) < 3 else case.together()


def seems_open(
    electorate: Electorate, heads: Mapping[str, int], told: Told, counts: Mapping[str, Sizes]
) -> bool:
    """Whether nothing seems certain, each option against the others; `counts` is one way to deal the votes.

    Quicker than `search` and not as sure: False also where it would take too long to find out.
    """
    return _Search(electorate, heads, told).seems_open(counts)


def is_possible(electorate: Electorate, heads: Mapping[str, int], told: Told) -> bool:
    """Whether the votes can be shared out like that, as far as is known; to one option they always can."""
    return len(heads) < 2 or _Search(electorate, heads, told).is_possible()


def _ends(found: frozenset[int], members: int, size: int) -> set[int]:
    """The least and the most voters of a country for each number that its group can have."""
    others = size - members
    if not others:
        return set(found)
    return {end for x in found for end in (max(0, x - others), min(members, x))}
