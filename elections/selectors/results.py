"""The result as a page or a document shows it: totals side by side, who voted how, the count in words."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from elections.enums import TallyState, Trace
from elections.models import Ballot, Candidate, Election, Nomination, Proclamation, Tally
from elections.phrases.names import CHOICE_NAMES
from elections.rules.parameters import ElectionRules
from elections.selectors.ballots import candidates_on
from elections.selectors.counts import cast_ballots
from elections.selectors.elections import rules_of
from elections.selectors.rolls import frozen_roll
from lacralo.core.verdicts import Line


def last_tally(election: Election) -> Tally | None:
    """The count that holds; None before the first."""
    return election.tallies.select_related("elected__nominee", "counted_by").order_by("-version").first()


def last_proclamation(election: Election) -> Proclamation | None:
    """The proclamation that holds; None before the first."""
    found = election.proclamations.select_related("elected__nominee", "elected__member", "proclaimed_by")
    return found.order_by("-version").first()


@dataclass(frozen=True)
class OptionTotal:
    """An option of the ballot with its ballots and weighted votes, side by side."""

    option: str
    label: str
    heads: int
    weight: Fraction


@dataclass(frozen=True)
class VoterLine:
    """A place with its ballots, the last first; none when it did not vote."""

    number: int
    name: str
    country: str
    weight: Fraction
    holder: str
    holder_id: int | None
    ballots: tuple[Ballot, ...]

    @property
    def counting(self) -> Ballot | None:
        """The ballot that counts."""
        return self.ballots[0] if self.ballots else None

    @property
    def replaced(self) -> tuple[Ballot, ...]:
        """The ballots that were replaced by a later one, newest first."""
        return self.ballots[1:]

    @property
    def successor(self) -> str:
        """Who voted, when it is not the person who held the vote when the roll froze."""
        last = self.counting
        return last.cast_by.name if last and last.cast_by_id != self.holder_id else ""


@dataclass(frozen=True)
class ResultFacts:
    """Everything that the page of the result and the proclamation print."""

    election: Election
    tally: Tally | None
    proclamation: Proclamation | None
    state: TallyState | None
    elected: Nomination | None
    is_acclamation: bool
    totals: tuple[OptionTotal, ...]
    abstentions: OptionTotal | None
    for_options: OptionTotal | None
    cast: OptionTotal | None
    quorum: Mapping[str, object] | None
    places: int
    total_weight: Fraction
    voters: tuple[VoterLine, ...]
    trace: tuple[Line, ...]
    fingerprint: str
    rules: ElectionRules


def choice_labels(election: Election, candidates: list[Candidate]) -> dict[str, str]:
    """The words of every choice on the ballot, in the active language."""
    named = {} if election.is_ratification else {str(each.number): each.name for each in candidates}
    return named | {key: str(words) for key, words in CHOICE_NAMES.items()}


def result_facts(election: Election, *, with_voters: bool = True) -> ResultFacts:
    """The result that holds, in the words of the active language; a fixed number of queries.

    Before a count there are no totals.  `with_voters`: whether who voted how is loaded.
    """
    tally, proclamation = last_tally(election), last_proclamation(election)
    roll = frozen_roll(election)
    candidates = candidates_on(election)
    labels = choice_labels(election, candidates)
    record = tally.record if tally else {}
    told = record.get("tally", {})
    elected = (tally and tally.elected) or (proclamation and proclamation.elected) or None
    places = list(election.places.select_related("holder").order_by("number"))
    return ResultFacts(
        election=election,
        tally=tally,
        proclamation=proclamation,
        state=TallyState(tally.state) if tally else None,
        elected=elected,
        is_acclamation=election.acclaimed_at is not None,
        totals=tuple(_total(each, labels) for each in told.get("totals", ())),
        abstentions=_total(told["abstentions"], labels) if told else None,
        for_options=_total(told["for_options"], labels) if told else None,
        cast=_total(told["cast"], labels) if told else None,
        quorum=record.get("quorum"),
        places=len(places),
        total_weight=sum((place.weight for place in places), Fraction(0)),
        voters=_voter_lines(election, places, labels) if with_voters else (),
        trace=tuple(_trace_line(each, labels, candidates) for each in record.get("trace", ())),
        fingerprint=roll.fingerprint if roll else "",
        rules=rules_of(election),
    )


def _total(told: Mapping[str, object], labels: Mapping[str, str]) -> OptionTotal:
    option = told["option"]
    return OptionTotal(option, labels.get(option, option), told["heads"], Fraction(told["weight"]))


def _voter_lines(election: Election, places, labels: Mapping[str, str]) -> tuple[VoterLine, ...]:
    ballots: dict[int, list[Ballot]] = defaultdict(list)
    for ballot in cast_ballots(election):
        ballot.label = labels[ballot.choice]
        ballots[ballot.place_id].insert(0, ballot)
    return tuple(
        VoterLine(
            number=place.number,
            name=place.member_name,
            country=place.country,
            weight=place.weight,
            holder=place.holder.name if place.holder else "",
            holder_id=place.holder_id,
            ballots=tuple(ballots.get(place.pk, ())),
        )
        for place in places
    )


def _trace_line(told: Mapping[str, object], labels: Mapping[str, str], candidates: list[Candidate]) -> Line:
    """A line of the count with the names in place of the numbers on the ballot."""
    facts = dict(told["facts"])
    if "option" in facts:
        facts["option"] = labels.get(facts["option"], facts["option"])
    if "options" in facts:
        facts["options"] = ", ".join(labels.get(each, each) for each in facts["options"])
    if "candidate" in facts:
        facts["candidate"] = {str(each.number): each.name for each in candidates}[facts["candidate"]]
    return Line(Trace(told["code"]), passed=True, facts=facts)
