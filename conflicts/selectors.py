"""What is on file: the public fact of a statement, never what it says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from conflicts.models import VALIDITY, Statement
from lacralo.core.people.models import Person


@dataclass(frozen=True)
class StatementFact:
    """What everybody may know of a statement: the day, whether it still holds.

    `declares_incompatibility` is for the rules of eligibility, which name the fact and no detail.
    """

    filed_on: date
    declares_incompatibility: bool


@dataclass(frozen=True)
class RegisterEntry:
    """A line of the public register: whose latest statement, of which day, and whether it holds."""

    statement: int
    name: str
    filed_on: date
    holds_until: date
    is_current: bool


def _latest_first() -> QuerySet[Statement]:
    return Statement.objects.order_by("-filed_at", "-pk")


def _holding(person: Person, day: date) -> Statement | None:
    return _latest_first().on_file(day).filter(person=person).first()


def statement_on_file(person: Person, day: date) -> bool:
    """Whether a statement of the person holds on that day (UTC): filed by then, not yet a year old."""
    return _holding(person, day) is not None


def filed_on(person: Person, day: date) -> date | None:
    """The day on which the statement that holds then was filed; None when none does."""
    statement = _holding(person, day)
    return statement.filed_on if statement else None


def statements_on_file(people: Iterable[Person], day: date) -> dict[int, StatementFact]:
    """By person (id), the statement that holds on that day; one query, no entry where there is none."""
    statements = Statement.objects.on_file(day).filter(person__in=people).order_by("filed_at", "pk")
    return {each.person_id: StatementFact(each.filed_on, bool(each.incompatibilities)) for each in statements}


def register_on(day: date) -> list[RegisterEntry]:
    """The latest statement of everybody who filed one by that day, by name; reads no confidential field."""
    filed = Statement.objects.filter(filed_on__lte=day).order_by("filed_at", "pk")
    latest = {
        person: entry for person, *entry in filed.values_list("person", "pk", "person__name", "filed_on")
    }
    return [
        RegisterEntry(pk, name, on, on + VALIDITY, on + VALIDITY > day)
        for pk, name, on in sorted(latest.values(), key=lambda entry: entry[1].casefold())
    ]


def own_statements(person: Person) -> QuerySet[Statement]:
    """Everything the person ever filed, newest first."""
    return _latest_first().filter(person=person)
