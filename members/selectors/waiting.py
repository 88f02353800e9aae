"""What waits for a person in the rooms of members, all of it in one question to the database."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, DateTimeField, F, QuerySet, Value
from django.db.models.functions import Cast

from lacralo.core.people.models import Person
from members.enums.waiting import Wait
from members.models import Contest, ParticipationWarning

_COLUMNS = ("wait", "key", "name", "due")


@dataclass(frozen=True)
class Waiting:
    """Something that waits: what, the key in its address, the name of what it is about, and until when."""

    wait: Wait
    key: str
    name: str
    due: datetime | None


def waiting_for(
    person: Person, *, members: Collection[int], keeps_register: bool, now: datetime
) -> list[Waiting]:
    """What waits for a person who acts for these members (ids), the most urgent first; one query."""
    first, *others = _questions(person, members, keeps_register, now)
    rows = first.union(*others, all=True)
    found = [Waiting(Wait(wait), key, name, due) for wait, key, name, due in rows]
    return sorted(found, key=lambda each: (each.due is None, each.due, each.wait, each.name))


def _questions(person: Person, members: Collection[int], keeps_register: bool, now: datetime):
    yield _row(
        ParticipationWarning.objects.open().filter(member__in=members),
        Wait.PARTICIPATION_FELL,
        key=F("member__slug"),
        name=F("member__name"),
    )
    if keeps_register:
        contests = Contest.objects.waiting()
        yield _row(contests, Wait.CONTEST_TO_ANSWER, key=F("pk"), name=F("member__name"), due=F("due_on"))


def _row(rows: QuerySet, wait: Wait, *, key, name, due=None) -> QuerySet:
    """One kind of what waits, in the columns that all share."""
    return (
        rows.order_by()
        .annotate(
            wait=Value(str(wait), output_field=CharField()),
            key=Cast(key, CharField()),
            name=Cast(name, CharField()),
            due=Cast(due if due is not None else Value(None), DateTimeField()),
        )
        .values_list(*_COLUMNS)
    )
