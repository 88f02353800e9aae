"""Minutes are proposed, objected to, approved by a meeting or by silence, and corrected by a new version."""

from datetime import datetime

from lacralo.core.audit import act, record
from lacralo.core.audit.links import digest_of
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.services import cancel, schedule, take
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict, require
from members.enums.minutes import ApprovedHow, MinutesState, SittingAct, SittingBar
from members.models import Meeting, Minutes, MinutesEntry, MinutesObjection
from members.notifications import decisions as notifications
from members.permissions.sittings import can_hold
from members.rules.minutes import (
    may_approve_by_silence,
    may_correct,
    may_propose,
    silence_ends,
)
from members.rules.sittings import is_running
from members.selectors.agendas import items_of
from members.selectors.minutes import those_who_were_there, unwritten
from members.selectors.rules import rules_on
from members.selectors.sittings import standing_of
from members.workflows.minutes import MINUTES

#: The task that approves by silence; see `members.tasks`.
_TASK = "members.minutes_silence"


@act
def propose_minutes(*, minutes: Minutes, by: Person, now: datetime) -> Minutes:
    """The draft is fixed and public; those who were there are told until when they may object.

    Raises Refused.
    """
    minutes = _locked(minutes)
    meeting = minutes.meeting
    require(can_hold(by, meeting, on=statute_day(now)))
    verdict = may_propose(
        is_legal="propose" in MINUTES.moves_from(MinutesState(minutes.state)),
        is_closed=meeting.closed_at is not None,
        unwritten=unwritten(meeting),
    )
    require(verdict)
    minutes.state, minutes.proposed_at = MINUTES.move(MinutesState(minutes.state), "propose"), now
    minutes.save()
    bodies = [_fix(minutes, item) for item in items_of(meeting)]
    ends_at = silence_ends(now, rules_on(statute_day(now)).minutes_silence_days)
    schedule(task=_TASK, key=f"v{minutes.version}", subject=minutes, due_at=ends_at, now=now)
    record(SittingAct.MINUTES_PROPOSED, subject=minutes, by=by, at=now, digest=digest_of("\n".join(bodies)))
    for person in those_who_were_there(meeting):
        notifications.minutes_proposed(minutes, person, ends_at=ends_at, at=now)
    return minutes


def _fix(minutes: Minutes, item) -> str:
    revision = item.notes.revisions.order_by("-number").first() if item.notes else None
    MinutesEntry.objects.create(minutes=minutes, item=item, revision=revision, outcome=item.outcome)
    return revision.body if revision else ""


@act
def object_to_minutes(
    *, minutes: Minutes, text: str, language: str, by: Person, now: datetime
) -> MinutesObjection:
    """Somebody who was there finds the proposed minutes wrong: silence approves them no more.

    Raises Refused.
    """
    minutes = _locked(minutes)
    was_there = any(each.pk == by.pk for each in those_who_were_there(minutes.meeting))
    require(
        Verdict(
            (
                Line(SittingBar.MINUTES_MOVE, minutes.state == MinutesState.PROPOSED),
                Line(SittingBar.NOT_PRESENT, was_there),
                Line(SittingBar.WHY_UNSAID, bool(text.strip())),
            )
        )
    )
    objection = MinutesObjection.objects.create(
        minutes=minutes, person=by, text=text.strip(), lang=language, made_at=now
    )
    record(SittingAct.MINUTES_OBJECTED, subject=objection, by=by, at=now)
    return objection


@act
def approve_minutes(*, minutes: Minutes, meeting: Meeting, by: Person, now: datetime) -> Minutes:
    """A meeting that sits approves the proposed minutes of an earlier one.  Raises Refused."""
    minutes = _locked(minutes)
    require(can_hold(by, meeting, on=statute_day(now)))
    is_later = meeting.series_id == minutes.meeting.series_id and meeting.pk != minutes.meeting_id
    is_legal = is_later and "approve" in MINUTES.moves_from(MinutesState(minutes.state))
    require(is_running(standing_of(meeting)) & Verdict((Line(SittingBar.MINUTES_MOVE, is_legal),)))
    return _approve(minutes, ApprovedHow.MEETING, meeting, by, now)


@act
def approve_by_silence(*, pk: int, now: datetime) -> bool:
    """Answer that deadline: nobody objected in time, the minutes are approved.  Whether they were."""
    due = take(pk=pk, now=now)
    if due is None:
        return False
    minutes = _locked(Minutes(pk=int(due.subject_id)))
    verdict = may_approve_by_silence(
        is_legal=minutes.state == MinutesState.PROPOSED,
        objections=minutes.objections.count(),
        ends_at=due.due_at,
        now=now,
    )
    if not verdict:
        return False
    _approve(minutes, ApprovedHow.SILENCE, None, None, now)
    return True


def _approve(
    minutes: Minutes, how: ApprovedHow, meeting: Meeting | None, by: Person | None, now: datetime
) -> Minutes:
    minutes.state = MINUTES.move(MinutesState(minutes.state), "approve")
    minutes.approved_at, minutes.approved_how, minutes.approved_in = now, how, meeting
    minutes.save()
    cancel(subject=minutes, task=_TASK, now=now)
    record(SittingAct.MINUTES_APPROVED, subject=minutes, by=by, at=now)
    return minutes


@act
def correct_minutes(*, minutes: Minutes, reason: str, language: str, by: Person, now: datetime) -> Minutes:
    """A new version of approved minutes begins, and why; the old one stays as it is.  Raises Refused."""
    minutes = _locked(minutes)
    require(can_hold(by, minutes.meeting, on=statute_day(now)))
    is_last = not Minutes.objects.filter(meeting=minutes.meeting, version__gt=minutes.version).exists()
    is_approved = is_last and minutes.state == MinutesState.APPROVED
    require(may_correct(is_approved=is_approved, reason=reason))
    draft = Minutes.objects.create(
        meeting=minutes.meeting, version=minutes.version + 1, state=MinutesState.DRAFT,
        reason=reason.strip(), lang=language, begun_at=now, begun_by=by,
    )  # fmt: skip
    record(SittingAct.MINUTES_CORRECTED, subject=draft, by=by, at=now)
    return draft


def _locked(minutes: Minutes) -> Minutes:
    found = Minutes.objects.select_for_update(of=("self",))
    return found.select_related("meeting__series").get(pk=minutes.pk)
