"""Who may keep the register, and who may change a profile."""

from datetime import date, datetime

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict
from members.enums import Bar
from members.models import Member
from members.rules.confirmations import may_confirm
from members.selectors.offices import runs_elections
from members.selectors.representation import represents


def can_keep_register(person: Person | None, *, on: date) -> Verdict:
    """Whether the person keeps the register on that day: the secretary and support staff do."""
    keeps = person is not None and person.is_active and (person.is_superuser or runs_elections(person, on=on))
    return Verdict((Line(Bar.NOT_REGISTER_KEEPER, keeps),))


def can_confirm_entry(person: Person | None, member: Member, *, now: datetime) -> Verdict:
    """Who says that the entry of a member is right: who acts for it, and who keeps the register."""
    day = statute_day(now)
    return may_confirm(
        acts_for_it=person is not None and represents(person, member, on=day),
        keeps_register=bool(can_keep_register(person, on=day)),
    )


def can_change_profile(person: Person | None, owner: Person) -> Verdict:
    """Whether the person may change this profile: their own."""
    return Verdict((Line(Bar.NOT_YOUR_PROFILE, person is not None and person.pk == owner.pk),))
