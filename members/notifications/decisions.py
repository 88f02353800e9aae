"""Mails about agreed actions and about minutes."""

from datetime import datetime

from django.utils import translation

from lacralo.core.moments import day_text
from lacralo.core.notifications.services import tell
from lacralo.core.people.models import Person
from lacralo.core.texts.selectors import reading
from members.models import Action, AttendanceRequest, Minutes


def action_yours(action: Action, person: Person, *, at: datetime) -> None:
    """Tell somebody that an action is now theirs, or of an office they hold."""
    _tell("action_yours", action, person, f"{action.pk}:{at:%Y%m%d%H%M%S}", at)


def action_due(action: Action, person: Person, *, is_over: bool, event: str, at: datetime) -> None:
    """Remind the owner of an action before its day, when it is over, and when it is late."""
    _tell("action_due", action, person, event, at, is_over=is_over)


def action_late(action: Action, person: Person, *, event: str, at: datetime) -> None:
    """Tell the chair that an action is late."""
    _tell("action_late", action, person, event, at, owner=action.owner_position or action.owner_person)


def _tell(news: str, action: Action, person: Person, event: str, at: datetime, **context) -> None:
    with translation.override(person.language):
        due = day_text(action.due_on)
    context |= {
        "action": action,
        "what": reading(action.what, person.language).body,
        "office": action.owner_position,
        "due": due,
    }
    tell(person=person, event=f"members.{news}:{event}", template=f"members/{news}", context=context, at=at)


def minutes_proposed(minutes: Minutes, person: Person, *, ends_at: datetime, at: datetime) -> None:
    """Tell somebody who was at a meeting that its minutes can be read, and until when objected to."""
    context = {"meeting": minutes.meeting, "ends_at": ends_at}
    event = f"members.minutes_proposed:{minutes.pk}"
    tell(person=person, event=event, template="members/minutes_proposed", context=context, at=at)


def attendance_contested(request: AttendanceRequest, person: Person, *, at: datetime) -> None:
    """Tell whoever keeps the meetings that a member asks to correct its attendance."""
    event = f"members.attendance_contested:{request.pk}"
    context = {"request": request}
    tell(person=person, event=event, template="members/attendance_contested", context=context, at=at)


def attendance_answered(request: AttendanceRequest, *, at: datetime) -> None:
    """Tell who asked what the answer is."""
    event = f"members.attendance_answered:{request.pk}"
    context = {"request": request}
    tell(person=request.person, event=event, template="members/attendance_answered", context=context, at=at)
