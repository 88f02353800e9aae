"""Who is at a meeting: signed in by themselves, or kept by the secretary; set right on request."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict, require
from members.enums import CreditKind
from members.enums.minutes import Presence, Quality, SittingAct, SittingBar
from members.models import Attendance, AttendanceRequest, Credit, Meeting, Member
from members.notifications import decisions as notifications
from members.permissions.sittings import can_hold, can_send_apologies, can_sign_in
from members.rules.sittings import (
    has_left_before_coming,
    may_answer,
    may_contest,
    may_record_list,
)
from members.selectors.invited import Seat, seat_of
from members.selectors.offices import holders_of
from members.selectors.representation import represents
from members.selectors.rules import rules_on
from members.selectors.sittings import attendance_list, by_member, standing_of
from members.services.agendas import locked_meeting
from members.services.corrections import strike_credit

_EARNS = {Presence.PRESENT: CreditKind.ATTENDED, Presence.APOLOGIES: CreditKind.APOLOGIES}


@dataclass(frozen=True)
class LineTold:
    """A line of the list as the secretary tells it; a guest without an account has a `name`."""

    presence: str
    person: Person | None = None
    name: str = ""
    quality: str = Quality.GUEST
    member: Member | None = None
    channel: str = ""
    came_at: datetime | None = None
    left_at: datetime | None = None

    @property
    def key(self) -> object:
        """Who it is: nobody stands on a list twice."""
        return self.person.pk if self.person else " ".join(self.name.casefold().split())


@act
def sign_in(*, meeting: Meeting, channel: str, by: Person, now: datetime) -> Attendance:
    """Somebody says that they are there, and in which language they listen.  Raises Refused."""
    meeting = locked_meeting(meeting)
    require(can_sign_in(by, meeting))
    row = _mark(meeting, by, Presence.PRESENT, channel, now)
    record(SittingAct.SIGNED_IN, subject=row, by=by, at=now)
    return row


@act
def send_apologies(*, meeting: Meeting, by: Person, now: datetime) -> Attendance:
    """Somebody cannot come and says so before the meeting.  Raises Refused."""
    meeting = locked_meeting(meeting)
    require(can_send_apologies(by, meeting))
    row = _mark(meeting, by, Presence.APOLOGIES, "", now)
    record(SittingAct.APOLOGIES_SENT, subject=row, by=by, at=now)
    return row


def _mark(meeting: Meeting, person: Person, presence: Presence, channel: str, now: datetime) -> Attendance:
    seat = seat_of(person, meeting) or Seat(person, Quality.GUEST)
    row = Attendance.objects.filter(meeting=meeting, person=person).first()
    row = row or Attendance(meeting=meeting, person=person, quality=seat.quality, member=seat.member)
    row.presence, row.channel, row.recorded_by, row.recorded_at = presence, channel, person, now
    if presence == Presence.PRESENT:
        row.came_at, row.left_at = row.came_at or now, None
    row.save()
    return row


@act
def keep_list(*, meeting: Meeting, lines: Iterable[LineTold], by: Person, now: datetime) -> int:
    """The list as the secretary keeps it, whole; only lines that changed are written.  How many changed.

    Raises Refused when somebody stands on it twice, or the meeting is closed.
    """
    meeting, lines = locked_meeting(meeting), list(lines)
    require(can_hold(by, meeting, on=statute_day(now)))
    is_backwards = any(has_left_before_coming(each.came_at, each.left_at) for each in lines)
    in_time = Verdict((Line(SittingBar.LEFT_BEFORE_COMING, not is_backwards),))
    require(may_record_list(standing_of(meeting), [each.key for each in lines]) & in_time)
    known = {each.person_id or " ".join(each.name.casefold().split()): each
             for each in meeting.attendances.all()}  # fmt: skip
    changed = sum(_keep(meeting, known.get(each.key), each, by, now) for each in lines)
    record(SittingAct.ATTENDANCE_RECORDED, subject=meeting, by=by, at=now)
    return changed


def _keep(meeting: Meeting, row: Attendance | None, told: LineTold, by: Person, now: datetime) -> bool:
    if row is None and told.presence == Presence.ABSENT:
        return False
    row = row or Attendance(meeting=meeting, person=told.person, name=told.name.strip())
    fields = ("quality", "member", "presence", "channel", "came_at", "left_at")
    if row.pk and all(getattr(row, name) == getattr(told, name) for name in fields):
        return False
    for name in fields:
        setattr(row, name, getattr(told, name))
    row.recorded_by, row.recorded_at = by, now
    row.save()
    return True


@act
def contest_attendance(
    *, meeting: Meeting, member: Member, claimed: str, reason: str, language: str, by: Person, now: datetime
) -> AttendanceRequest:
    """Somebody who acts for a member says that its attendance is recorded wrongly; the secretary is told.

    Raises Refused.
    """
    meeting, today = locked_meeting(meeting), statute_day(now)
    line = by_member(attendance_list(meeting)).get(member.pk)
    recorded = line.presence if line else Presence.ABSENT
    verdict = may_contest(
        standing_of(meeting),
        now=now,
        days=rules_on(today).attendance_contest_days,
        acts_for_it=represents(by, member, on=today),
        is_open=AttendanceRequest.objects.filter(meeting=meeting, member=member, answered_at=None).exists(),
        recorded=recorded,
        claimed=Presence(claimed),
        reason=reason,
    )
    require(verdict)
    request = AttendanceRequest.objects.create(
        meeting=meeting, member=member, person=by, recorded=recorded, claimed=claimed,
        reason=reason.strip(), lang=language, asked_at=now,
    )  # fmt: skip
    record(SittingAct.ATTENDANCE_CONTESTED, subject=request, by=by, at=now)
    for term in holders_of(["secretary"], on=today):
        notifications.attendance_contested(request, term.person, at=now)
    return request


@act
def answer_attendance_request(
    *, request: AttendanceRequest, is_granted: bool, answer: str, language: str, by: Person, now: datetime
) -> AttendanceRequest:
    """The secretary answers with a reason; granted, the wrong credit is struck and the right one given.

    The list says from then on what is right.  Raises Refused.
    """
    found = AttendanceRequest.objects.select_for_update(of=("self",))
    request = found.select_related("meeting__series", "member", "person").get(pk=request.pk)
    require(can_hold(by, request.meeting, on=statute_day(now)))
    require(may_answer(is_answered=request.answered_at is not None, answer=answer))
    request.is_granted, request.answer, request.answer_lang = is_granted, answer.strip(), language
    request.answered_at, request.answered_by = now, by
    request.save()
    if is_granted:
        _set_right(request, by, now)
    record(SittingAct.ATTENDANCE_ANSWERED, subject=request, by=by, at=now)
    notifications.attendance_answered(request, at=now)
    return request


def _set_right(request: AttendanceRequest, by: Person, now: datetime) -> None:
    meeting, claimed = request.meeting, Presence(request.claimed)
    lines = [each for each in attendance_list(meeting) if each.member == request.member and each.attendance]
    line = next((each for each in lines if each.presence == request.recorded), None)
    row = (
        line.attendance if line else Attendance.objects.filter(meeting=meeting, person=request.person).first()
    )
    row = row or Attendance(meeting=meeting, person=request.person)
    row.quality = Quality.REPRESENTATIVE if row.quality not in (Quality.OFFICER,) else row.quality
    row.member, row.presence, row.recorded_by, row.recorded_at = request.member, claimed, by, now
    row.save()
    known = Credit.objects.filter(
        member=request.member, evidence_type=meeting._meta.label_lower, evidence_id=str(meeting.pk)
    )
    for credit in known.standing():
        strike_credit(credit=credit, reason=request.answer, by=None, now=now)
    if claimed in _EARNS:
        kind = _EARNS[claimed]
        Credit.objects.create(
            member=request.member, person=row.person, kind=kind, earned_on=statute_day(meeting.starts_at),
            evidence_type=meeting._meta.label_lower, evidence_id=str(meeting.pk),
            ordinal=known.filter(kind=kind).count() + 1, is_public=True,
        )  # fmt: skip
