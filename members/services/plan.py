"""Acts on the plan of next steps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.services import cancel, schedule, take
from lacralo.core.people.models import Person
from lacralo.core.texts.enums import TranslationStatus
from lacralo.core.texts.models import Text
from lacralo.core.texts.services import translate_revision, write_revision, write_text
from lacralo.core.verdicts import require
from members.enums.plan import PlanAct, PlanField, Priority, TaskStatus
from members.models import PlanChange, PlanDependency, PlanTask, Position
from members.notifications import plan as notifications
from members.permissions.plan import can_keep_plan, can_move_task
from members.rules.plan import CLOSED, Wish, circle, may_change, may_move, may_stand_in_plan
from members.selectors.plan import holders, owner_key, those_reminded, titles_of, waits_for, wordings
from members.workflows.plan import PLAN_TASK

#: The task that reminds of what is late; see `members.tasks`.
_TASK = "members.plan_task_late"
_MOVED = {
    "start": PlanAct.TASK_STARTED,
    "finish": PlanAct.TASK_DONE,
    "drop": PlanAct.TASK_DROPPED,
    "reopen": PlanAct.TASK_REOPENED,
}
#: Moves that nobody should have to guess at.
NEED_REASON = ("drop", "reopen")


@dataclass(frozen=True)
class TaskTold:
    """A task as somebody tells it; `titles` by language, `language` that of the notes and of the reason."""

    language: str
    titles: Mapping[str, str]
    note: str = ""
    owner_position: Position | None = None
    owner_person: Person | None = None
    priority: str = Priority.NORMAL
    starts_on: date | None = None
    due_on: date | None = None
    waits_for: tuple[int, ...] = field(default=())


@act
def add_task(*, told: TaskTold, by: Person, now: datetime) -> PlanTask:
    """Something else is to be done; its owner is told.  The original language is the one told.

    Raises Refused.
    """
    require(can_keep_plan(by, on=statute_day(now)))
    require(may_stand_in_plan(_wish(told, told.language)))
    title = write_text(language=told.language, body=told.titles[told.language], by=by, now=now)
    _translate(title, told.titles, by=by, now=now)
    note = write_text(language=told.language, body=told.note, by=by, now=now) if told.note else None
    task = PlanTask.objects.create(title=title, note=note, **_columns(told))
    _wait(task, told.waits_for)
    _note_change(PlanAct.TASK_ADDED, task, _differences({}, _fields(task)), by=by, now=now)
    _remind_when_late(task, now=now)
    _tell_owner(task, by=by, now=now)
    return task


@act
def change_task(*, task: PlanTask, told: TaskTold, reason: str, by: Person, now: datetime) -> PlanTask:
    """Words, owner, priority, days or dependencies of an open task change, and why.

    An owner who is new is told; a due day that moved is reminded of anew.  Raises Refused.
    """
    task = _locked(task)
    require(can_keep_plan(by, on=statute_day(now)))
    original = task.title.original_language
    require(may_stand_in_plan(_wish(told, original, task)))
    before, owner = _fields(task), owner_key(task)

    _revise_title(task.title, told, by=by, now=now)
    task.note = _revised_note(task.note, told, by=by, now=now)
    for name, value in _columns(told).items():
        setattr(task, name, value)
    task.save()
    _wait(task, told.waits_for)

    changes = _differences(before, _fields(task))
    require(may_change(is_closed=task.status in CLOSED, reason=reason, changes=len(changes)))
    _note_change(PlanAct.TASK_CHANGED, task, changes, reason=reason, language=told.language, by=by, now=now)
    _remind_when_late(task, now=now)
    if owner_key(task) != owner:
        _tell_owner(task, by=by, now=now)
    return task


@act
def move_task(
    *, task: PlanTask, move: str, by: Person, now: datetime, reason: str = "", language: str = ""
) -> PlanTask:
    """A task is started, done, dropped or taken up again; `language` is that of the reason.

    Raises Refused.
    """
    task = _locked(task)
    require(can_move_task(by, task, move, on=statute_day(now)))
    is_legal = move in PLAN_TASK.moves_from(TaskStatus(task.status))
    require(may_move(is_legal=is_legal, needs_reason=move in NEED_REASON, reason=reason))
    before = _fields(task)

    task.status = PLAN_TASK.move(TaskStatus(task.status), move)
    task.closed_on = statute_day(now) if task.status in CLOSED else None
    task.save()

    changes = _differences(before, _fields(task))
    _note_change(_MOVED[move], task, changes, reason=reason, language=language, by=by, now=now)
    _remind_when_late(task, now=now)
    return task


@act
def remind_of_late_task(*, pk: int, now: datetime) -> bool:
    """Answer the deadline of a task that is late: a mail to each holder of its office, once.

    Whether anybody was reminded.
    """
    due = take(pk=pk, now=now)
    if due is None:
        return False
    task = PlanTask.objects.select_related("owner_position", "owner_person", "title").get(pk=due.subject_id)
    people = those_reminded(task, on=statute_day(now))
    for person in people:
        notifications.task_late(task, person, event=str(due.pk), at=now)
    return bool(people)


def _locked(task: PlanTask) -> PlanTask:
    """The task, with the whole plan locked: two changes at once could close a circle."""
    found = {each.pk: each for each in PlanTask.objects.select_for_update(of=("self",)).order_by("pk")}
    return found[task.pk]


def _wish(told: TaskTold, original: str, task: PlanTask | None = None) -> Wish:
    around = ()
    if task is not None:
        found = circle({**waits_for(), task.pk: told.waits_for}, task.pk)
        names = titles_of(found, told.language)
        around = tuple(names[key] for key in found)
    return Wish(
        has_title=bool(told.titles.get(original, "").strip()),
        owners=sum(owner is not None for owner in (told.owner_position, told.owner_person)),
        starts_on=told.starts_on,
        due_on=told.due_on,
        circle=around,
    )


def _columns(told: TaskTold) -> dict[str, object]:
    return {
        "owner_position": told.owner_position,
        "owner_person": told.owner_person,
        "priority": told.priority,
        "starts_on": told.starts_on,
        "due_on": told.due_on,
    }


def _revise_title(text: Text, told: TaskTold, *, by: Person, now: datetime) -> None:
    original = told.titles[text.original_language]
    if wordings(text)[text.original_language] != original:
        write_revision(text=text, body=original, by=by, now=now)
    _translate(text, told.titles, by=by, now=now)


def _translate(text: Text, titles: Mapping[str, str], *, by: Person, now: datetime) -> None:
    """What differs from the wording there is; a translation left empty stays."""
    there, latest = wordings(text), text.revisions.order_by("-number").first()
    for language, body in titles.items():
        if body and language != text.original_language and there.get(language) != body:
            translate_revision(
                revision=latest, language=language, body=body, status=TranslationStatus.DRAFT, by=by, now=now
            )


def _revised_note(note: Text | None, told: TaskTold, *, by: Person, now: datetime) -> Text | None:
    """The notes as told: the same text revised, a new one in another language, or none."""
    if note and told.note == wordings(note)[note.original_language]:
        return note
    if not told.note:
        return None
    if note and note.original_language == told.language:
        write_revision(text=note, body=told.note, by=by, now=now)
        return note
    return write_text(language=told.language, body=told.note, by=by, now=now)


def _wait(task: PlanTask, keys: tuple[int, ...]) -> None:
    there = {each.waits_for_id: each for each in task.dependencies.all()}
    for key, dependency in there.items():
        if key not in keys:
            dependency.delete()
    for key in keys:
        if key not in there:
            PlanDependency.objects.create(task=task, waits_for_id=key)


def _fields(task: PlanTask) -> dict[str, object]:
    """Every field of the task as a change keeps it."""
    titles = {f"{PlanField.TITLE}:{language}": body for language, body in wordings(task.title).items()}
    note = wordings(task.note)[task.note.original_language] if task.note else ""
    others = sorted(task.dependencies.values_list("waits_for_id", flat=True))
    return titles | {
        PlanField.NOTE: note,
        PlanField.OWNER: owner_key(task),
        PlanField.PRIORITY: str(task.priority),
        PlanField.STARTS_ON: task.starts_on and task.starts_on.isoformat(),
        PlanField.DUE_ON: task.due_on and task.due_on.isoformat(),
        PlanField.STATUS: str(task.status),
        PlanField.WAITS_FOR: others,
    }


def _differences(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, list]:
    names = dict.fromkeys((*before, *after))
    pairs = ((str(name), before.get(name), after.get(name)) for name in names)
    return {name: [was, became] for name, was, became in pairs if (was or None) != (became or None)}


def _note_change(code: PlanAct, task, changes, *, by, now, reason: str = "", language: str = "") -> None:
    reason = reason.strip()
    PlanChange.objects.create(
        task=task,
        act=code,
        by=by,
        at=now,
        reason=reason,
        language=language if reason else "",
        changes=changes,
    )
    record(code, subject=task, by=by, at=now)


def _remind_when_late(task: PlanTask, *, now: datetime) -> None:
    """When the due day of an open task is over, its owner is reminded; once for every due day."""
    cancel(subject=task, task=_TASK, now=now)
    if task.due_on and task.status not in CLOSED:
        due_at = datetime.combine(task.due_on + timedelta(days=1), time(), UTC)
        schedule(task=_TASK, key=f"{task.due_on}", subject=task, due_at=due_at, now=now)


def _tell_owner(task: PlanTask, *, by: Person, now: datetime) -> None:
    """Each holder learns that the task is theirs; whoever gave it to themselves knows."""
    last = task.changes.order_by("-pk").values_list("pk", flat=True).first()
    for person in holders(task, on=statute_day(now)):
        if person != by:
            notifications.task_yours(task, person, event=str(last), at=now)
