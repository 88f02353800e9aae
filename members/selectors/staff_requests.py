"""What staff was asked for, how long it waited, and whether the languages are served alike."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Case, F, IntegerField, QuerySet, Value, When

from lacralo.core.people.models import Person
from lacralo.core.texts.enums import Language
from members.enums.staff_requests import RequestKind, RequestStatus
from members.models import Representation, StaffRequest, Term
from members.rules.staff_requests import Served, Waiting, days_waited, served
from members.selectors.offices import holders_of
from members.selectors.representation import ACTING

#: The office that answers; the secretary stands in where nobody holds it.
STAFF, STAND_IN = "support", "secretary"


@dataclass(frozen=True)
class RequestRow:
    """A request with the whole days that it waited: until it was closed, or until now."""

    request: StaffRequest
    days: int
    is_waiting: bool
    is_overdue: bool


def request_row(request: StaffRequest, now: datetime, today: date) -> RequestRow:
    """The request as a page shows it; overdue when the day on which it is needed is over."""
    is_waiting = request.closed_at is None
    return RequestRow(
        request=request,
        days=days_waited(request.asked_at, request.closed_at or now),
        is_waiting=is_waiting,
        is_overdue=is_waiting and request.needed_by is not None and request.needed_by < today,
    )


def visible_requests(person: Person | None, *, answers: bool) -> QuerySet[StaffRequest]:
    """What the person may read, with who asked; `answers` when they answer requests."""
    return StaffRequest.objects.visible_to(person, answers=answers).select_related("asked_by")


def in_order(requests: QuerySet[StaffRequest]) -> QuerySet[StaffRequest]:
    """What waits first: by the day on which it is needed, then by age; then what is closed, newest first."""
    is_closed = Case(When(closed_at=None, then=Value(0)), default=Value(1), output_field=IntegerField())
    return requests.order_by(
        is_closed, F("needed_by").asc(nulls_last=True), F("closed_at").desc(), "asked_at", "pk"
    )


def filtered(
    requests: QuerySet[StaffRequest], *, language: str = "", kind: str = "", status: str = ""
) -> QuerySet[StaffRequest]:
    """Those that fit; an empty wish fits all.  Status `waiting` means asked, accepted or under way."""
    if status == "waiting":
        requests, status = requests.waiting(), ""
    wanted = {"language": language, "kind": kind, "status": status}
    return requests.filter(**{name: value for name, value in wanted.items() if value})


def languages_served(now: datetime, kind: RequestKind | None = None) -> tuple[Served, ...]:
    """How each of the four languages is served, for one kind of request or for all; one query."""
    requests = StaffRequest.objects.filter(kind=kind) if kind else StaffRequest.objects.all()
    rows = requests.values_list("language", "status", "asked_at", "closed_at")
    return served(
        (Waiting(language, RequestStatus(status), asked, closed) for language, status, asked, closed in rows),
        [str(each) for each in Language],
        now=now,
    )


def kinds_served(now: datetime) -> dict[RequestKind, tuple[Served, ...]]:
    """How each language is served for each kind; one query for each of the three."""
    return {kind: languages_served(now, kind) for kind in RequestKind}


def asks_staff(person: Person, *, on: date) -> bool:
    """Whether the person acts for a member or holds an office on that day."""
    acts = Representation.objects.on(on).filter(person=person, role__in=ACTING)
    return acts.exists() or Term.objects.on(on).filter(person=person).exists()


def those_who_answer(*, on: date) -> list[Person]:
    """Support staff in office on that day; the secretary where there is none."""
    found = list(holders_of([STAFF], on=on)) or list(holders_of([STAND_IN], on=on))
    return [term.person for term in found]


def requests_waiting_for(person: Person, *, answers: bool) -> QuerySet[StaffRequest]:
    """What waits for the person's answer: every open request, when they answer requests; else nothing."""
    return (
        in_order(visible_requests(person, answers=True).waiting()) if answers else StaffRequest.objects.none()
    )
