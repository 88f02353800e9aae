"""Who reads what is handed over with an office."""

from datetime import datetime

from lacralo.core.people.models import Person
from lacralo.core.verdicts import Verdict
from members.models import Term
from members.rules.handover import may_read_handover
from members.selectors.handover import follows_in, is_support_staff


def can_read_handover(person: Person | None, term: Term, *, now: datetime) -> Verdict:
    """Whether the person holds the term, follows in the office, or is support staff at that moment."""
    if person is None:
        return may_read_handover(holds_term=False, succeeds=False, is_staff=False)
    holds = term.person_id == person.pk
    return may_read_handover(
        holds_term=holds,
        succeeds=not holds and follows_in(person, term),
        is_staff=not holds and is_support_staff(person, now),
    )
