"""Who may keep the register, and who may change a profile."""

from datetime import date

from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict
from members.enums import Bar
from members.selectors.offices import runs_elections


def can_keep_register(person: Person | None, *, on: date) -> Verdict:
    """Whether the person keeps the register on that day: the secretary and support staff do."""
    keeps = person is not None and person.is_active and (person.is_superuser or runs_elections(person, on=on))
    return Verdict((Line(Bar.NOT_REGISTER_KEEPER, keeps),))


def can_change_profile(person: Person | None, owner: Person) -> Verdict:
    """Whether the person may change this profile: their own."""
    return Verdict((Line(Bar.NOT_YOUR_PROFILE, person is not None and person.pk == owner.pk),))
