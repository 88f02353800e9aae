"""What a published result would give away, and how finely it is published so that it gives nobody away.

In a secret vote the weights are public and so is who took part (RoP s.13): a weight of one eighth of a
country is that country.  Published are, for every option, abstention among them, its heads and its weight
rounded to a step; the weight of all who took part; and the outcome.  A level passes when, all that being
known, every country that took part may have given each option at least two different numbers of votes, and
every voter may have chosen it or not.

Whoever reads this rule also knows why a level was chosen.  Were it the finest that passes for these sums, a
coarser one would tell that every finer one had failed, and often that is enough to be certain
(`tests/bench/leaks.py` counts it).  So the level is chosen by what is published with it anyway: who took
part, and the heads of the options.  There the sums pass or not, as anybody sees from what is published.
If they do not, the outcome alone is published.  It fits "all voted for the winner" as well as "all but this
one, who abstained", whoever this one is: both are withheld.  Only what an outcome says by itself is out of
reach of any rule: who weighs half of all votes or more did not choose a loser.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from math import ceil, floor, gcd, lcm

from elections.enums.publication import Publication
from elections.rules.count import ABSTAIN
from elections.rules.figures import exact_number
from elections.rules.leak_draws import Numbers
from elections.rules.leak_search import Sure, is_possible, search, seems_open
from elections.rules.leak_subsets import Electorate, Range, Sizes
from elections.rules.leak_told import Told

#: The step of rounding as a share of the weight of the whole roll, from the finest level to the coarsest.
SHARES = {
    Publication.EXACT: None,
    Publication.ONE: Fraction(1, 100),
    Publication.FIVE: Fraction(5, 100),
    Publication.TEN: Fraction(10, 100),
}
#: A level suits some heads when it passes in so many of so many draws of who gave which vote.
SUITING, DRAWS = 18, 20
#: The draws are the same for everybody.
SEED = "lacralo-leaks/1"


@dataclass(frozen=True)
class Voter:
    """One place that took part, or, before the vote, one place of the roll."""

    place: int
    country: str
    weight: Fraction


@dataclass(frozen=True)
class Figure:
    """What one option got, exactly; abstention is an option."""

    option: str
    heads: int
    weight: Fraction


@dataclass(frozen=True)
class Certainty:
    """One thing that a published result would give away.

    So many (`supporters`) voters of the country chose the option.  With a weight: so many of its voters of
    that weight did, all of them or nobody.  Without a country: all voters did, or all but one, who then
    knows the choice of everybody else.  `supporters` is None where the search ended before it found two
    ways to share out the votes: what is not shown to be open counts as certain.
    """

    option: str
    country: str | None
    supporters: int | None
    weight: Fraction | None = None


def step_of(level: Publication, roll_total: Fraction) -> Fraction | None:
    """To what multiple totals are rounded at a level: 1, 5 or 10 % of the weight of the whole roll.

    None at the exact level.  Raises ValueError for the outcome alone, which has no totals, and for a roll
    that weighs nothing.
    """
    if Publication(level) not in SHARES:
        raise ValueError(f"no totals are published at the level {str(level)!r}")
    if exact_number(roll_total) <= 0:
        raise ValueError(f"a roll weighs more than nothing, not {roll_total}")
    share = SHARES[Publication(level)]
    return None if share is None else share * exact_number(roll_total)


def rounded(weight: Fraction, step: Fraction | None) -> Fraction:
    """The weight as it is published: the nearest multiple of the step, half up; without a step, itself."""
    if step is None:
        return exact_number(weight)
    return floor(exact_number(weight) / exact_number(step) + Fraction(1, 2)) * exact_number(step)


def finest(
    voters: Iterable[Voter], figures: Iterable[Figure], *, roll_total: Fraction, winner: str | None = None
) -> Publication:
    """How finely these figures are published: at the level that suits their heads, or the outcome alone.

    The level is the finest that passes in at least 18 of 20 draws of who gave which vote, or else that which
    passes in most of them.  Raises ValueError for figures that these voters cannot have given.
    """
    count = _Count(voters, figures, roll_total, winner)
    if count.standing_apart():
        return Publication.OUTCOME
    level = count.suiting()
    return Publication.OUTCOME if count.certain(level) else level


def certain(
    voters: Iterable[Voter],
    figures: Iterable[Figure],
    *,
    level: Publication,
    roll_total: Fraction,
    winner: str | None = None,
) -> tuple[Certainty, ...]:
    """What would be certain if the result were published at that level, in order; nothing when it passes.

    Raises what `finest` and `step_of` raise.
    """
    step_of(level, roll_total)
    count = _Count(voters, figures, roll_total, winner)
    found = [
        Certainty(option, country, supporters, None if weight is None else weight * count.unit)
        for option, country, weight, supporters in count.certain(level)
    ]
    return tuple(
        sorted(
            count.standing_apart() + found,
            key=lambda each: (each.option, each.country or "", each.weight or 0),
        )
    )


class _Count:
    """A count and its voters, checked; sums are in whole units."""

    def __init__(
        self,
        voters: Iterable[Voter],
        figures: Iterable[Figure],
        roll_total: Fraction,
        winner: str | None,
    ):
        voters, figures = sorted(voters, key=lambda voter: voter.place), tuple(figures)
        _check_voters(voters, roll_total)
        _check_figures(voters, figures)
        self.unit = _unit(voters)
        self.steps = {level: step_of(level, roll_total) for level in SHARES}
        self.electorate = Electorate([(voter.country, int(voter.weight / self.unit)) for voter in voters])
        # An option without a vote tells no country from another.
        self.heads = {figure.option: figure.heads for figure in figures if figure.heads}
        self.sums = {figure.option: figure.weight / self.unit for figure in figures if figure.heads}
        _check_winner(winner, figures)
        self._check_possible()

    def certain(self, level: Publication) -> list[Sure]:
        """What is certain at a level."""
        return search(self.electorate, self.heads, self._told(level, self.sums))

    def standing_apart(self) -> list[Certainty]:
        """Options that all chose, or all but one: to that one the choice of all others is certain.

        That both are withheld also keeps the outcome alone from meaning "unanimous".
        """
        most = self.electorate.voters - 1
        return [Certainty(option, None, heads) for option, heads in self.heads.items() if heads >= most]

    def suiting(self) -> Publication:
        """The level that suits these heads: nothing in it depends on the sums."""
        draws = list(self._draws())
        passing: dict[Publication, int] = {}
        for level in SHARES:
            passing[level] = sum(self._seems_open(level, counts) for counts in draws)
            if passing[level] >= SUITING:
                return level
        return max(passing, key=passing.__getitem__)

    def _draws(self) -> Iterator[dict[str, Sizes]]:
        """Draws of who gave which vote: how many of each group chose each option."""
        options = sorted(self.heads, key=lambda option: (self.heads[option], option))
        for draw in range(DRAWS):
            groups = iter(Numbers(f"{SEED}/{draw}").in_any_order(self.electorate.group_of))
            drawn = {option: Counter(islice(groups, self.heads[option])) for option in options}
            yield {
                option: tuple(counter[at] for at in range(len(self.electorate.sizes)))
                for option, counter in drawn.items()
            }

    def _seems_open(self, level: Publication, counts: Mapping[str, Sizes]) -> bool:
        sums = {option: self.electorate.weigh(counts[option]) for option in counts}
        return seems_open(self.electorate, self.heads, self._told(level, sums), counts)

    def _told(self, level: Publication, sums: Mapping[str, int]) -> Told:
        """What is told at a level if these are the sums.

        The outcome is taken to be known whatever became of the vote: who is first, and who ties with them.
        """
        ranges = {option: self._range(level, total) for option, total in sums.items()}
        leaders, followers = _by_outcome(sums)
        return Told(ranges, self.electorate.total, leaders, followers).narrowed()

    def _range(self, level: Publication, total: int) -> Range:
        """The sums that are published like this one."""
        step = self.steps[level]
        if step is None:
            return total, total
        middle = rounded(total * self.unit, step)
        return ceil((middle - step / 2) / self.unit), ceil((middle + step / 2) / self.unit) - 1

    def _check_possible(self) -> None:
        whole = all(total.denominator == 1 for total in self.sums.values())
        self.sums = {option: int(total) for option, total in self.sums.items()}
        told = self._told(Publication.EXACT, self.sums)
        if not whole or not is_possible(self.electorate, self.heads, told):
            raise ValueError("no way to share out the votes gives these figures")


def _by_outcome(weights: Mapping[str, Fraction | int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The candidates that are first, and the others.  Without a vote for anybody nobody is first."""
    candidates = {option: weight for option, weight in weights.items() if option != ABSTAIN}
    most = max(candidates.values(), default=0)
    leaders = tuple(sorted(option for option, weight in candidates.items() if weight == most))
    return leaders, tuple(sorted(candidates.keys() - {*leaders}))


