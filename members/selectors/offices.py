"""Who holds, held and will hold which office."""

from datetime import date

from lacralo.core.people.models import Person
from members.models import Term


def office_holders_on(day: date):
    """The terms that run on `day` (a UTC day), by body and position; one query."""
    return (
        Term.objects.on(day)
        .select_related("position__body", "person", "member")
        .order_by("position__body__order", "position__order", "start", "pk")
    )


def holds_protected_office(person: Person, *, on: date) -> bool:
    """Whether the person holds an office that asks for a second factor on that day."""
    return Term.objects.on(on).filter(person=person, position__is_protected=True).exists()


def runs_elections(person: Person, *, on: date) -> bool:
    """Whether the person holds an office that runs elections on that day (the secretary, support staff)."""
    return Term.objects.on(on).filter(person=person, position__runs_elections=True).exists()
