"""Who nominates, answers, withdraws, writes, translates and disputes."""

from datetime import datetime

from elections.enums import CalendarKey, NominationState
from elections.models import Election, EligibilityChallenge, Nomination
from elections.permissions.elections import can_object, can_run
from elections.rules.disputing import may_answer_challenge, may_decide
from elections.rules.nominating import may_challenge_line, may_decline, may_withdraw
from elections.rules.statements import may_translate, may_write
from elections.selectors.elections import Stage, stage_of
from elections.selectors.nominations import Acting, acting_for, may_nominate_for, nominee_facts
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Verdict
from members.selectors.offices import runs_elections
from members.selectors.representation import representations_of

_WORDS_TO_COME = "to come"


def can_nominate(person: Person | None, stage: Stage, acting: list[Acting] | None = None) -> Verdict:
    """Whether a person may nominate now for any of the members they act for."""
    if acting is None:
        acting = acting_for(person, on=statute_day(stage.now)) if person else []
    verdicts = [may_nominate_for(each, stage=stage) for each in acting] or [
        may_nominate_for(None, stage=stage)
    ]
    return next((each for each in verdicts if each), verdicts[0])


def can_answer(person: Person | None, nomination: Nomination, stage: Stage) -> Verdict:
    """Whether a nominee may still answer: accept, with the pledge, or decline."""
    return may_decline(nominee_facts(nomination, stage=stage, person=person))


def can_withdraw(person: Person | None, nomination: Nomination, stage: Stage) -> Verdict:
    """Whether a nominee may still withdraw."""
    return may_withdraw(nominee_facts(nomination, stage=stage, person=person))


def can_write_statement(person: Person | None, nomination: Nomination) -> Verdict:
    """Who writes a statement anew: its candidate, until the ballot is frozen."""
    return may_write(
        is_candidate_of_it=person is not None and person.pk == nomination.nominee_id,
        has_accepted=nomination.state == NominationState.ACCEPTED,
        is_frozen=nomination.election.frozen_at is not None,
    )


def can_translate_statement(
    person: Person | None, nomination: Nomination, *, now: datetime, calls_it_reviewed: bool = False
) -> Verdict:
    """Who translates a statement: its candidate, and those who run elections."""
    is_candidate = person is not None and person.pk == nomination.nominee_id
    return may_translate(
        is_candidate_of_it=is_candidate,
        runs_elections=person is not None
        and not is_candidate
        and runs_elections(person, on=statute_day(now)),
        has_statement=nomination.statement_id is not None and nomination.state == NominationState.ACCEPTED,
        is_closed=nomination.election.mixed_at is not None,
        calls_it_reviewed=calls_it_reviewed,
    )


def can_dispute(person: Person | None, nomination: Nomination, *, now: datetime) -> Verdict:
    """Who may dispute lines of a sheet: candidate or member before the freeze, members after acclaiming."""
    election = nomination.election
    if election.acclaimed_at is not None:
        return can_object(person, election, now=now)
    stage = stage_of(election, now)
    is_candidate = person is not None and person.pk == nomination.nominee_id
    acts = person is not None and representations_of(person, on=statute_day(now)).exists()
    return may_challenge_line(
        is_concerned=is_candidate or acts,
        is_frozen=stage.is_frozen,
        closes=stage.step(CalendarKey.ELIGIBILITY_CHALLENGE).ends,
        now=now,
    )


def can_answer_challenge(person: Person | None, challenge: EligibilityChallenge, *, now: datetime) -> Verdict:
    """Who answers a challenge: an officer who neither stands nor filed it, once."""
    election: Election = challenge.nomination.election
    allowed = can_run(person, election, on=statute_day(now)) & may_decide(
        is_own=person is not None and challenge.filed_by_id == person.pk
    )
    return allowed & may_answer_challenge(is_open=challenge.answered_at is None, answer=_WORDS_TO_COME)
