"""Leave and exemptions of members, and the standings that are loaded on the first day."""

from collections.abc import Iterable
from datetime import date, datetime

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict, require
from members.enums import Bar
from members.enums.participation import LeaveKind, ParticipationAct, ParticipationBar, Standing
from members.models import InitialStanding, Leave, Member
from members.notifications import participation as notifications
from members.permissions.participation import can_keep_participation
from members.rules.participation import may_end_leave, may_grant_leave
from members.rules.periods import Period
from members.selectors.rules import rules_on


@act
def grant_leave(
    *,
    member: Member,
    kind: LeaveKind,
    start: date,
    end: date | None,
    reason: str,
    by: Person,
    now: datetime,
) -> Leave:
    """The time from `start` until the day before `end` does not count for the member; it is told.

    Raises Refused without a reason or an end, for too long a time, or beside another leave.
    """
    Member.objects.select_for_update(of=("self",)).get(pk=member.pk)
    require(can_keep_participation(by, now=now))
    others = [Period(each.start, each.end) for each in Leave.objects.filter(member=member)]
    longest = rules_on(statute_day(now)).leave_months
    require(may_grant_leave(Period(start, end), others=others, longest_months=longest, reason=reason))
    leave = Leave.objects.create(member=member, kind=kind, start=start, end=end, reason=reason.strip())
    record(ParticipationAct.LEAVE_GRANTED, subject=leave, by=by, at=now)
    notifications.leave_granted(leave, at=now)
    return leave


@act
def end_leave(*, leave: Leave, end: date, reason: str, by: Person, now: datetime) -> Leave:
    """The leave ends earlier than granted, on `end` (the first day that counts again).  Raises Refused."""
    leave = Leave.objects.select_for_update(of=("self",)).get(pk=leave.pk)
    require(can_keep_participation(by, now=now))
    require(may_end_leave(Period(leave.start, leave.end), end=end, reason=reason))
    leave.end = end
    leave._change_reason = reason
    leave.save()
    record(ParticipationAct.LEAVE_ENDED, subject=leave, by=by, at=now)
    return leave


@act
def load_initial_standings(
    *, members: Iterable[Member], standing: Standing, on: date, decision: str, by: Person, now: datetime
) -> None:
    """How these members stood on that day, by one decision, before the portal measured anything.

    It holds until there is a record of a whole window.  Raises Refused without the decision, or ahead.
    """
    require(can_keep_participation(by, now=now))
    require(
        Verdict(
            (
                Line(Bar.REASON_MISSING, bool(decision.strip())),
                Line(ParticipationBar.DAY_AHEAD, on <= statute_day(now)),
            )
        )
    )
    for member in members:
        loaded = InitialStanding.objects.create(
            member=member, standing=standing, on=on, decision=decision.strip(), loaded_at=now
        )
        record(ParticipationAct.INITIAL_STANDING_LOADED, subject=loaded, by=by, at=now)
