"""The periodic act on series: the next meetings are made, and what was missed is told, once each.

Safe to run twice, late, by two workers, or not for a month: what it does follows from the rows and the
clock alone.
"""

from datetime import date, datetime, timedelta

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from members.enums.meetings import AlarmKind, MeetingAct
from members.models import Meeting, MeetingAlarm, Series
from members.notifications import meetings as notifications
from members.rules.meetings import is_missed
from members.rules.parameters import MemberRules
from members.rules.schedule import Occurrence, next_occurrence, occurrences, silent_for
from members.selectors.meeting_calls import those_alarmed
from members.selectors.meetings import last_day_of, moments_of, months_taken, rhythm_of, standing_of
from members.selectors.rules import rules_on
from members.services.meeting_times import call_together, make_meeting


def keep_all(*, now: datetime) -> int:
    """Keep every series that meets or met; how many meetings were made and alarms raised.

    Each series is an act of its own: one that fails leaves the others kept, and is told at the end.
    """
    done, failed = 0, []
    for pk in Series.objects.order_by("pk").values_list("pk", flat=True):
        try:
            done += keep_series(pk=pk, now=now)
        except Exception as failure:
            failed.append(failure)
    if failed:
        raise ExceptionGroup("some series of meetings were not kept", failed)
    return done


@act
def keep_series(*, pk: int, now: datetime) -> int:
    """Make the next meetings of one series, and raise the alarms there are; how many of both."""
    series = Series.objects.select_for_update(of=("self",)).get(pk=pk)
    rules = rules_on(statute_day(now))
    made = _make_next(series, rules, now)
    alarms = [*_never_planned(series, now), *_not_held(series, rules, now), *_silent(series, rules, now)]
    for alarm in alarms:
        record(MeetingAct.ALARM_RAISED, subject=alarm, by=None, at=now)
        notifications.meeting_alarm(alarm, those_alarmed(on=statute_day(now)), at=now)
    return made + len(alarms)


def _make_next(series: Series, rules: MemberRules, now: datetime) -> int:
    """The occurrences so many days ahead; the next one in any case, also after a cancelled one."""
    rhythm = rhythm_of(series)
    if rhythm is None:
        return 0
    taken, moments = months_taken(series), moments_of(series)
    horizon = now + timedelta(days=rules.meetings_ahead_days)
    wanted = [
        each
        for each in occurrences(rhythm, until=horizon)
        if each.starts_at > now and each.month not in taken
    ]
    if not wanted and not any(each > now for each in moments):
        following = next_occurrence(rhythm, after=now, taken=taken)
        wanted = [following] if following else []
    made = [_make(series, each, now) for each in wanted if each.starts_at not in moments]
    return len(made)


def _make(series: Series, occurrence: Occurrence, now: datetime) -> Meeting:
    meeting = make_meeting(series, occurrence.starts_at, by=None, now=now, month=occurrence.month)
    record(MeetingAct.MEETING_PLANNED, subject=meeting, by=None, at=now)
    call_together(meeting, now=now)
    return meeting


def _never_planned(series: Series, now: datetime) -> list[MeetingAlarm]:
    """Occurrences whose time passed before anybody made a meeting of them: told, not invented."""
    rhythm = rhythm_of(series)
    if rhythm is None:
        return []
    taken = months_taken(series)
    missing = [each.month for each in occurrences(rhythm, until=now) if each.month not in taken]
    return [_raise(series, AlarmKind.NEVER_PLANNED, month, now) for month in missing]


def _not_held(series: Series, rules: MemberRules, now: datetime) -> list[MeetingAlarm]:
    unopened = series.meetings.standing().filter(opened_at=None, starts_at__lt=now, alarms=None)
    return [
        _raise(series, AlarmKind.NOT_HELD, statute_day(each.starts_at), now, meeting=each)
        for each in unopened.order_by("starts_at")
        if is_missed(standing_of(each), now, hours=rules.missed_after_hours)
    ]


def _silent(series: Series, rules: MemberRules, now: datetime) -> list[MeetingAlarm]:
    """A series planned by hand that should meet again soon, with nothing planned."""
    today = statute_day(now)
    meets = series.starts_on <= today and (series.ends_on is None or today < series.ends_on)
    has_ahead = series.meetings.standing().filter(closed_at=None, starts_at__gt=now).exists()
    if not meets or has_ahead or series.has_rhythm or not series.every_months:
        return []
    due = silent_for(
        last_day_of(series, now),
        every_months=series.every_months,
        alarm_days=rules.silence_days,
        today=today,
    )
    known = due is None or series.alarms.filter(kind=AlarmKind.NOTHING_AHEAD, about_on=due).exists()
    return [] if known else [_raise(series, AlarmKind.NOTHING_AHEAD, due, now)]


def _raise(
    series: Series, kind: AlarmKind, about_on: date, now: datetime, meeting: Meeting | None = None
) -> MeetingAlarm:
    return MeetingAlarm.objects.create(
        series=series, kind=kind, about_on=about_on, raised_at=now, meeting=meeting
    )
