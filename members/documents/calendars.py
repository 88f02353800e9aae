"""What of the rooms of members stands in a calendar, in the active language."""

from collections.abc import Iterable
from datetime import UTC, datetime, time

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lacralo.core.calendars import CalendarEntry
from lacralo.core.people.models import Person
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from lacralo.core.texts.selectors import readings
from members.models import PlanTask, StaffRequest, Term
from members.selectors.calendars import dated_requests, dated_tasks, ends_of_terms


def own_deadlines(person: Person, now: datetime, *, answers: bool) -> list[CalendarEntry]:
    """The days on which tasks, requests and terms of office of the person are due or end.

    `answers`: the person answers requests to staff, and sees the days of all of them.
    """
    return [
        *_tasks(dated_tasks(person, now)),
        *map(_request, dated_requests(person, answers=answers)),
        *map(_term, ends_of_terms(person, now)),
    ]


def _tasks(tasks: Iterable[PlanTask]) -> list[CalendarEntry]:
    tasks = list(tasks)
    words = readings([task.title for task in tasks], get_language())
    return [
        CalendarEntry(
            key=f"plan-task-{task.pk}",
            title=_("Due: %(task)s") % {"task": words[task.title_id].body},
            starts=task.due_on,
            changed_at=task.changed_at,
            sequence=task.times_changed,
            words=str(task.owner_position or ""),
            path=task.get_absolute_url(),
        )
        for task in tasks
    ]


def _request(request: StaffRequest) -> CalendarEntry:
    asked = {"kind": request.get_kind_display(), "language": LANGUAGE_NAMES[request.language]}
    return CalendarEntry(
        key=f"staff-request-{request.pk}",
        title=_("Needed: %(kind)s, %(language)s") % asked,
        starts=request.needed_by,
        changed_at=request.asked_at,
        path=request.get_absolute_url(),
    )


def _term(term: Term) -> CalendarEntry:
    return CalendarEntry(
        key=f"term-{term.pk}",
        title=_("Your office ends: %(office)s") % {"office": term.position.name},
        starts=term.end,
        changed_at=datetime.combine(term.start, time(), UTC),
        sequence=int(bool(term.end_reason)),
        path=reverse("members:handover", args=[term.pk]),
    )
