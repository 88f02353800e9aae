"""Who describes whose skills."""

from lacralo.core.people.models import Person
from lacralo.core.verdicts import Verdict
from members.rules.skills import may_remove


def can_remove_skills(person: Person | None, owner: Person) -> Verdict:
    """Whether the person may remove this entry of the directory: their own."""
    return may_remove(is_own=person is not None and person.pk == owner.pk)