def _check_voters(voters: list[Voter], roll_total: Fraction) -> None:
    if len({voter.place for voter in voters}) != len(voters):
        raise ValueError("a place took part twice")
    if any(exact_number(voter.weight) <= 0 for voter in voters):
        raise ValueError("a weight is above zero")
    if sum(voter.weight for voter in voters) > exact_number(roll_total):
        raise ValueError("those who took part weigh more than the whole roll")


def _check_figures(voters: list[Voter], figures: tuple[Figure, ...]) -> None:
    if len({figure.option for figure in figures}) != len(figures):
        raise ValueError("an option is told twice")
    if not all((figure.heads > 0) == (exact_number(figure.weight) > 0) for figure in figures):
        raise ValueError("an option has a weight without heads, or heads without a weight")
    if any(figure.heads < 0 or figure.weight < 0 for figure in figures):
        raise ValueError("an option has less than nothing")
    if sum(figure.heads for figure in figures) != len(voters):
        raise ValueError("the heads of the options are not as many as took part")
    if sum(figure.weight for figure in figures) != sum(voter.weight for voter in voters):
        raise ValueError("the options do not weigh together what those weigh who took part")


def _check_winner(winner: str | None, figures: tuple[Figure, ...]) -> None:
    leaders, _ = _by_outcome({figure.option: figure.weight for figure in figures if figure.heads})
    if winner is not None and winner not in leaders:
        raise ValueError(f"{winner!r} cannot have won with these figures")


def _unit(voters: list[Voter]) -> Fraction:
    """The greatest weight of which every voter's is a multiple."""
    scale = lcm(*(voter.weight.denominator for voter in voters))
    return Fraction(gcd(*(int(voter.weight * scale) for voter in voters)) or 1, scale)
