"""Whoever the individual members elected acts in the register for their joint vote."""

from datetime import date, datetime

from lacralo.core.audit import act
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Refused
from members.enums import Role
from members.enums.individuals import JOINT_ROLES, JointSeat
from members.models import Member, Position
from members.selectors.individuals import joint_entry, joint_seat
from members.selectors.representation import running_or_ahead
from members.services.representation import begin_representation, end_representation, replace_primary


def seat_elected(
    *, position: Position, person: Person, start: date, decision: str, by: Person | None, now: datetime
) -> JointSeat | None:
    """Part of an act: from `start` the elected acts for the joint vote in the quality of the post.

    The representative holds the vote in place of the one before, the alternate follows the alternate before.
    Answers what became of it, None for any other post; the register stays as it was when it has no such
    entry, or when it does not take the change.
    """
    seat = joint_seat(position, person, on=start)
    if seat != JointSeat.NOT_SEATED:
        return seat
    try:
        _seat(
            entry=joint_entry(),
            role=JOINT_ROLES[position.key],
            person=person,
            start=start,
            decision=decision,
            by=by,
            now=now,
        )
    except Refused:
        return JointSeat.NOT_SEATED
    return JointSeat.SEATED


@act
def _seat(
    *,
    entry: Member,
    role: Role,
    person: Person,
    start: date,
    decision: str,
    by: Person | None,
    now: datetime,
) -> None:
    if role == Role.PRIMARY:
        replace_primary(member=entry, person=person, start=start, reason=decision, by=by, now=now)
        return
    others = running_or_ahead(entry, on=start).filter(role=Role.ALTERNATE)
    for each in others:
        end_representation(representation=each, end=start, reason=decision, by=by, now=now)
    begin_representation(member=entry, person=person, role=Role.ALTERNATE, start=start, by=by, now=now)
