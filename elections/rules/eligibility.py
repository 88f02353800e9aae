"""Who may stand: every line with its reason and its article, passed or not, as the public sheet shows it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from elections.enums import Bar, Distinct, Join, NominationPhase, PostKey, Uncontested
from elections.rules.parameters import ElectionRules, article_of
from elections.rules.rotation import nominees_limited_to_subregion
from lacralo.core.verdicts import Line, Verdict
from members.enums.individuals import Electorate


@dataclass(frozen=True)
class Candidate:
    """What is known of a person who would stand, on the day it is asked.

    `nationality` is the one declared for this election; the fields about an ALS are those of the ALS that the
    person belongs to.  Empty text is "not known".  `incompatible_interests` counts those that are not to be
    ended before taking office; what they are is nobody's business here.
    """

    accepted: bool
    in_standing: bool
    is_observer: bool = False
    als: str = ""
    als_country: str = ""
    als_subregion: str = ""
    nationality: str = ""
    residence: str = ""
    holds_same_post: bool = False
    sits_in_nomcom: bool = False
    statement_of_interest: bool = False
    incompatible_interests: int = 0
    pledge_given: bool = False
    runs_the_election: bool = False
    is_individual_member: bool = False


@dataclass(frozen=True)
class Holder:
    """A person who holds a seat beside the one to be filled, the one named by the NomCom included."""

    name: str
    nationality: str = ""
    residence: str = ""
    als: str = ""
    subregion: str = ""
    is_predecessor: bool = False


@dataclass(frozen=True)
class Requirements:
    """What a post asks of those who stand.

    `electorate` are those who elect it; individual members elect one of themselves.
    `subregion` is that of the rotation table, empty for a post that does not rotate;
    `holders` are the sitting holders that count for distinctness, and the predecessor, marked as such.
    """

    post: PostKey
    rules: ElectionRules
    subregion: str = ""
    phase: NominationPhase = NominationPhase.SUBREGION
    excluded_countries: frozenset[str] = frozenset()
    holders: tuple[Holder, ...] = ()
    electorate: Electorate = Electorate.MEMBERS


class Path(StrEnum):
    """How an election goes on once its candidates are known."""

    VACANT = "vacant"
    ACCLAMATION = "acclamation"
    RATIFICATION = "ratification"
    VOTE = "vote"


def may_stand(candidate: Candidate, requirements: Requirements) -> Verdict:
    """Who may stand for office (OP 2018 art. 7.1, 7.2.a; OP art. 8; RoP 2020 s. 20-21; Los Angeles 2017)."""
    rules = requirements.rules
    lines = [
        Line(Bar.NOT_ACCEPTED, candidate.accepted, article_of("acceptance_days")),
        Line(Bar.NOT_IN_STANDING, candidate.in_standing, article_of("weight_base")),
        Line(Bar.IS_OBSERVER, not candidate.is_observer, article_of("nominators")),
        *_individual_line(candidate, requirements),
        *_subregion_line(candidate, requirements),
        *_exclusion_line(candidate, requirements),
        _consecutive_line(candidate, requirements),
        *_distinct_lines(candidate, requirements),
        *_nomcom_line(candidate, requirements),
        *_interest_lines(candidate, rules),
    ]
    if rules.pledge_required:
        lines.append(Line(Bar.NO_PLEDGE, candidate.pledge_given, article_of("pledge_required")))
    if not rules.officer_may_stand:
        passed = not candidate.runs_the_election
        lines.append(Line(Bar.RUNS_THE_ELECTION, passed, article_of("officer_may_stand")))
    return Verdict(tuple(lines))


def path_of(valid_candidates: int, rules: ElectionRules) -> Path:
    """How an election of one seat goes on with so many candidates who passed every line.

    Acclamation, where the rules know it, exactly when one valid candidate stands (RoP 2020).
    """
    if valid_candidates == 0:
        return Path.VACANT
    if valid_candidates > 1:
        return Path.VOTE
    acclaimed = rules.uncontested == Uncontested.ACCLAMATION
    return Path.ACCLAMATION if acclaimed else Path.RATIFICATION


def _individual_line(candidate: Candidate, requirements: Requirements) -> Iterable[Line]:
    if requirements.electorate == Electorate.INDIVIDUALS:
        passed = candidate.is_individual_member
        yield Line(Bar.NOT_AN_INDIVIDUAL_MEMBER, passed, article_of("individual_vote"))


def _subregion_line(candidate: Candidate, requirements: Requirements) -> Iterable[Line]:
    if not requirements.subregion:
        return
    limited = nominees_limited_to_subregion(requirements.phase, requirements.rules)
    facts = {
        "subregion": requirements.subregion,
        "own": candidate.als_subregion or "?",
        "phase": str(requirements.phase),
    }
    passed = not limited or candidate.als_subregion == requirements.subregion
    yield Line(Bar.NOT_OF_SUBREGION, passed, article_of("rotation"), facts)


def _exclusion_line(candidate: Candidate, requirements: Requirements) -> Iterable[Line]:
    """A contest may exclude countries: neither their nationals nor the people of their ALSes stand."""
    excluded = requirements.excluded_countries
    if not excluded:
        return
    own = {candidate.nationality, candidate.als_country}
    facts = {"countries": ", ".join(sorted(excluded))}
    yield Line(Bar.COUNTRY_EXCLUDED, not own & excluded, article_of("distinct"), facts)


def _consecutive_line(candidate: Candidate, requirements: Requirements) -> Line:
    allowed = requirements.rules.consecutive_terms_allowed
    passed = allowed or not candidate.holds_same_post
    article = article_of("consecutive_terms_allowed")
    return Line(Bar.CONSECUTIVE_TERM, passed, article, {"post": str(requirements.post)})


def _nomcom_line(candidate: Candidate, requirements: Requirements) -> Iterable[Line]:
    if requirements.post.is_alac and not requirements.rules.nomcom_member_may_stand_for_alac:
        article = article_of("nomcom_member_may_stand_for_alac")
        yield Line(Bar.SITS_IN_NOMCOM, not candidate.sits_in_nomcom, article)


def _interest_lines(candidate: Candidate, rules: ElectionRules) -> Iterable[Line]:
    article = article_of("statement_of_interest_required")
    if rules.statement_of_interest_required:
        yield Line(Bar.NO_STATEMENT_OF_INTEREST, candidate.statement_of_interest, article)
    yield Line(Bar.INCOMPATIBLE_INTEREST, not candidate.incompatible_interests, article)


@dataclass(frozen=True)
class _Aspect:
    same: Bar
    unknown: Bar
    of_candidate: Callable[[Candidate], str]
    of_holder: Callable[[Holder], str]


_ASPECTS = {
    Distinct.NATIONALITY: _Aspect(
        Bar.SAME_NATIONALITY,
        Bar.NATIONALITY_NOT_DECLARED,
        lambda candidate: candidate.nationality,
        lambda holder: holder.nationality,
    ),
    Distinct.RESIDENCE: _Aspect(
        Bar.SAME_RESIDENCE,
        Bar.RESIDENCE_NOT_DECLARED,
        lambda candidate: candidate.residence,
        lambda holder: holder.residence,
    ),
    Distinct.ALS: _Aspect(
        Bar.SAME_ALS,
        Bar.ALS_NOT_DECLARED,
        lambda candidate: candidate.als,
        lambda holder: holder.als,
    ),
    Distinct.SUBREGION: _Aspect(
        Bar.SAME_SUBREGION,
        Bar.SUBREGION_NOT_KNOWN,
        lambda candidate: candidate.als_subregion,
        lambda holder: holder.subregion,
    ),
}


def _distinct_lines(candidate: Candidate, requirements: Requirements) -> list[Line]:
    """Distinct from the sitting holders (OP art. 8), the member of the ALAC named by the NomCom included."""
    rules = requirements.rules
    if requirements.post not in rules.distinct_posts or not rules.distinct:
        return []
    aspects = [_ASPECTS[each] for each in rules.distinct]
    holders = [
        holder
        for holder in requirements.holders
        if rules.distinct_against_predecessor or not holder.is_predecessor
    ]
    if rules.distinct_join == Join.OR:
        return [_differs_in_one(candidate, aspects, holders, rules)]
    return [_differs(candidate, aspect, holders) for aspect in aspects]


def _differs(candidate: Candidate, aspect: _Aspect, holders: list[Holder]) -> Line:
    own, article = aspect.of_candidate(candidate), article_of("distinct")
    if holders and not own:
        return Line(aspect.unknown, False, article)
    # A holder of two nationalities comes twice.
    same = sorted({holder.name for holder in holders if aspect.of_holder(holder) == own})
    return Line(aspect.same, not same, article, {"own": own, "holders": ", ".join(same)})


def _differs_in_one(
    candidate: Candidate, aspects: list[_Aspect], holders: list[Holder], rules: ElectionRules
) -> Line:
    """For every holder there is at least one known difference."""
    alike = sorted(
        {
            holder.name
            for holder in holders
            if not any(
                aspect.of_candidate(candidate) and aspect.of_candidate(candidate) != aspect.of_holder(holder)
                for aspect in aspects
            )
        }
    )
    facts = {"aspects": ", ".join(rules.distinct), "holders": ", ".join(alike)}
    return Line(Bar.NOT_DISTINCT, not alike, article_of("distinct_join"), facts)
