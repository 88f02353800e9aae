"""Mails about requests to staff."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import translation

from lacralo.core.moments import day_text
from lacralo.core.notifications.services import tell
from lacralo.core.people.models import Person
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from members.models import StaffRequest, StaffRequestStep


def staff_asked(requests: Sequence[StaffRequest], person: Person, *, at: datetime) -> None:
    """Tell somebody who answers requests what was asked for; one mail, however many languages."""
    with translation.override(person.language):
        languages = ", ".join(str(LANGUAGE_NAMES[each.language]) for each in requests)
    context = {"request": requests[0], "languages": languages, "needed": _day(requests[0].needed_by, person)}
    _tell("staff_request_asked", person, f"{requests[0].pk}", at, context)


def request_moved(step: StaffRequestStep, *, at: datetime) -> None:
    """Tell who asked where their request stands now, with staff's words and the address of what was done."""
    request = step.request
    with translation.override(request.asked_by.language):
        language = str(LANGUAGE_NAMES[request.language])
    context = {"request": request, "step": step, "language": language}
    _tell("staff_request_moved", request.asked_by, f"{request.pk}:{step.status}", at, context)


def _tell(news: str, person: Person, event: str, at: datetime, context: dict) -> None:
    tell(person=person, event=f"members.{news}:{event}", template=f"members/{news}", context=context, at=at)


def _day(on: date | None, person: Person) -> str:
    with translation.override(person.language):
        return day_text(on) if on else ""
