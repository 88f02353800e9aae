"""Mails of the plan of next steps."""

from datetime import date, datetime

from django.utils import translation

from lacralo.core.moments import day_text
from lacralo.core.notifications.services import tell
from lacralo.core.people.models import Person
from lacralo.core.texts.selectors import reading
from members.models import PlanTask


def task_yours(task: PlanTask, person: Person, *, event: str, at: datetime) -> None:
    """Tell somebody that a task of the plan is now theirs, or of an office they hold."""
    _tell("plan_task_yours", task, person, event, at)


def task_late(task: PlanTask, person: Person, *, event: str, at: datetime) -> None:
    """Remind somebody, once, that a task is late."""
    _tell("plan_task_late", task, person, event, at)


def _tell(news: str, task: PlanTask, person: Person, event: str, at: datetime) -> None:
    context = {
        "task": task,
        "title": reading(task.title, person.language).body,
        "office": task.owner_position,
        "due": _day(task.due_on, person),
    }
    tell(person=person, event=f"members.{news}:{event}", template=f"members/{news}", context=context, at=at)


def _day(on: date | None, person: Person) -> str:
    with translation.override(person.language):
        return day_text(on) if on else ""
