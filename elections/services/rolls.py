"""The provisional roll is published, members ask for corrections, officers answer."""

from collections import defaultdict
from datetime import datetime

from elections.enums.acts import Act
from elections.enums.poll import Poll
from elections.models import Election, PublishedRoll, RollCorrection
from elections.notifications import voting as notifications
from elections.permissions.voting import (
    can_answer_correction,
    can_ask_correction,
    can_publish_roll,
    roll_verdict,
)
from elections.rules.fingerprints import digest
from elections.rules.polling import may_answer_correction, may_file_correction
from elections.rules.roll import Roll, document, fingerprint
from elections.rules.statements import plain
from elections.rules.weights import EmptyRoll
from elections.selectors.elections import rules_of
from elections.selectors.rolls import last_provisional, members_concerned, roll_for, roll_sheet
from elections.services.locks import locked_election
from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Refused, Verdict, require
from members.models import Member
from members.selectors.representation import voting_representatives_on


@act
def publish_provisional_roll(*, election: Election, by: Person | None, now: datetime) -> PublishedRoll:
    """The roll of today's register is published with its weights, so that nobody is surprised at the ballot.

    Every voting representative learns of their own line; of a later edition, only those whose line changed.
    The same roll again is not published twice.  `by` None is the calendar.  Raises Refused.
    """
    election = locked_election(election.pk)
    require(can_publish_roll(by, election, now=now) if by else roll_verdict(election, now=now))
    content = document(roll_or_refuse(election, now))
    before = last_provisional(election)
    if before and before.fingerprint == fingerprint(content):
        return before

    roll = PublishedRoll.objects.create(
        election=election,
        edition=PublishedRoll.Edition.PROVISIONAL,
        published_at=now,
        fingerprint=fingerprint(content),
        content=content,
    )
    if election.roll_published_at is None:
        election.roll_published_at = now
        election.save(update_fields=["roll_published_at"])

    record(
        Act.ROLL_PUBLISHED,
        subject=election,
        by=by,
        at=now,
        role="officer" if by else "",
        rule_set=election.rule_set.slug,
        digest=roll.fingerprint,
    )
    notifications.roll_published(roll=roll, lines=_lines_to_tell(roll, before, now), now=now)
    return roll


def _lines_to_tell(roll: PublishedRoll, before: PublishedRoll | None, now: datetime) -> dict[Person, list]:
    """The lines that are new to them, by who holds the member's vote."""
    rules = rules_of(roll.election)
    sheet, known = roll_sheet(roll, rules), roll_sheet(before, rules) if before else None
    lines = defaultdict(list)
    for member, holding in voting_representatives_on(statute_day(now)).items():
        line = sheet.line_of(str(member))
        old = known.line_of(str(member)) if known else None
        if line and (old is None or (old.weight, old.verdict) != (line.weight, line.verdict)):
            lines[holding.person].append(line)
    return lines


@act
def ask_correction(
    *, election: Election, member: Member, request: str, by: Person, now: datetime
) -> RollCorrection:
    """A member says that the provisional roll is wrong, and what would be right.

    Raises Refused.
    """
    election = locked_election(election.pk)
    concerned = member in members_concerned(by, on=statute_day(now))
    allowed = can_ask_correction(by, election, now=now)
    require(may_file_correction(allowed & _own_member(concerned), request))

    correction = RollCorrection.objects.create(
        election=election, member=member, filed_by=by, request=plain(request), filed_at=now
    )

    _record(Act.CORRECTION_REQUESTED, correction, by=by, now=now)
    notifications.correction_asked(correction=correction, now=now)
    return correction


def _own_member(concerned: bool) -> Verdict:
    return Verdict((Line(Poll.NOT_THE_MEMBERS_OWN, concerned),))


@act
def answer_correction(
    *, correction: RollCorrection, is_granted: bool, answer: str, by: Person, now: datetime
) -> RollCorrection:
    """An officer answers a request with reasons; what is granted is set right in the register.

    The roll is then published again: the vote cannot be opened while it differs from the register.
    Raises Refused.
    """
    election = locked_election(correction.election_id)
    correction = RollCorrection.objects.select_for_update(of=("self",)).get(pk=correction.pk)
    correction.election = election
    require(can_answer_correction(by, correction, now=now))
    require(may_answer_correction(is_open=True, is_frozen=False, answer=answer))

    correction.is_granted, correction.answer = is_granted, plain(answer)
    correction.answered_at, correction.answered_by = now, by
    correction.save(update_fields=["is_granted", "answer", "answered_at", "answered_by"])

    _record(Act.CORRECTION_ANSWERED, correction, by=by, now=now, role="officer")
    notifications.correction_answered(correction=correction, now=now)
    return correction


def _record(code: Act, correction: RollCorrection, *, by: Person, now: datetime, role: str = "") -> None:
    election = correction.election
    said = [correction.member_id, correction.request, correction.answer, correction.is_granted]
    record(
        code,
        subject=election,
        by=by,
        at=now,
        role=role,
        rule_set=election.rule_set.slug,
        digest=digest(said),
    )


def roll_or_refuse(election: Election, now: datetime) -> Roll:
    """The roll of the day.  Raises Refused when the register has nobody who may vote."""
    try:
        return roll_for(election, statute_day(now))
    except EmptyRoll:
        raise Refused(Verdict((Line(Poll.ROLL_EMPTY, passed=False),))) from None
