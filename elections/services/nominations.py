"""People are nominated; they accept, decline or withdraw.  Nobody is a candidate without having accepted."""

from dataclasses import dataclass
from datetime import datetime

from elections.enums import CalendarKey, NominationState
from elections.enums.acts import Act
from elections.models import Election, Nomination
from elections.notifications import nominations as notifications
from elections.rules.nominating import may_accept, may_decline, may_withdraw
from elections.rules.statements import may_keep, plain
from elections.selectors.elections import Stage, stage_of
from elections.selectors.eligibility import acclaimed_in
from elections.selectors.nominations import (
    acting_for,
    has_live_nomination,
    may_name,
    may_name_person,
    may_nominate_for,
    named_in,
    nominee_facts,
)
from elections.services.locks import locked_election
from elections.services.rounds import end_acclamation, settle_round
from elections.workflows import NOMINATION
from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.people.services import register_person
from lacralo.core.texts.services import write_text
from lacralo.core.verdicts import require
from members.models import Member


@dataclass(frozen=True)
class Newcomer:
    """A nominee whom the register does not know yet."""

    name: str
    email: str
    language: str
    time_zone: str


@dataclass(frozen=True)
class Acceptance:
    """What a nominee says with their yes: statement, pledge, and what they declare for this election."""

    statement: str
    language: str
    has_pledged: bool
    nationality: str = ""
    residence: str = ""


@act
def nominate(
    *,
    election: Election,
    nominee: Person | Newcomer,
    member: Member,
    nominating_member: Member | None,
    reason: str,
    by: Person,
    now: datetime,
) -> Nomination:
    """Somebody who acts for a member names a person of an ALS, or themselves; the nominee is written to.

    `member` is the ALS of the nominee, `nominating_member` the one that names (None: `by` acts for nobody).
    Raises Refused.
    """
    stage = stage_of(locked_election(election.pk), now)
    day = statute_day(now)
    acting = next((each for each in acting_for(by, on=day) if each.member == nominating_member), None)
    known = nominee if isinstance(nominee, Person) else _known(nominee)
    require(
        may_nominate_for(acting, stage=stage, already_nominated=has_live_nomination(stage.election, known))
        & may_name(member, stage=stage, on=day)
        & may_name_person(known, member, stage=stage, on=day)
    )

    nomination = Nomination.objects.create(
        election=stage.election,
        nominee=known or _registered(nominee, by=by, now=now),
        member=member,
        nominated_by=by,
        nominating_member=nominating_member,
        phase=named_in(stage),
        reason=plain(reason),
        nominated_at=now,
        state=NOMINATION.initial,
    )

    _record(Act.PERSON_NOMINATED, nomination, by=by, now=now)
    acceptance = stage.step(CalendarKey.ACCEPTANCE)
    notifications.nominated(nomination=nomination, acceptance=acceptance, now=now)
    return nomination


def _known(newcomer: Newcomer) -> Person | None:
    """Somebody with that address was entered since the form was shown: by another nomination, just before."""
    return Person.objects.filter(email__iexact=newcomer.email).first()


def _registered(newcomer: Newcomer, *, by: Person, now: datetime) -> Person:
    return register_person(
        name=newcomer.name,
        email=newcomer.email,
        language=newcomer.language,
        time_zone=newcomer.time_zone,
        by=by,
        now=now,
    )


@act
def accept_nomination(
    *, nomination: Nomination, acceptance: Acceptance, by: Person, now: datetime
) -> Nomination:
    """The nominee says yes, gives the statement and the pledge, and becomes a candidate.

    Raises Refused.
    """
    stage, nomination = _locked(nomination, now)
    facts = nominee_facts(nomination, stage=stage, person=by, pledge=acceptance.has_pledged)
    require(may_accept(facts, stage.rules))
    require(may_keep(acceptance.statement, stage.rules))

    nomination.state = NOMINATION.move(NominationState(nomination.state), "accept")
    nomination.answered_at, nomination.has_pledged = now, acceptance.has_pledged
    nomination.nationality, nomination.residence = acceptance.nationality, acceptance.residence
    nomination.statement = write_text(
        language=acceptance.language, body=plain(acceptance.statement), by=by, now=now
    )
    nomination.save(
        update_fields=["state", "answered_at", "has_pledged", "nationality", "residence", "statement"]
    )

    _record(Act.NOMINATION_ACCEPTED, nomination, by=by, now=now)
    notifications.answered(nomination=nomination, now=now)
    return nomination


@act
def decline_nomination(*, nomination: Nomination, by: Person, now: datetime) -> Nomination:
    """The nominee says no; if nobody is left to hope for, the next phase opens.

    Raises Refused.
    """
    stage, nomination = _locked(nomination, now)
    require(may_decline(nominee_facts(nomination, stage=stage, person=by)))

    nomination.state = NOMINATION.move(NominationState(nomination.state), "decline")
    nomination.answered_at = now
    nomination.save(update_fields=["state", "answered_at"])

    _record(Act.NOMINATION_DECLINED, nomination, by=by, now=now)
    notifications.answered(nomination=nomination, now=now)
    settle_round(stage.election, by=by, now=now)
    return nomination


@act
def withdraw_nomination(*, nomination: Nomination, by: Person, now: datetime) -> Nomination:
    """A nominee or candidate withdraws before the ballot is frozen; if nobody is left, the next phase opens.

    Raises Refused.
    """
    stage, nomination = _locked(nomination, now)
    require(may_withdraw(nominee_facts(nomination, stage=stage, person=by)))
    acclaimed = acclaimed_in(stage.election)

    nomination.state = NOMINATION.move(NominationState(nomination.state), "withdraw")
    nomination.withdrawn_at = now
    nomination.save(update_fields=["state", "withdrawn_at"])
    if nomination == acclaimed:
        end_acclamation(stage.election)

    _record(Act.NOMINATION_WITHDRAWN, nomination, by=by, now=now)
    notifications.answered(nomination=nomination, now=now)
    settle_round(stage.election, by=by, now=now)
    return nomination


def _locked(nomination: Nomination, now: datetime) -> tuple[Stage, Nomination]:
    stage = stage_of(locked_election(nomination.election_id), now)
    locked = Nomination.objects.select_for_update(of=("self",)).select_related(
        "nominee", "nominated_by", "member", "nominating_member"
    )
    nomination = locked.get(pk=nomination.pk)
    nomination.election = stage.election
    return stage, nomination


def _record(code: Act, nomination: Nomination, *, by: Person, now: datetime) -> None:
    record(code, subject=nomination, by=by, at=now, rule_set=nomination.election.rule_set.slug)
