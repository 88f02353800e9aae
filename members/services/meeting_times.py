"""When a meeting is called together: its deadlines, and what follows when its time or its rhythm changes.

Parts of acts: called with the series locked.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta

from lacralo.core.audit import record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.services import cancel, schedule
from lacralo.core.people.models import Person
from members.enums.meetings import MeetingAct
from members.models import Meeting, MeetingChannel, MeetingMove, Series
from members.rules.schedule import occurrences, reminders
from members.selectors.meetings import rhythm_of, usual_channels_of
from members.selectors.rules import rules_on

#: The tasks that answer; see `members.tasks.meetings`.
INVITE = "members.meeting_invite"
REMIND = "members.meeting_remind"


def make_meeting(
    series: Series, starts_at: datetime, *, by: Person | None, now: datetime, **fields
) -> Meeting:
    """Write a meeting of the series with its usual length, openness and channels, and have it called."""
    usual = {
        "minutes": series.minutes,
        "is_public": series.is_public,
        "shows_links": series.shows_links,
    }
    meeting = Meeting.objects.create(
        series=series, starts_at=starts_at, planned_at=now, planned_by=by, **usual | fields
    )
    for each in usual_channels_of(series):
        MeetingChannel.objects.create(
            meeting=meeting, language=each.language, join_url=each.join_url, dial_in=each.dial_in
        )
    return meeting


def call_together(meeting: Meeting, *, now: datetime) -> None:
    """Schedule the invitations, unless they went out, and the reminders that still lie ahead.

    What was scheduled for another time is taken back.
    """
    rules = rules_on(statute_day(now))
    cancel(subject=meeting, task=INVITE, now=now)
    cancel(subject=meeting, task=REMIND, now=now)
    called_at = max(now, meeting.starts_at - timedelta(days=rules.invite_days))
    stamp = f"{meeting.starts_at:%Y-%m-%dT%H:%M} {now:%Y%m%d%H%M%S}"
    if meeting.invited_at is None:
        schedule(task=INVITE, key=stamp, subject=meeting, due_at=called_at, now=now)
    for each in reminders(meeting.starts_at, rules.meeting_reminder_hours, after=called_at):
        schedule(task=REMIND, key=f"{each.key} {stamp}", subject=meeting, due_at=each.at, now=now)


def move_to(
    meeting: Meeting,
    starts_at: datetime,
    *,
    minutes: int,
    by: Person | None,
    now: datetime,
    why: Mapping[str, str] | None = None,
) -> MeetingMove | None:
    """Part of an act: a meeting gets another time or length; answers the move, when the time changed.

    `why`: the reason and its language, if one was given.
    """
    before, meeting.starts_at, meeting.minutes = meeting.starts_at, starts_at, minutes
    meeting.save()
    record(MeetingAct.MEETING_MOVED, subject=meeting, by=by, at=now)
    call_together(meeting, now=now)
    if before == starts_at:
        return None
    return MeetingMove.objects.create(
        meeting=meeting,
        starts_before=before,
        starts_after=starts_at,
        moved_by=by,
        moved_at=now,
        **why or {},
    )


def follow_rhythm(series: Series, *, by: Person, now: datetime) -> None:
    """Coming meetings that the portal made, to which nobody is invited and which nobody moved, follow."""
    rhythm = rhythm_of(series)
    ahead = series.meetings.standing().filter(
        starts_at__gt=now, month__isnull=False, planned_by=None, invited_at=None, opened_at=None
    )
    made = list(ahead.exclude(moves__moved_by__isnull=False).order_by("starts_at"))
    if rhythm is None or not made:
        return
    horizon = max(each.starts_at for each in made) + timedelta(days=62)
    expected = {each.month: each.starts_at for each in occurrences(rhythm, until=horizon)}
    taken = set(series.meetings.standing().values_list("starts_at", flat=True))
    for meeting in made:
        starts_at = expected.get(meeting.month, meeting.starts_at)
        if starts_at <= now or starts_at in taken - {meeting.starts_at}:
            starts_at = meeting.starts_at
        if (starts_at, series.minutes) != (meeting.starts_at, meeting.minutes):
            move_to(meeting, starts_at, minutes=series.minutes, by=None, now=now)
