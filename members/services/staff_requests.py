"""Acts on requests to staff.  They give no credits: staff is no member."""

from dataclasses import dataclass
from datetime import date, datetime

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members.enums.staff_requests import RequestAct, RequestKind, RequestStatus
from members.models import StaffRequest, StaffRequestStep
from members.notifications import staff_requests as notifications
from members.permissions.staff_requests import can_ask_staff, can_move_request
from members.rules.staff_requests import CLOSED, Wish, may_ask, may_move
from members.selectors.staff_requests import those_who_answer
from members.workflows.staff_requests import STAFF_REQUEST

_MOVED = {
    "accept": RequestAct.REQUEST_ACCEPTED,
    "start": RequestAct.REQUEST_STARTED,
    "deliver": RequestAct.REQUEST_DONE,
    "decline": RequestAct.REQUEST_DECLINED,
    "withdraw": RequestAct.REQUEST_WITHDRAWN,
}


@dataclass(frozen=True)
class RequestTold:
    """What somebody asks for; `languages` are those it goes into, `purpose_language` that of the words."""

    kind: RequestKind
    from_language: str
    languages: tuple[str, ...]
    purpose: str
    purpose_language: str
    link: str = ""
    needed_by: date | None = None


@act
def ask_staff(*, told: RequestTold, by: Person, now: datetime) -> list[StaffRequest]:
    """Somebody asks for a transcription, interpretation or translation; staff is told.

    One request for each language, since each is done, and waits, by itself.  Raises Refused.
    """
    today = statute_day(now)
    require(can_ask_staff(by, on=today))
    wish = Wish(told.kind, told.purpose, told.from_language, told.languages, told.needed_by)
    require(may_ask(wish, today=today))
    requests = [_ask(told, language, by=by, now=now) for language in told.languages]
    for person in those_who_answer(on=today):
        notifications.staff_asked(requests, person, at=now)
    return requests


@act
def move_request(
    *,
    request: StaffRequest,
    move: str,
    by: Person,
    now: datetime,
    words: str = "",
    language: str = "",
    link: str = "",
) -> StaffRequest:
    """A request is accepted, started, delivered (`link`: where it is), declined or taken back.

    Who asked is told of every step that is not their own.  Raises Refused.
    """
    request = StaffRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    require(can_move_request(by, request, move, on=statute_day(now)))
    is_legal = move in STAFF_REQUEST.moves_from(RequestStatus(request.status))
    require(may_move(move, is_legal=is_legal, reason=words, link=link))

    request.status = STAFF_REQUEST.move(RequestStatus(request.status), move)
    request.closed_at = now if request.status in CLOSED else None
    request.delivered_link = link if request.status == RequestStatus.DONE else ""
    request.save()
    step = _step(request, words, language, by=by, now=now)

    record(_MOVED[move], subject=request, by=by, at=now)
    if request.asked_by_id != by.pk:
        notifications.request_moved(step, at=now)
    return request


def _ask(told: RequestTold, language: str, *, by: Person, now: datetime) -> StaffRequest:
    request = StaffRequest.objects.create(
        kind=told.kind,
        from_language=told.from_language,
        language=language,
        purpose=told.purpose.strip(),
        purpose_language=told.purpose_language,
        link=told.link,
        needed_by=told.needed_by,
        asked_by=by,
        asked_at=now,
    )
    _step(request, "", "", by=by, now=now)
    record(RequestAct.REQUEST_ASKED, subject=request, by=by, at=now)
    return request


def _step(request: StaffRequest, words: str, language: str, *, by: Person, now: datetime) -> StaffRequestStep:
    words = words.strip()
    return StaffRequestStep.objects.create(
        request=request,
        status=request.status,
        by=by,
        at=now,
        words=words,
        language=language if words else "",
    )
