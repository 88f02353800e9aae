"""Who may nominate, answer a nomination, and dispute a line of the eligibility sheet."""

from dataclasses import dataclass
from datetime import datetime

from elections.enums import Bar, NominationPhase, NominationState, Nominators, Phase
from elections.rules.parameters import ElectionRules, article_of
from elections.rules.phase import NOMINATING
from elections.rules.rotation import nominators_in
from lacralo.core.verdicts import Line, Verdict
from members.enums.individuals import Electorate

_ANSWERING = NOMINATING | {Phase.ACCEPTANCE}
_PHASES = {
    Phase.NOMINATIONS: NominationPhase.SUBREGION,
    Phase.NOMINATIONS_2: NominationPhase.NAMED_BY_SUBREGION,
    Phase.NOMINATIONS_3: NominationPhase.OPEN_TO_ALL,
}


@dataclass(frozen=True)
class Nominator:
    """Who nominates: the member that the person acts for, or their own ALS when they nominate themselves."""

    acts_for_a_member: bool
    in_standing: bool
    is_observer: bool = False
    subregion: str = ""
    is_individual_member: bool = False


@dataclass(frozen=True)
class Nominee:
    """What the rules ask of a nomination that waits for an answer, or was given one."""

    is_nominee: bool
    state: NominationState
    phase: Phase
    is_frozen: bool = False
    pledge_given: bool = False


def nomination_phase(phase: Phase) -> NominationPhase:
    """The phase of the rotation that nominations made in this phase of the election belong to.

    Raises KeyError when no nominations are taken.
    """
    return _PHASES[phase]


def may_nominate(
    nominator: Nominator,
    *,
    phase: Phase,
    subregion: str,
    already_nominated: bool,
    rules: ElectionRules,
    electorate: Electorate = Electorate.MEMBERS,
) -> Verdict:
    """Who may nominate (RoP 2020): any member in standing; where the sub-region names, only its members.

    Where the individual members elect, each of them names in their own name, and nobody else does.
    `subregion` is that of the rotation table, empty for a post that does not rotate.
    """
    article = article_of("nominators")
    lines = [
        Line(Bar.NOMINATIONS_CLOSED, phase in NOMINATING, article_of("nomination_days")),
        Line(Bar.NOMINATOR_REPRESENTS_NO_MEMBER, nominator.acts_for_a_member, article),
        Line(Bar.NOMINATOR_NOT_IN_STANDING, nominator.in_standing, article_of("weight_base")),
        Line(Bar.ALREADY_NOMINATED, not already_nominated),
    ]
    if not rules.observers_may_nominate:
        article_on_observers = article_of("observers_may_nominate")
        lines.append(Line(Bar.NOMINATOR_IS_OBSERVER, not nominator.is_observer, article_on_observers))
    if electorate == Electorate.INDIVIDUALS:
        article_on_individuals = article_of("individual_vote")
        lines.append(
            Line(Bar.NOMINATOR_NOT_AN_INDIVIDUAL, nominator.is_individual_member, article_on_individuals)
        )
    if subregion and _only_the_subregion_names(phase, rules):
        passed = nominator.subregion == subregion
        facts = {"subregion": subregion, "own": nominator.subregion or "?"}
        lines.append(Line(Bar.NOMINATOR_NOT_OF_SUBREGION, passed, article, facts))
    return Verdict(tuple(lines))


def may_accept(nominee: Nominee, rules: ElectionRules) -> Verdict:
    """Who may accept: the nominee, until the acceptance ends, with the pledge where it is asked."""
    lines = _answering_lines(nominee)
    if rules.pledge_required:
        lines.append(Line(Bar.NO_PLEDGE, nominee.pledge_given, article_of("pledge_required")))
    return Verdict(tuple(lines))


def may_decline(nominee: Nominee) -> Verdict:
    """Who may decline: the nominee, until the acceptance ends; silence after that lapses."""
    return Verdict(tuple(_answering_lines(nominee)))


def may_withdraw(nominee: Nominee) -> Verdict:
    """Who may withdraw: the nominee, until the roll and the ballot are frozen.

    After that the names stand; if a candidate is lost then, the election is annulled and starts anew.
    """
    live = nominee.state in {NominationState.SUBMITTED, NominationState.ACCEPTED}
    return Verdict(
        (
            Line(Bar.NOT_THE_NOMINEE, nominee.is_nominee),
            Line(Bar.ANSWERED_ALREADY, live, "", {"state": str(nominee.state)}),
            Line(Bar.CANDIDATES_FIXED, not nominee.is_frozen),
        )
    )


def may_challenge_line(*, is_concerned: bool, is_frozen: bool, closes: datetime, now: datetime) -> Verdict:
    """Who may dispute a line of an eligibility sheet: the candidate or a member, before the roll freezes.

    `closes` is the end of the calendar's step for it.
    """
    article = article_of("eligibility_challenge_days")
    return Verdict(
        (
            Line(Bar.NOT_CONCERNED, is_concerned, article),
            Line(Bar.ROLL_FROZEN, not is_frozen, article),
            Line(Bar.CHALLENGE_WINDOW_OVER, now < closes, article),
        )
    )


def _only_the_subregion_names(phase: Phase, rules: ElectionRules) -> bool:
    named_in = _PHASES.get(phase, NominationPhase.SUBREGION)
    return nominators_in(named_in, rules) == Nominators.MEMBERS_OF_SUBREGION


def _answering_lines(nominee: Nominee) -> list[Line]:
    submitted = nominee.state == NominationState.SUBMITTED
    return [
        Line(Bar.NOT_THE_NOMINEE, nominee.is_nominee),
        Line(Bar.ANSWERED_ALREADY, submitted, "", {"state": str(nominee.state)}),
        Line(Bar.ACCEPTANCE_OVER, nominee.phase in _ANSWERING, article_of("acceptance_days")),
    ]
