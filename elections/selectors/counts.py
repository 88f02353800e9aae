"""The count, made anew from roll and ballots whenever it is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

from elections.models import Ballot, Election
from elections.rules import bundle, count
from elections.rules.parameters import ElectionRules
from elections.rules.quorum import PRESENCE, Quorum, assess
from elections.rules.roll import quorum_base
from elections.selectors.ballots import Participation, candidates_on, choices_of
from elections.selectors.elections import rules_of
from elections.selectors.rolls import frozen_roll


@dataclass(frozen=True)
class QuorumTold:
    """What is told of a quorum: its arithmetic, without `present` where that would tell too much.

    `met` is None as long as it is not known or not to be told.
    """

    facts: Mapping[str, object]
    met: bool | None
    counts_abstentions: bool


def quorum_of(content: Mapping[str, object], rules: ElectionRules, taken: Participation) -> QuorumTold:
    """The quorum with those who took part so far.

    In a secret vote whose abstentions do not count for it, only the count knows who is present.
    """
    found = assess(
        base=quorum_base(content, rules), ballots=taken.voted, abstentions=taken.abstained or 0, rules=rules
    )
    is_open = taken.is_few or (taken.abstained is None and not rules.quorum_counts_abstentions)
    facts = {name: fact for name, fact in found.facts.items() if not (is_open and name in PRESENCE)}
    return QuorumTold(facts, None if is_open else found.met, found.counts_abstentions)


def quorum_counted(told: Mapping[str, object]) -> QuorumTold:
    """The quorum as a count has published it."""
    return QuorumTold(told, bool(told["met"]), bool(told["counts_abstentions"]))


def cast_ballots(election: Election) -> list[Ballot]:
    """Every ballot in order of casting, replaced ones included."""
    ballots = Ballot.objects.filter(place__election=election).select_related("place", "cast_by")
    return list(ballots.order_by("pk"))


def as_cast(ballot: Ballot) -> bundle.CastBallot:
    """A ballot as the bundle shows it."""
    return bundle.CastBallot(
        ballot.place.number, ballot.ordinal, ballot.choice, ballot.cast_at, ballot.receipt
    )


def counted(election: Election) -> tuple[count.Tally, Quorum]:
    """The count of a roll call, made anew from the ballots, with its quorum."""
    cast = count.last_of_each_place(cast_ballots(election), place=lambda ballot: ballot.place_id)
    return tallied(
        election, [count.Ballot(str(each.place.number), each.place.weight, each.choice) for each in cast]
    )


def tallied(election: Election, ballots: list[count.Ballot]) -> tuple[count.Tally, Quorum]:
    """These ballots, counted as the rules of the vote say, with the quorum."""
    rules, options = rules_of(election), candidates_on(election)
    if election.is_ratification:
        (candidate,) = options
        tally = count.ratification(ballots, str(candidate.number), rules.ratification_boundary)
    else:
        tally = count.plurality(ballots, choices_of(election, options))
    quorum = assess(
        base=quorum_base(frozen_roll(election).content, rules),
        ballots=tally.cast.heads,
        abstentions=tally.abstentions.heads,
        rules=rules,
    )
    return count.with_quorum(tally, quorum), quorum
