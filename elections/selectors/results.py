"""The result as a page or a document shows it: totals side by side, who voted how, the count in words."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from elections.enums import Secrecy, TallyState, Trace
from elections.enums.publication import Publication
from elections.models import Ballot, Candidate, Election, Nomination, Proclamation, Tally
from elections.phrases.names import CHOICE_NAMES
from elections.rules.parameters import ElectionRules
from elections.selectors.ballots import candidates_on, has_voted
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
    """A place and whether it voted; in a roll call with its ballots, the last first."""

    number: int
    name: str
    country: str
    weight: Fraction
    holder: str
    holder_id: int | None
    ballots: tuple[Ballot, ...]
    has_voted: bool
    is_barred: bool = False

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
class Published:
    """How finely the sums of a secret vote are published; `step` is None where nothing is rounded."""

    level: Publication
    step: Fraction | None

    @property
    def has_sums(self) -> bool:
        """Whether anything but the outcome is published."""
        return self.level != Publication.OUTCOME


@dataclass(frozen=True)
class ResultFacts:
    """Everything that the page of the result and the proclamation print.

    A secret vote has no ballots here, and where only its outcome is published neither `totals` nor
    `abstentions` nor `for_options`.
    """

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
    is_secret: bool
    published: Published | None = None


def choice_labels(election: Election, candidates: list[Candidate]) -> dict[str, str]:
    """The words of every choice on the ballot, in the active language."""
    named = {} if election.is_ratification else {str(each.number): each.name for each in candidates}
    return named | {key: str(words) for key, words in CHOICE_NAMES.items()}


def result_facts(election: Election, *, with_voters: bool = True) -> ResultFacts:
    """The result that holds, in the words of the active language; a fixed number of queries.

    Before a count there are no totals.  `with_voters`: whether who voted is loaded, and by roll call how.
    """
    tally, proclamation = last_tally(election), last_proclamation(election)
    roll = frozen_roll(election)
    candidates = candidates_on(election)
    labels = choice_labels(election, candidates)
    record = tally.record if tally else {}
    told = record.get("tally", {})
    elected = (tally and tally.elected) or (proclamation and proclamation.elected) or None
    places = election.places.select_related("holder", "bar").annotate(has_voted=has_voted())
    places = list(places.order_by("number"))
    return ResultFacts(
        election=election,
        tally=tally,
        proclamation=proclamation,
        state=TallyState(tally.state) if tally else None,
        elected=elected,
        is_acclamation=election.acclaimed_at is not None,
        totals=tuple(_total(each, labels) for each in told.get("totals", ())),
        abstentions=_total(told.get("abstentions"), labels),
        for_options=_total(told.get("for_options"), labels),
        cast=_total(told.get("cast"), labels),
        quorum=record.get("quorum"),
        places=len(places),
        total_weight=sum((place.weight for place in places), Fraction(0)),
        voters=_voter_lines(election, places, labels) if with_voters else (),
        trace=tuple(_trace_line(each, labels, candidates) for each in record.get("trace", ())),
        fingerprint=roll.fingerprint if roll else "",
        rules=rules_of(election),
        is_secret=election.secrecy == Secrecy.SECRET,
        published=_published(told.get("publication")),
    )


def _published(told: Mapping[str, str | None] | None) -> Published | None:
    if told is None:
        return None
    return Published(Publication(told["level"]), Fraction(told["step"]) if told["step"] else None)


def _total(told: Mapping[str, object] | None, labels: Mapping[str, str]) -> OptionTotal | None:
    if told is None:
        return None
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
            has_voted=place.has_voted,
            is_barred=hasattr(place, "bar"),
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
