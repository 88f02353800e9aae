"""What stands in the plan of next steps, for a reader of a language."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from lacralo.core.people.models import Person
from lacralo.core.texts.models import Text, Translation
from lacralo.core.texts.selectors import Reading, reading, readings
from members.enums.plan import Priority, TaskStatus
from members.models import PlanDependency, PlanTask, Position, Term
from members.phrases.plan import TASK_STATUS_NAMES
from members.rules import gantt
from members.rules.plan import CLOSED, Dates, is_late, too_early
from members.selectors.offices import holders_of

_RANK = {priority: rank for rank, priority in enumerate(Priority)}
#: What the filter calls the tasks of nobody.
NOBODY = "nobody"
KEEPER = "secretary"


@dataclass(frozen=True)
class TaskRow:
    """A task as a page shows it; `waits_for` and `hurried` are tasks, the second those it starts before."""

    task: PlanTask
    title: Reading
    note: Reading | None
    is_late: bool
    waits_for: list["TaskRow"] = field(default_factory=list, repr=False, compare=False)
    hurried: list["TaskRow"] = field(default_factory=list, repr=False, compare=False)

    @property
    def is_open(self) -> bool:
        """Neither done nor dropped."""
        return self.task.status not in CLOSED

    @property
    def owner(self) -> str:
        """The office or the person in words; empty for nobody."""
        return str(self.task.owner_position or self.task.owner_person or "")

    @property
    def has_day(self) -> bool:
        """Whether it has a place in the chart."""
        return bool(self.task.starts_on or self.task.due_on)


def tasks() -> QuerySet[PlanTask]:
    """Every task with what its row shows."""
    return PlanTask.objects.select_related("owner_position__body", "owner_person", "title", "note").order_by(
        "pk"
    )


def waits_for() -> dict[int, tuple[int, ...]]:
    """Which task waits for which; one query."""
    found = defaultdict(list)
    pairs = PlanDependency.objects.order_by("waits_for_id").values_list("task_id", "waits_for_id")
    for task, other in pairs:
        found[task].append(other)
    return {task: tuple(others) for task, others in found.items()}


def dates_of(task: PlanTask, others: Sequence[int] = ()) -> Dates:
    """The task as the rules of time see it."""
    return Dates(
        key=task.pk,
        starts_on=task.starts_on,
        due_on=task.due_on,
        status=TaskStatus(task.status),
        closed_on=task.closed_on,
        waits_for=tuple(others),
    )


def plan(language: str, *, today: date) -> list[TaskRow]:
    """The whole plan in the language, by first day, tasks without a day last; four queries."""
    found, after = list(tasks()), waits_for()
    words = readings([text for task in found for text in (task.title, task.note) if text], language)
    hurried = too_early(dates_of(task, after.get(task.pk, ())) for task in found)
    rows = {
        task.pk: TaskRow(
            task=task,
            title=words[task.title_id],
            note=words.get(task.note_id),
            is_late=is_late(dates_of(task), today),
        )
        for task in found
    }
    for key, row in rows.items():
        row.waits_for.extend(rows[other] for other in after.get(key, ()))
        row.hurried.extend(rows[other] for other in hurried.get(key, ()))
    return sorted(rows.values(), key=_place)


def _place(row: TaskRow) -> tuple:
    task = row.task
    first = task.starts_on or task.due_on
    last = task.due_on or task.starts_on
    return (
        first is None,
        first or date.min,
        last or date.min,
        not row.is_open,
        _RANK[task.priority],
        task.pk,
    )


def owner_key(task: PlanTask) -> str:
    """Who owns the task, as the filter and the history name them: `position:chair`, `person:7`, `nobody`."""
    if task.owner_position_id:
        return f"position:{task.owner_position.key}"
    return f"person:{task.owner_person_id}" if task.owner_person_id else NOBODY


def owners_in(rows: Iterable[TaskRow]) -> list[tuple[str, str]]:
    """The owners that occur, with their words, by words."""
    found = {owner_key(row.task): row.owner for row in rows if row.owner}
    return sorted(found.items(), key=lambda pair: pair[1])


def chosen(
    rows: Iterable[TaskRow], *, owner: str = "", status: str = "", priority: str = ""
) -> list[TaskRow]:
    """The rows that fit; an empty wish fits all.  Status `open` means to do or under way."""
    return [
        row
        for row in rows
        if owner in ("", owner_key(row.task))
        and (status in ("", row.task.status) or (status == "open" and row.is_open))
        and priority in ("", row.task.priority)
    ]


def chart_of(rows: Iterable[TaskRow], *, today: date) -> gantt.Chart | None:
    """The Gantt chart of these rows; None when none of them has a day."""
    return gantt.chart(
        (
            gantt.Task(
                key=row.task.pk,
                words=f"{row.task.pk}. {row.title.body} · {TASK_STATUS_NAMES[row.task.status]}",
                first=row.task.starts_on,
                last=row.task.due_on,
                waits_for=tuple(other.task.pk for other in row.waits_for),
            )
            for row in rows
        ),
        today=today,
    )


def titles_of(keys: Iterable[int], language: str) -> dict[int, str]:
    """What tasks are called in the language."""
    found = list(tasks().filter(pk__in=list(keys)))
    words = readings([task.title for task in found], language)
    return {task.pk: words[task.title_id].body for task in found}


def wordings(text: Text | None) -> dict[str, str]:
    """What a text says in each language it was written in; a translation of an older revision included."""
    if text is None:
        return {}
    ordered = Translation.objects.filter(revision__text=text).order_by("revision__number")
    found = dict(ordered.values_list("language", "body"))
    return found | {text.original_language: reading(text, text.original_language).body}


def holders(task: PlanTask, *, on: date) -> list[Person]:
    """The persons whom the task concerns on that day: who holds the office, or the person who owns it."""
    if task.owner_person_id:
        return [task.owner_person]
    if task.owner_position_id:
        return [term.person for term in holders_of([task.owner_position.key], on=on)]
    return []


def those_reminded(task: PlanTask, *, on: date) -> list[Person]:
    """Whom to tell that the task is late: its holders; where there are none, the secretary."""
    return holders(task, on=on) or [term.person for term in holders_of([KEEPER], on=on)]


def owns(person: Person, task: PlanTask, *, on: date) -> bool:
    """Whether the task is the person's on that day, or of an office they hold then."""
    if task.owner_person_id:
        return task.owner_person_id == person.pk
    held = Term.objects.on(on).filter(person=person, position=task.owner_position_id)
    return task.owner_position_id is not None and held.exists()


def office_tasks(office: Position, language: str, *, today: date) -> list[TaskRow]:
    """The open tasks of an office in the language, the next due first, without what they wait for."""
    is_open = tasks().filter(owner_position=office).exclude(status__in=[str(each) for each in CLOSED])
    found = list(is_open)
    words = readings([task.title for task in found], language)
    rows = [TaskRow(each, words[each.title_id], None, is_late(dates_of(each), today)) for each in found]
    return sorted(rows, key=_place)


def tasks_waiting_for(person: Person, *, on: date) -> QuerySet[PlanTask]:
    """The open tasks of the person, and of the offices they hold on that day; the next due first."""
    offices = Term.objects.on(on).filter(person=person).values("position")
    is_open = tasks().exclude(status__in=[str(each) for each in CLOSED])
    mine = is_open.filter(owner_person=person) | is_open.filter(owner_position__in=offices)
    return mine.order_by("due_on", "pk")
