"""Counting: exact, independent of any order, and told line by line.

Weighted plurality (RoP s.16; ballots without a choice are reported and not counted) and the ballot of
yes or no on a single candidate.  A tie is a result with a name.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from operator import attrgetter
from typing import TypeVar

from elections.enums import RatificationBoundary, TallyState, Trace
from elections.rules.figures import exact, exact_number
from elections.rules.quorum import Quorum

ABSTAIN = "abstain"
YES = "yes"
NO = "no"

Cast = TypeVar("Cast")


class UnknownChoice(ValueError):
    """A ballot names something that is not on it."""

    def __init__(self, place: str, choice: str):
        self.place, self.choice = place, choice
        super().__init__(f"place {place}: {choice!r} is not on the ballot")


class TwoBallots(ValueError):
    """One place would count twice."""

    def __init__(self, place: str):
        self.place = place
        super().__init__(f"place {place} has two ballots in one count")


@dataclass(frozen=True)
class Ballot:
    """What one place of the roll chose, with its exact weight; `ABSTAIN` is a choice."""

    place: str
    weight: Fraction
    choice: str


@dataclass(frozen=True)
class Total:
    """Heads and weighted votes side by side."""

    option: str
    heads: int
    weight: Fraction


@dataclass(frozen=True)
class TraceLine:
    """One step of the count, to be put into words."""

    code: Trace
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Tally:
    """What a count found.  `elected` names somebody only in the state `elected`.

    Percentages have two bases: `for_options` (abstentions left out, what decides) and `cast` (all ballots).
    """

    state: TallyState
    elected: str | None
    tied: tuple[str, ...]
    totals: tuple[Total, ...]
    abstentions: Total
    for_options: Total
    cast: Total
    trace: tuple[TraceLine, ...]


def last_of_each_place(
    cast: Iterable[Cast], place: Callable[[Cast], str] = attrgetter("place")
) -> tuple[Cast, ...]:
    """The ballots that count, of all that were cast in order: the last of each place."""
    last: dict[str, Cast] = {}
    for ballot in cast:
        last.pop(place(ballot), None)
        last[place(ballot)] = ballot
    return tuple(last.values())


def plurality(ballots: Iterable[Ballot], candidates: Collection[str]) -> Tally:
    """Most weighted votes win (RoP s.16); abstentions are reported and decide nothing.

    Exact equality at the top is the state `tie`, and nobody is elected.
    Raises UnknownChoice, TwoBallots, TypeError for a weight that is not exact, ValueError for one that is
    not above zero.
    """
    counted = _Counted.of(ballots, candidates)
    leaders = _leaders(counted.totals)
    if not leaders:
        return counted.tally(TallyState.NO_VOTES, TraceLine(Trace.NO_VOTES))
    highest = _line(Trace.HIGHEST, leaders[0])
    if len(leaders) > 1:
        tied = tuple(total.option for total in leaders)
        facts = {"options": tied, "weight": exact(leaders[0].weight)}
        return counted.tally(TallyState.TIE, highest, TraceLine(Trace.TIE, facts), tied=tied)
    return counted.tally(
        TallyState.ELECTED, highest, _line(Trace.ELECTED, leaders[0]), elected=leaders[0].option
    )


def ratification(
    ballots: Iterable[Ballot],
    candidate: str,
    boundary: RatificationBoundary = RatificationBoundary.YES_EXCEEDS_NO,
) -> Tally:
    """Whether a single candidate is elected by a ballot of yes or no; abstentions decide nothing.

    `boundary` says what equality means.  Raises what `plurality` raises.
    """
    counted = _Counted.of(ballots, (YES, NO))
    weights = {total.option: total.weight for total in counted.totals}
    if counted.for_options.heads == 0:
        return counted.tally(TallyState.NO_VOTES, TraceLine(Trace.NO_VOTES))
    facts = {"candidate": candidate, "yes": exact(weights[YES]), "no": exact(weights[NO])}
    enough = weights[YES] > weights[NO] or (
        weights[YES] == weights[NO] and boundary == RatificationBoundary.NO_DOES_NOT_EXCEED_YES
    )
    if enough:
        return counted.tally(TallyState.ELECTED, TraceLine(Trace.RATIFIED, facts), elected=candidate)
    return counted.tally(TallyState.NOT_RATIFIED, TraceLine(Trace.NOT_RATIFIED, facts))


def with_quorum(tally: Tally, quorum: Quorum) -> Tally:
    """The tally with the quorum told at its end; without a quorum nobody is elected (RoP s.15)."""
    if quorum.met:
        return replace(tally, trace=(*tally.trace, TraceLine(Trace.QUORUM_MET, quorum.facts)))
    return replace(
        tally,
        state=TallyState.NO_QUORUM,
        elected=None,
        tied=(),
        trace=(*tally.trace, TraceLine(Trace.QUORUM_NOT_MET, quorum.facts)),
    )


@dataclass(frozen=True)
class _Counted:
    totals: tuple[Total, ...]
    abstentions: Total
    for_options: Total
    cast: Total

    @classmethod
    def of(cls, ballots: Iterable[Ballot], options: Collection[str]) -> "_Counted":
        heads = dict.fromkeys((*options, ABSTAIN), 0)
        weights = dict.fromkeys((*options, ABSTAIN), Fraction(0))
        seen: set[str] = set()
        for ballot in ballots:
            _check(ballot, heads, seen)
            heads[ballot.choice] += 1
            weights[ballot.choice] += ballot.weight
        by_option = [Total(option, heads[option], weights[option]) for option in set(options)]
        abstentions = Total(ABSTAIN, heads[ABSTAIN], weights[ABSTAIN])
        for_options = _sum("options", by_option)
        return cls(
            tuple(sorted(by_option, key=lambda total: (-total.weight, total.option))),
            abstentions,
            for_options,
            _sum("cast", (for_options, abstentions)),
        )

    def tally(
        self,
        state: TallyState,
        *lines: TraceLine,
        elected: str | None = None,
        tied: tuple[str, ...] = (),
    ) -> Tally:
        opening = (
            _line(Trace.BALLOTS, self.cast),
            _line(Trace.ABSTENTIONS, self.abstentions),
            *(_line(Trace.TOTAL, total) for total in self.totals),
        )
        return Tally(
            state,
            elected,
            tied,
            self.totals,
            self.abstentions,
            self.for_options,
            self.cast,
            trace=(*opening, *lines),
        )


def _check(ballot: Ballot, options: Mapping[str, int], seen: set[str]) -> None:
    if exact_number(ballot.weight) <= 0:
        raise ValueError(f"place {ballot.place}: a weight is above zero, not {ballot.weight}")
    if ballot.choice not in options:
        raise UnknownChoice(ballot.place, ballot.choice)
    if ballot.place in seen:
        raise TwoBallots(ballot.place)
    seen.add(ballot.place)


def _leaders(totals: tuple[Total, ...]) -> tuple[Total, ...]:
    most = max((total.weight for total in totals), default=Fraction(0))
    return tuple(total for total in totals if total.weight == most) if most else ()


def _sum(option: str, totals: Iterable[Total]) -> Total:
    totals = tuple(totals)
    weight = sum((total.weight for total in totals), Fraction(0))
    return Total(option, sum(total.heads for total in totals), weight)


def _line(code: Trace, total: Total) -> TraceLine:
    facts = {"option": total.option, "heads": total.heads, "weight": exact(total.weight)}
    return TraceLine(code, facts)
