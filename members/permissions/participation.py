"""Who reads the participation of a member in detail, who contests it, and who keeps the record."""

from datetime import datetime

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict
from members.enums.participation import ParticipationBar
from members.models import Member
from members.permissions.register import can_keep_register
from members.selectors.representation import represents


def can_read_participation(person: Person | None, member: Member, *, now: datetime) -> Verdict:
    """Bands are public; the lines are for who acts for the member and for those who keep the register."""
    day = statute_day(now)
    reads = person is not None and (
        represents(person, member, on=day) or bool(can_keep_register(person, on=day))
    )
    return Verdict((Line(ParticipationBar.MAY_NOT_READ_PARTICIPATION, reads),))


def can_contest(person: Person | None, member: Member, *, now: datetime) -> Verdict:
    """A line is contested by who acts for the member."""
    acts = person is not None and represents(person, member, on=statute_day(now))
    return Verdict((Line(ParticipationBar.NOT_OF_THIS_MEMBER, acts),))


def can_keep_participation(person: Person | None, *, now: datetime) -> Verdict:
    """The record of participation is kept by those who keep the register."""
    return can_keep_register(person, on=statute_day(now))
