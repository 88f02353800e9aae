"""Who may file a statement of interest."""

from conflicts.enums import Bar
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict


def can_file_statement(person: Person | None, owner: Person) -> Verdict:
    """Whether the person may file this statement: only of their own interests (OP 2018, art. 7.1)."""
    is_own = person is not None and person.pk == owner.pk
    return Verdict((Line(Bar.NOT_YOUR_INTERESTS, is_own, article="OP 7.1"),))
