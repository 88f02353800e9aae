"""A meeting is opened, its quorum taken, what fails is logged; closed, it credits its members."""

from datetime import datetime

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members.enums import CreditKind, Excuse, OccasionKind
from members.enums.minutes import ItemOutcome, MinutesState, Presence, SittingAct
from members.models import (
    Incident,
    InterestsAsked,
    Meeting,
    Minutes,
    QuorumTaken,
    Recording,
    Sitting,
)
from members.permissions.sittings import can_hold
from members.rules.sittings import is_running, may_ask_of_interests, may_open
from members.selectors.agendas import items_of
from members.selectors.rules import rules_on
from members.selectors.sittings import (
    ListRow,
    attendance_list,
    by_member,
    counts_members,
    last_asked,
    quorum_of,
    standing_of,
    without_interpretation,
)
from members.services.agendas import locked_meeting
from members.services.credits import give_credits, hold_occasion


@act
def open_meeting(*, meeting: Meeting, is_in_person: bool, by: Person, now: datetime) -> Meeting:
    """The meeting begins; from now on those who are there sign in.  Raises Refused."""
    meeting = locked_meeting(meeting)
    require(can_hold(by, meeting, on=statute_day(now)))
    require(may_open(standing_of(meeting), now))
    meeting.opened_at = now
    meeting.save()
    Sitting.objects.create(meeting=meeting, is_in_person=is_in_person, opened_by=by)
    record(SittingAct.MEETING_OPENED, subject=meeting, by=by, at=now)
    return meeting


@act
def take_quorum(*, meeting: Meeting, by: Person, now: datetime) -> QuorumTaken:
    """Write down how many are present now, and how many are needed.  Raises Refused."""
    meeting = locked_meeting(meeting)
    require(can_hold(by, meeting, on=statute_day(now)))
    require(is_running(standing_of(meeting)))
    taken = _take(meeting, attendance_list(meeting), now)
    record(SittingAct.QUORUM_TAKEN, subject=meeting, by=by, at=now)
    return taken


def _take(meeting: Meeting, rows: list[ListRow], now: datetime) -> QuorumTaken:
    found = quorum_of(meeting, rows, now, sitting=meeting.sitting)
    return QuorumTaken.objects.create(
        meeting=meeting, taken_at=now, present=found.present, base=found.base, needed=found.needed,
        recused=found.recused, rule=found.rule, article=found.article,
        counts_members=counts_members(meeting),
    )  # fmt: skip


@act
def close_meeting(*, meeting: Meeting, by: Person, now: datetime) -> Meeting:
    """The meeting ends: the quorum is kept, members are credited, what was not dealt with is carried over.

    A draft of the minutes begins.  Raises Refused, also for a second close.
    """
    meeting = locked_meeting(meeting)
    require(can_hold(by, meeting, on=statute_day(now)))
    require(is_running(standing_of(meeting)))
    rows = attendance_list(meeting)
    _take(meeting, rows, now)
    meeting.closed_at = now
    meeting.save()
    meeting.sitting.closed_by = by
    meeting.sitting.save()
    _credit(meeting, rows)
    for item in items_of(meeting).filter(outcome=""):
        item.outcome = ItemOutcome.CARRIED_OVER
        item.save()
    Minutes.objects.create(meeting=meeting, version=1, state=MinutesState.DRAFT, begun_at=now, begun_by=by)
    record(SittingAct.MEETING_CLOSED, subject=meeting, by=by, at=now)
    return meeting


def _credit(meeting: Meeting, rows: list[ListRow]) -> None:
    """One credit for each member, whoever came for it; a monthly call is an occasion for all the others."""
    day, lines = statute_day(meeting.starts_at), by_member(rows)
    for presence, kind in (
        (Presence.PRESENT, CreditKind.ATTENDED),
        (Presence.APOLOGIES, CreditKind.APOLOGIES),
    ):
        to = [(each.member, each.person) for each in lines.values() if each.presence == presence]
        give_credits(kind, to, evidence=meeting, on=day, is_public=True)
    if meeting.series.counts_as_call:
        took_part = {key for key, each in lines.items() if each.presence != Presence.ABSENT}
        excused = [
            (member, Excuse.NO_INTERPRETATION)
            for member in without_interpretation(meeting)
            if member.pk not in took_part
        ]
        hold_occasion(OccasionKind.CALL, evidence=meeting, on=day, excused=excused)


@act
def answer_interests(*, meeting: Meeting, answer: str, by: Person, now: datetime) -> InterestsAsked:
    """Somebody present says whether anything changed in their interests.  Raises Refused."""
    meeting = locked_meeting(meeting)
    require(is_running(standing_of(meeting)))
    verdict = may_ask_of_interests(
        is_present=meeting.attendances.filter(person=by, presence=Presence.PRESENT).exists(),
        last=last_asked(by),
        days=rules_on(statute_day(now)).interests_asked_days,
        now=now,
    )
    require(verdict)
    asked = InterestsAsked.objects.create(meeting=meeting, person=by, answer=answer, asked_at=now)
    record(SittingAct.INTERESTS_ASKED, subject=asked, by=by, at=now)
    return asked


@act
def record_incident(
    *,
    meeting: Meeting,
    kind: str,
    from_at: datetime,
    by: Person,
    now: datetime,
    until_at: datetime | None = None,
    language: str = "",
    note: str = "",
    note_language: str = "",
) -> Incident:
    """Something failed; what the interpretation did to a language excuses its members at the close.

    Raises Refused once the meeting is closed: its credits are given then.
    """
    meeting = locked_meeting(meeting)
    require(can_hold(by, meeting, on=statute_day(now)))
    require(is_running(standing_of(meeting)))
    incident = Incident.objects.create(
        meeting=meeting, kind=kind, language=language, from_at=from_at, until_at=until_at,
        note=note.strip(), lang=note_language if note.strip() else "", recorded_by=by, recorded_at=now,
    )  # fmt: skip
    record(SittingAct.INCIDENT_RECORDED, subject=incident, by=by, at=now)
    return incident


@act
def link_recording(
    *, meeting: Meeting, kind: str, language: str, url: str, by: Person, now: datetime
) -> Recording:
    """Say where a recording, transcript or chat lies; a new address takes the place of the old.

    Raises Refused.
    """
    meeting = locked_meeting(meeting)
    require(can_hold(by, meeting, on=statute_day(now)))
    row = Recording.objects.filter(meeting=meeting, kind=kind, language=language).first()
    row = row or Recording(meeting=meeting, kind=kind, language=language)
    row.url, row.linked_by, row.linked_at = url, by, now
    row.save()
    record(SittingAct.RECORDING_LINKED, subject=row, by=by, at=now)
    return row
