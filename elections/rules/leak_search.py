"""In how many ways the votes can be shared out over the options, as far as it has to be known.

First each option against the rest, which is exact for two options and for more finds most of what is certain;
then all options together: the votes of all but two are dealt out one way after the other, and for those two
everything that is possible is found at once.
"""

from collections.abc import Iterator, Mapping

from elections.rules.leak_subsets import Electorate, Fit, Sizes
from elections.rules.leak_told import Told

#: How much the search for one option may do, in bits moved: counted, not timed, so that all find the same.
WORK = 1_000_000_000
FEWEST_WAYS, MOST_WAYS = 32, 2_000

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

    def certain(self) -> list[Sure]:
        return self.findings.certain(*self.options)

    def apart(self) -> None:
        """Each option against all others."""
        for option in self.options:
            fit = self.electorate.fit(self.electorate.sizes, self.heads[option], self.told.ranges[option])
            self.findings.learn(option, fit)

    def together(self) -> None:
        """All options at once, with each option and the largest other left to the last."""
        self.findings = Findings(self.electorate, self.heads)
        pairs = {}
        for option in self.options:
            largest = next(other for other in reversed(self.options) if other != option)
            pairs.setdefault(frozenset((option, largest)), (option, largest))
        for option, largest in pairs.values():
            self._deal(option, largest)

    def _deal(self, option: str, largest: str) -> None:
        dealt = tuple(other for other in self.options if other not in (option, largest))
        limit = self._most_ways(min(self.heads[option], self.heads[largest]))
        ways = self._ways(self.told, self.electorate.sizes, dealt, (option, largest))
        worked = False
        for tried, way in enumerate(ways, start=1):
            worked = worked or bool(way)
            for each, fit in way.items():
                self.findings.learn(each, fit)
            if tried == limit or not self.findings.certain(option, largest):
                return
        if not worked:
            raise ValueError("no way to share out the votes gives these figures")

    def _ways(self, told: Told, sizes: Sizes, dealt: tuple[str, ...], last: tuple[str, str]) -> Iterator[Way]:
        if not dealt:
            yield self._last_two(told, sizes, last)
            return
        option, *later = dealt
        for taken in self.electorate.choices(sizes, self.heads[option], told.ranges[option]):
            left = tuple(size - count for size, count in zip(sizes, taken, strict=True))
            for way in self._ways(
                told.fixing(option, self.electorate.weigh(taken)), left, tuple(later), last
            ):
                yield way | {option: self.electorate.exactly(taken)} if way else way
        yield {}

    def _last_two(self, told: Told, sizes: Sizes, last: tuple[str, str]) -> Way:
        option, other = last
        fit = self.electorate.fit(sizes, self.heads[option], told.pair(option, other))
        return {option: fit, other: self.electorate.rest(sizes, fit)} if fit else {}

    def _most_ways(self, heads: int) -> int:
        cost = self.electorate.voters * (heads + 1) * (self.electorate.total + 64)
        return max(FEWEST_WAYS, min(MOST_WAYS, WORK // cost))


def search(electorate: Electorate, heads: Mapping[str, int], told: Told) -> list[Sure]:
    """What is certain: option, country, weight where it is about that weight only, and number of supporters.

    Nothing, when everything was found to be open.  `heads` are the options that have votes.
    Raises ValueError when the votes cannot be shared out like that.
    """
    case = _Search(electorate, heads, told)
    if len(heads) != 2:
        case.apart()
    if len(heads) == 2 or (len(heads) > 2 and not case.certain()):
        case.together()
    return case.certain()


def _ends(found: frozenset[int], members: int, size: int) -> set[int]:
    """The least and the most voters of a country for each number that its group can have."""
    others = size - members
    return {end for x in found for end in (max(0, x - others), min(members, x))}
