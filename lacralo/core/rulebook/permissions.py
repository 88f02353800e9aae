"""Who keeps the rulebook."""

from lacralo.core.people.models import Person
from lacralo.core.rulebook.enums import Bar
from lacralo.core.verdicts import Line, Verdict


def can_keep_rulebook(person: Person | None) -> Verdict:
    """Whether the person may draft, change and publish rule sets: staff with the right to change them.

    What they write down is decided elsewhere, by motion; the change names the decision.
    """
    keeps = person is not None and person.is_staff and person.has_perm("core.change_ruleset")
    return Verdict((Line(Bar.NOT_THE_KEEPER, passed=keeps),))
