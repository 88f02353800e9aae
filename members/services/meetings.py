"""Acts on meetings: planned by hand, moved, cancelled, recorded afterwards, and how one joins them."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.services import cancel
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict, require
from members.enums.meetings import MeetingAct, MeetingBar
from members.models import Meeting, MeetingChannel, Series
from members.notifications import meetings as notifications
from members.permissions.meetings import can_convene
from members.rules.meetings import (
    does_change,
    may_cancel,
    may_change,
    may_note_held,
    may_plan,
    may_record,
)
from members.selectors.meeting_calls import those_told
from members.selectors.meetings import moments_of, months_taken, standing_of
from members.services.meeting_times import call_together, make_meeting, move_to
from members.services.series import ChannelTold


def _locked(meeting: Meeting) -> Meeting:
    """The meeting with its series locked: plans of one series follow each other."""
    Series.objects.select_for_update(of=("self",)).get(pk=meeting.series_id)
    return Meeting.objects.select_for_update(of=("self",)).select_related("series").get(pk=meeting.pk)


def _plan_verdict(series: Series, starts_at: datetime, now: datetime, besides: Meeting | None = None):
    return may_plan(
        starts_at,
        on=starts_at.astimezone(ZoneInfo(series.zone)).date(),
        now=now,
        others=moments_of(series, besides=besides),
        starts_on=series.starts_on,
        ends_on=series.ends_on,
    )


def _month_for(series: Series, starts_at: datetime):
    """The month of whose rhythm the meeting is the one; None beside a rhythm, or without any."""
    month = starts_at.astimezone(ZoneInfo(series.zone)).date().replace(day=1)
    return month if series.has_rhythm and month not in months_taken(series) else None


@act
def plan_meeting(
    *,
    series: Series,
    starts_at: datetime,
    minutes: int,
    by: Person,
    now: datetime,
    topic: str = "",
    lang: str = "",
) -> Meeting:
    """A meeting is planned by hand, at a moment (UTC); those invited are written to in time.

    In a month of the rhythm that has none, it is the meeting of that month.  Raises Refused.
    """
    series = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    require(can_convene(by, series, on=statute_day(now)))
    require(_plan_verdict(series, starts_at, now))
    meeting = make_meeting(
        series,
        starts_at,
        by=by,
        now=now,
        minutes=minutes,
        topic=topic,
        lang=lang if topic else "",
        month=_month_for(series, starts_at),
    )
    record(MeetingAct.MEETING_PLANNED, subject=meeting, by=by, at=now)
    call_together(meeting, now=now)
    return meeting


@act
def move_meeting(
    *,
    meeting: Meeting,
    starts_at: datetime,
    minutes: int,
    reason: str,
    lang: str,
    by: Person,
    now: datetime,
) -> Meeting:
    """A meeting takes place at another moment (UTC), or longer or shorter; `lang` is that of the reason.

    Everybody who was invited is told the old and the new time, and the reminders follow.  Raises Refused.
    """
    meeting = _locked(meeting)
    require(can_convene(by, meeting.series, on=statute_day(now)))
    require(may_change(standing_of(meeting), now))
    require(
        does_change(standing_of(meeting), starts_at=starts_at, minutes=minutes)
        & _plan_verdict(meeting.series, starts_at, now, besides=meeting)
        & Verdict((Line(MeetingBar.NO_REASON, meeting.invited_at is None or bool(reason.strip())),))
    )
    why = {"reason": reason.strip(), "lang": lang if reason.strip() else ""}
    move = move_to(meeting, starts_at, minutes=minutes, why=why, by=by, now=now)
    if move and meeting.invited_at:
        notifications.meeting_moved(meeting, move, those_told(meeting, now), at=now)
    return meeting


@act
def cancel_meeting(*, meeting: Meeting, reason: str, lang: str, by: Person, now: datetime) -> Meeting:
    """A meeting will not take place, or did not; who was invited to one that lies ahead is told why.

    `lang` is the language of the reason.  Raises Refused.
    """
    meeting = _locked(meeting)
    require(can_convene(by, meeting.series, on=statute_day(now)))
    require(may_cancel(standing_of(meeting), reason=reason))
    meeting.cancelled_at, meeting.cancelled_by = now, by
    meeting.cancel_reason, meeting.cancel_lang = reason.strip(), lang
    meeting.save()
    cancel(subject=meeting, now=now)
    record(MeetingAct.MEETING_CANCELLED, subject=meeting, by=by, at=now)
    if meeting.invited_at and now < meeting.ends_at:
        notifications.meeting_cancelled(meeting, those_told(meeting, now), at=now)
    return meeting


@act
def set_meeting_channels(
    *, meeting: Meeting, channels: Iterable[ChannelTold], shows_links: bool, by: Person, now: datetime
) -> Meeting:
    """In which languages this meeting can be followed, how one joins, and whether everybody sees it.

    Raises Refused.
    """
    meeting, channels = _locked(meeting), list(channels)
    require(can_convene(by, meeting.series, on=statute_day(now)))
    require(
        Verdict(
            (
                Line(MeetingBar.CANCELLED_ALREADY, meeting.cancelled_at is None),
                Line(MeetingBar.NO_CHANNEL, bool(channels)),
                Line(MeetingBar.LINKS_OF_CLOSED_MEETING, meeting.is_public or not shows_links),
            )
        )
    )
    for gone in meeting.channels.exclude(language__in=[each.language for each in channels]):
        gone.delete()
    for each in channels:
        MeetingChannel.objects.update_or_create(
            meeting=meeting,
            language=each.language,
            defaults={"join_url": each.join_url, "dial_in": each.dial_in},
        )
    meeting.shows_links = shows_links
    meeting.save()
    record(MeetingAct.MEETING_CHANNELS_SET, subject=meeting, by=by, at=now)
    return meeting


@act
def record_meeting(
    *,
    series: Series,
    starts_at: datetime,
    minutes: int,
    by: Person | None,
    now: datetime,
    topic: str = "",
    lang: str = "",
) -> Meeting:
    """A meeting that was held without the portal is recorded afterwards, at its moment (UTC).

    `by` is None when the portal itself imports it.  Raises Refused.
    """
    series = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    if by is not None:
        require(can_convene(by, series, on=statute_day(now)))
    require(may_record(starts_at, minutes, now=now, others=moments_of(series)))
    month = starts_at.astimezone(ZoneInfo(series.zone)).date().replace(day=1)
    is_free = series.has_rhythm and not series.meetings.filter(month=month).exists()
    meeting = make_meeting(
        series,
        starts_at,
        by=by,
        now=now,
        minutes=minutes,
        topic=topic,
        lang=lang if topic else "",
        month=month if is_free else None,
        opened_at=starts_at,
        closed_at=starts_at + timedelta(minutes=minutes),
    )
    record(MeetingAct.MEETING_RECORDED, subject=meeting, by=by, at=now)
    return meeting


@act
def note_held(*, meeting: Meeting, by: Person, now: datetime) -> Meeting:
    """A planned meeting was held at its time, though nobody opened it here.  Raises Refused."""
    meeting = _locked(meeting)
    require(can_convene(by, meeting.series, on=statute_day(now)))
    require(may_note_held(standing_of(meeting), now))
    meeting.opened_at, meeting.closed_at = meeting.starts_at, meeting.ends_at
    meeting.save()
    record(MeetingAct.MEETING_RECORDED, subject=meeting, by=by, at=now)
    return meeting
