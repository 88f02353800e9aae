"""What no act of the portal shows is attested by the secretary; what is wrong is struck.  Both say why."""

from datetime import date, datetime

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members.enums import CreditKind, OccasionKind
from members.enums.participation import ParticipationAct
from members.models import Attestation, Credit, Member, Occasion, Strike
from members.permissions.participation import can_keep_participation
from members.rules.participation import may_attest, may_strike

#: What is credited for taking part in each kind of occasion, where the record missed it.
_FOR_OCCASION = {
    OccasionKind.VOTE: CreditKind.VOTED,
    OccasionKind.CONSENSUS_CALL: CreditKind.CONSENSUS,
    OccasionKind.CALL: CreditKind.ATTENDED,
}


@act
def attest(
    *,
    member: Member,
    kind: CreditKind,
    on: date,
    reason: str,
    by: Person,
    now: datetime,
    person: Person | None = None,
    occasion: Occasion | None = None,
) -> Credit:
    """The secretary writes down that the member took part on that day (UTC), and what shows it.

    With `occasion` the credit is for that one, counts in its share, and has its day.  Raises Refused without
    a reason, for a day to come, where it cannot be earned, and when the member has that credit already.
    """
    Member.objects.select_for_update(of=("self",)).get(pk=member.pk)
    require(can_keep_participation(by, now=now))
    known = _credits_for(member, occasion) if occasion else Credit.objects.none()
    has_it = known.standing().exists()
    at, on = (OccasionKind(occasion.kind), occasion.held_on) if occasion else (None, on)
    require(may_attest(kind, at=at, on=on, today=statute_day(now), reason=reason, has_it=has_it))
    attestation = Attestation.objects.create(
        member=member, person=person, kind=kind, on=on, reason=reason, attested_by=by, attested_at=now
    )
    record(ParticipationAct.PARTICIPATION_ATTESTED, subject=attestation, by=by, at=now)
    return Credit.objects.create(
        member=member,
        person=person,
        kind=kind,
        earned_on=on,
        evidence_type=occasion.evidence_type if occasion else attestation._meta.label_lower,
        evidence_id=occasion.evidence_id if occasion else str(attestation.pk),
        ordinal=known.filter(kind=kind).count() + 1,
        is_public=True,
    )


def _credits_for(member: Member, occasion: Occasion):
    return Credit.objects.filter(
        member=member, evidence_type=occasion.evidence_type, evidence_id=occasion.evidence_id
    )


def kind_for(occasion: Occasion) -> CreditKind:
    """What a member is credited with that took part in this occasion."""
    return _FOR_OCCASION[OccasionKind(occasion.kind)]


@act
def strike_credit(*, credit: Credit, reason: str, by: Person | None, now: datetime) -> Strike:
    """The credit was wrong: from now on it does not count.  Raises Refused without a reason, or twice."""
    credit = Credit.objects.select_for_update(of=("self",)).get(pk=credit.pk)
    if by is not None:
        require(can_keep_participation(by, now=now))
    is_struck = Strike.objects.filter(credit=credit).exists()
    require(may_strike(is_struck=is_struck, reason=reason))
    strike = Strike.objects.create(credit=credit, reason=reason, struck_by=by, struck_at=now)
    record(ParticipationAct.CREDIT_STRUCK, subject=credit, by=by, at=now)
    return strike
