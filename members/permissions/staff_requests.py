"""Who asks staff, who answers, and who takes a request back."""

from datetime import date

from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict
from members.enums.staff_requests import RequestBar
from members.models import StaffRequest
from members.permissions.register import can_keep_register
from members.selectors.staff_requests import asks_staff


def can_ask_staff(person: Person | None, *, on: date) -> Verdict:
    """Whether the person may ask: they act for a member or hold an office on that day."""
    return Verdict((Line(RequestBar.NOT_ASKER, person is not None and asks_staff(person, on=on)),))


def can_answer_requests(person: Person | None, *, on: date) -> Verdict:
    """Whether the person answers requests on that day: support staff and the secretary do."""
    return Verdict((Line(RequestBar.NOT_HANDLER, bool(can_keep_register(person, on=on))),))


def can_move_request(person: Person | None, request: StaffRequest, move: str, *, on: date) -> Verdict:
    """Whether the person may make this move: who asked takes back, those who answer do the rest."""
    if move == "withdraw":
        is_own = person is not None and request.asked_by_id == person.pk
        return Verdict((Line(RequestBar.NOT_YOURS, is_own),))
    return can_answer_requests(person, on=on)
