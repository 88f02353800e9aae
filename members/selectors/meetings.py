"""Which meetings there are, come and were held, and how a series kept its rhythm."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.enums.meetings import AlarmKind, MeetingPhase
from members.models import Meeting, MeetingAlarm, MeetingChannel, Series, SeriesChannel, Term
from members.rules.meetings import Cadence, Standing, phase
from members.rules.schedule import Rhythm
from members.selectors.circles import series_of
from members.selectors.offices import runs_elections

#: Over what the cadence of a series is told.
WINDOW = timedelta(days=365)


def standing_of(meeting: Meeting) -> Standing:
    """What is stored of the meeting, as the rules ask for it."""
    return Standing(
        starts_at=meeting.starts_at,
        minutes=meeting.minutes,
        invited_at=meeting.invited_at,
        opened_at=meeting.opened_at,
        closed_at=meeting.closed_at,
        cancelled_at=meeting.cancelled_at,
    )


def phase_of(meeting: Meeting, now: datetime) -> MeetingPhase:
    """Where the meeting stands at that moment."""
    return phase(standing_of(meeting), now)


def rhythm_of(series: Series) -> Rhythm | None:
    """The rhythm by which the portal makes its meetings; None where they are planned by hand."""
    if not series.has_rhythm:
        return None
    return Rhythm(
        every_months=series.every_months,
        nth=series.nth,
        weekday=series.weekday,
        since=max(series.rhythm_from, series.starts_on),
        at=series.local_time,
        zone=series.zone,
        until=series.ends_on,
    )


def meetings_visible_to(person: Person | None, *, on: date) -> QuerySet[Meeting]:
    """The meetings of which the person may know on that day (UTC): every list and page asks here.

    Those open to everybody, those of the series to which the person belongs or which they convene, and all
    for those who keep the register.
    """
    meetings = Meeting.objects.select_related("series__body", "series__convenor")
    if person is None:
        return meetings.visible_to(series=())
    if person.is_superuser or runs_elections(person, on=on):
        return meetings
    terms = Term.objects.on(on).filter(person=person)
    convened = Series.objects.filter(convenor__in=terms.values("position"))
    return meetings.visible_to(series=(series_of(person, on=on) | convened).values("pk"))


def sees_joining(person: Person | None, meeting: Meeting, *, on: date) -> bool:
    """Whether the person is shown how to join a meeting of which they may know.

    Everybody signed in may come to an open one; strangers are shown the links only where it says so.
    """
    return meeting.shows_links or person is not None


def coming(meetings: QuerySet[Meeting], now: datetime) -> QuerySet[Meeting]:
    """Those of the meetings that run or lie ahead, the nearest first; cancelled ones until their time."""
    ahead = Q(starts_at__gte=now) | Q(opened_at__isnull=False, closed_at=None)
    recent = Q(starts_at__gte=now - timedelta(days=1), closed_at=None, opened_at=None)
    return meetings.filter(ahead | recent).order_by("starts_at", "pk")


def past(meetings: QuerySet[Meeting], now: datetime) -> QuerySet[Meeting]:
    """Those of the meetings whose time has come, the last one first."""
    return meetings.filter(starts_at__lt=now).order_by("-starts_at", "-pk")


def meetings_of(person: Person, now: datetime) -> QuerySet[Meeting]:
    """The coming meetings to which the person is invited, the nearest first."""
    own = Meeting.objects.standing().filter(series__in=series_of(person, on=statute_day(now)).values("pk"))
    return coming(own.select_related("series"), now)


def channels_of(meeting: Meeting) -> list[MeetingChannel]:
    """The languages in which the meeting can be followed."""
    return list(meeting.channels.order_by("language"))


def usual_channels_of(series: Series) -> list[SeriesChannel]:
    """The languages in which the meetings of the series can usually be followed."""
    return list(series.channels.order_by("language"))


def languages_of(meeting: Meeting) -> set[str]:
    """The codes of the languages in which the meeting can be followed."""
    return set(meeting.channels.values_list("language", flat=True))


def moments_of(series: Series, *, besides: Meeting | None = None) -> set[datetime]:
    """When the meetings of the series that are not cancelled begin (UTC)."""
    others = series.meetings.standing().exclude(pk=besides.pk if besides else None)
    return set(others.values_list("starts_at", flat=True))


def months_taken(series: Series) -> set[date]:
    """The months that have a meeting of the rhythm, cancelled or not, or an alarm that they had none."""
    made = series.meetings.filter(month__isnull=False).values_list("month", flat=True)
    never = series.alarms.filter(kind=AlarmKind.NEVER_PLANNED).values_list("about_on", flat=True)
    return {*made, *never}


def last_day_of(series: Series, now: datetime) -> date:
    """The day (UTC) of the last meeting that was not cancelled, or that on which the cadence began."""
    last = series.meetings.standing().filter(starts_at__lte=now).order_by("-starts_at").first()
    began = max(series.starts_on, series.rhythm_from)
    return max(statute_day(last.starts_at), began) if last else began


@dataclass(frozen=True)
class SeriesRow:
    """A series with how it keeps its rhythm."""

    series: Series
    cadence: Cadence


def series_with_cadence(series: Iterable[Series], now: datetime) -> list[SeriesRow]:
    """Each of the series with its cadence over the last twelve months; two queries."""
    series = list(series)
    meetings = Meeting.objects.filter(series__in=series, starts_at__gte=now - 10 * WINDOW)
    found: dict[int, list[Meeting]] = {each.pk: [] for each in series}
    for each in meetings.order_by("starts_at"):
        found[each.series_id].append(each)
    since = statute_day(now - WINDOW)
    never = MeetingAlarm.objects.filter(series__in=series, about_on__gt=since, kind=AlarmKind.NEVER_PLANNED)
    missing = list(never.values_list("series", flat=True))
    return [SeriesRow(each, _cadence(found[each.pk], missing.count(each.pk), now)) for each in series]


def _cadence(meetings: Collection[Meeting], never_planned: int, now: datetime) -> Cadence:
    held = [each.starts_at for each in meetings if each.closed_at]
    ahead = [each.starts_at for each in meetings if each.starts_at > now and not each.cancelled_at]
    # A meeting planned beside the rhythm and cancelled in time was never expected.
    expected = [
        each
        for each in meetings
        if now - WINDOW < each.starts_at and _is_over(each, now) and (each.month or not each.cancelled_at)
    ]
    return Cadence(
        last_held_at=max(held, default=None),
        next_at=min(ahead, default=None),
        expected=len(expected) + never_planned,
        held=sum(1 for each in expected if each.closed_at),
    )


def _is_over(meeting: Meeting, now: datetime) -> bool:
    return phase_of(meeting, now) == MeetingPhase.HELD or meeting.ends_at <= now


def series_listed(now: datetime) -> list[SeriesRow]:
    """Every series in its order, those that no longer meet last; three queries."""
    today = statute_day(now)
    every = Series.objects.select_related("body", "convenor").order_by("order", "pk")
    return sorted(
        series_with_cadence(every, now),
        key=lambda row: row.series.ends_on is not None and row.series.ends_on <= today,
    )


def unanswered_alarms(series: Series) -> QuerySet[MeetingAlarm]:
    """The alarms about the series whose meeting was neither held nor cancelled since, newest first."""
    alarms = series.alarms.select_related("meeting").exclude(kind=AlarmKind.NOTHING_AHEAD)
    answered = Q(meeting__closed_at__isnull=False) | Q(meeting__cancelled_at__isnull=False)
    return alarms.exclude(answered).order_by("-about_on", "-pk")
