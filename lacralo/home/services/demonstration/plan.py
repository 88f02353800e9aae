"""The plan of next steps in the demonstration: the list of Los Angeles with invented owners and days."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.enums.plan import Priority
from members.models import PlanTask, Position
from members.selectors.plan import wordings
from members.services.plan import TaskTold, add_task, change_task, move_task
from members.services.plan_delivered import load_plan

#: For each task: the office that owns it, its first and last day counted from today, and its priority.
_TOLD = {
    "summary": ("secretary", -150, -140, Priority.HIGH, ()),
    "ambassadors": ("chair", -140, None, Priority.NORMAL, ("summary",)),
    "policy_priorities": ("alac_even", -60, 75, Priority.NORMAL, ("summary",)),
    "procedures": ("secretary", -120, -4, Priority.HIGH, ("summary",)),
    "gantt": ("secretary", -135, -120, Priority.HIGH, ("summary",)),
    "indicators": ("secretary_elect", -100, 20, Priority.HIGH, ("gantt",)),
    "voting_system": ("chair", 10, 80, Priority.HIGH, ("procedures", "indicators")),
    "disputes": ("chair_elect", 30, 120, Priority.HIGH, ("procedures",)),
    "elections": ("secretary", None, 150, Priority.HIGH, ("voting_system",)),
    "elders": ("elder", None, None, Priority.NORMAL, ()),
    "coordination": ("chair", None, None, Priority.NORMAL, ()),
}
_MOVES = {
    "summary": (("start", -150), ("finish", -141)),
    "gantt": (("start", -135), ("finish", -122)),
    "ambassadors": (("start", -140),),
    "policy_priorities": (("start", -60),),
    "procedures": (("start", -118),),
    "indicators": (("start", -99),),
}
_WHY = "Plazos inventados para la demostración."


def keep_plan(secretary: Person, *, began: datetime, now: datetime) -> None:
    """Load the delivered plan, give it owners and days, start and finish what should have been."""
    load_plan(by=None, now=began)
    today = statute_day(now)
    tasks = {task.key: task for task in PlanTask.objects.select_related("title", "note")}
    offices = {each.key: each for each in Position.objects.all()}
    at = began + timedelta(hours=2)
    for key, (office, first, last, priority, before) in _TOLD.items():
        told = TaskTold(
            language="es",
            titles=wordings(tasks[key].title),
            note=_note(tasks[key]),
            owner_position=offices[office],
            priority=priority,
            starts_on=today + timedelta(days=first) if first is not None else None,
            due_on=today + timedelta(days=last) if last is not None else None,
            waits_for=tuple(tasks[each].pk for each in before),
        )
        change_task(task=tasks[key], told=told, reason=_WHY, by=secretary, now=at)
    for key, moves in _MOVES.items():
        for move, days in moves:
            day = datetime.combine(today + timedelta(days=days), time(16), began.tzinfo)
            move_task(task=tasks[key], move=move, by=secretary, now=day)
    _drop_one(secretary, told, now=at)


def _note(task: PlanTask) -> str:
    return wordings(task.note)[task.note.original_language] if task.note else ""


def _drop_one(secretary: Person, told: TaskTold, *, now: datetime) -> None:
    other = replace(
        told,
        titles={"es": "Imprimir el plan en papel y enviarlo por correo postal"},
        owner_position=None,
        priority=Priority.LOW,
    )
    task = add_task(told=other, by=secretary, now=now)
    why = "El plan se lee e imprime desde esta página."
    move_task(task=task, move="drop", reason=why, language="es", by=secretary, now=now)
