"""What a published result would give away, and the finest level at which it gives nobody away (RoP s.13).

In a secret vote the weights are public and so is who took part: a weight of one eighth of a country is that
country.  Published are, for every option, abstention among them, its heads and its weight rounded to a step;
the weight of all candidates together, rounded too; the weight of all who took part; and the outcome.
A level passes when, all that being known, every country that took part may have given each option at least
two different numbers of votes, and every voter may have chosen it or not.

The outcome is taken to be known exactly: who is first, and who ties with them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, gcd, lcm

from elections.enums.publication import Publication
from elections.rules.count import ABSTAIN
from elections.rules.figures import exact_number
from elections.rules.leak_search import search
from elections.rules.leak_subsets import Electorate, Range
from elections.rules.leak_told import Told

#: The step of rounding as a share of the weight of the whole roll, from the finest level to the coarsest.
SHARES = {
    Publication.EXACT: None,
    Publication.ONE: Fraction(1, 100),
    Publication.FIVE: Fraction(5, 100),
    Publication.TEN: Fraction(10, 100),
}


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
    """The finest level at which nothing is certain; the outcome alone when there is none.

    Raises ValueError for figures that these voters cannot have given.
    """
    count = _Count(voters, figures, roll_total, winner)
    passing = (level for level in SHARES if not count.certain(step_of(level, roll_total)))
    return next(passing, Publication.OUTCOME)


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
    return _Count(voters, figures, roll_total, winner).certain(step_of(level, roll_total))


class _Count:
    """A count and its voters, checked; sums in whole units."""

    def __init__(
        self,
        voters: Iterable[Voter],
        figures: Iterable[Figure],
        roll_total: Fraction,
        winner: str | None,
    ):
        voters, figures = tuple(voters), tuple(figures)
        _check_voters(voters, roll_total)
        _check_figures(voters, figures)
        self.leaders = _leaders(figures, winner)
        self.unit = _unit(voters)
        self.electorate = Electorate([(voter.country, int(voter.weight / self.unit)) for voter in voters])
        # Options without a vote tell no country from another: all weights that are left are the others'.
        self.figures = sorted(
            (figure for figure in figures if figure.heads), key=lambda figure: (figure.heads, figure.option)
        )
        self._check_reachable()

    def certain(self, step: Fraction | None) -> tuple[Certainty, ...]:
        """What would be certain with totals rounded to that step."""
        heads = {figure.option: figure.heads for figure in self.figures}
        found = [
            Certainty(option, country, supporters, None if weight is None else weight * self.unit)
            for option, country, weight, supporters in search(self.electorate, heads, self._told(step))
        ]
        return tuple(
            sorted(
                self._standing_apart() + found,
                key=lambda each: (each.option, each.country or "", each.weight or 0),
            )
        )

    def _standing_apart(self) -> list[Certainty]:
        """Options that all chose, or all but one: to that one the others' choice is certain.

        Failing both alike also keeps the outcome alone, where weights are equal, from meaning "unanimous".
        """
        most = self.electorate.voters - 1
        return [Certainty(each.option, None, each.heads) for each in self.figures if each.heads >= most]

    def _told(self, step: Fraction | None) -> Told:
        ranges = {figure.option: self._range(figure.weight, step) for figure in self.figures}
        total = self.electorate.total
        if ABSTAIN in ranges:
            for_candidates = sum(figure.weight for figure in self.figures if figure.option != ABSTAIN)
            low, high = self._range(for_candidates, step)
            least, most = ranges[ABSTAIN]
            ranges[ABSTAIN] = max(least, total - high), min(most, total - low)
        followers = tuple(option for option in ranges if option not in (*self.leaders, ABSTAIN))
        return Told(ranges, total, self.leaders, followers).narrowed()

    def _range(self, weight: Fraction, step: Fraction | None) -> Range:
        """The sums, in units, that are published like this weight."""
        if step is None:
            return int(weight / self.unit), int(weight / self.unit)
        middle = rounded(weight, step)
        return ceil((middle - step / 2) / self.unit), ceil((middle + step / 2) / self.unit) - 1

    def _check_reachable(self) -> None:
        # From the largest on, so that the sums are worked out once.
        voters = self.electorate.voters
        for figure in sorted(self.figures, key=lambda each: -min(each.heads, voters - each.heads)):
            sums = figure.weight / self.unit
            if sums.denominator != 1 or not self.electorate.reaches(figure.heads, int(sums)):
                raise ValueError(f"{figure.option}: no {figure.heads} voters weigh {figure.weight} together")


def _check_voters(voters: tuple[Voter, ...], roll_total: Fraction) -> None:
    if len({voter.place for voter in voters}) != len(voters):
        raise ValueError("a place took part twice")
    if any(exact_number(voter.weight) <= 0 for voter in voters):
        raise ValueError("a weight is above zero")
    if sum(voter.weight for voter in voters) > exact_number(roll_total):
        raise ValueError("those who took part weigh more than the whole roll")


def _check_figures(voters: tuple[Voter, ...], figures: tuple[Figure, ...]) -> None:
    if len({figure.option for figure in figures}) != len(figures):
        raise ValueError("an option is told twice")
    if any(
        figure.heads < 0 or (figure.heads == 0) != (exact_number(figure.weight) == 0) for figure in figures
    ):
        raise ValueError("an option has a weight without heads, or heads without a weight")
    if sum(figure.heads for figure in figures) != len(voters):
        raise ValueError("the heads of the options are not as many as took part")
    if sum(figure.weight for figure in figures) != sum(voter.weight for voter in voters):
        raise ValueError("the options do not weigh what those weigh who took part")


def _leaders(figures: tuple[Figure, ...], winner: str | None) -> tuple[str, ...]:
    """Who is first.  Raises ValueError for a winner who is not among them."""
    weights = {figure.option: figure.weight for figure in figures if figure.option != ABSTAIN}
    most = max(weights.values(), default=0)
    leaders = tuple(sorted(option for option, weight in weights.items() if weight == most))
    if winner is not None and winner not in leaders:
        raise ValueError(f"{winner!r} cannot have won with these figures")
    return leaders if most else ()


def _unit(voters: tuple[Voter, ...]) -> Fraction:
    scale = lcm(*(voter.weight.denominator for voter in voters))
    return Fraction(gcd(*(int(voter.weight * scale) for voter in voters)) or 1, scale)
