"""Acts on series of meetings: what meets, how often, when, in which languages, and who belongs to it."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from itertools import count
from pathlib import Path

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict, require
from members.enums.meetings import Circle, MeetingAct, MeetingBar, SeriesKind
from members.models import Body, Position, Series, SeriesChannel, SeriesPerson
from members.permissions.meetings import can_convene
from members.permissions.register import can_keep_register
from members.rules.meetings import SeriesFacts, may_keep_series
from members.rules.names import slug_form
from members.services.meeting_times import follow_rhythm
from members.services.rhythm import keep_series

_DATA = Path(__file__).resolve().parent.parent / "data" / "series.json"
#: What makes a rhythm: a change of any of them begins a new one.
_RHYTHM = ("every_months", "nth", "weekday")


@dataclass(frozen=True)
class ChannelTold:
    """A language in which one can follow, and how to join there."""

    language: str
    join_url: str = ""
    dial_in: str = ""


@dataclass(frozen=True)
class SeriesTold:
    """A series as somebody tells it; `title` in the language `lang`, empty for a delivered one."""

    kind: SeriesKind
    circle: Circle
    rhythm_from: date
    local_time: time
    zone: str
    minutes: int
    starts_on: date
    title: str = ""
    lang: str = ""
    body: Body | None = None
    convenor: Position | None = None
    every_months: int | None = None
    nth: int | None = None
    weekday: int | None = None
    is_public: bool = False
    shows_links: bool = False
    counts_as_call: bool = False
    ends_on: date | None = None


@act
def define_series(*, told: SeriesTold, channels: Iterable[ChannelTold], by: Person, now: datetime) -> Series:
    """A series of meetings is set up.  Raises Refused."""
    require(can_keep_register(by, on=statute_day(now)))
    require(may_keep_series(_facts(told), today=statute_day(now), rhythm_changes=True))
    last = Series.objects.order_by("-order").first()
    series = Series(key=_free_key(told.title), order=last.order + 1 if last else 1)
    _write(series, told)
    record(MeetingAct.SERIES_DEFINED, subject=series, by=by, at=now)
    _keep_channels(series, list(channels))
    return series


@act
def change_series(*, series: Series, told: SeriesTold, by: Person, now: datetime) -> Series:
    """A series is changed.  Meetings of its rhythm to which nobody is invited yet follow it.

    Raises Refused.
    """
    series = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    require(can_keep_register(by, on=statute_day(now)))
    changes = any(getattr(series, name) != getattr(told, name) for name in _RHYTHM)
    require(may_keep_series(_facts(told), today=statute_day(now), rhythm_changes=changes))
    # What the rhythm so far expected is kept or told before another one takes its place.
    keep_series(pk=series.pk, now=now)
    _write(series, told)
    record(MeetingAct.SERIES_CHANGED, subject=series, by=by, at=now)
    follow_rhythm(series, by=by, now=now)
    return series


@act
def set_series_channels(
    *, series: Series, channels: Iterable[ChannelTold], by: Person, now: datetime
) -> Series:
    """The languages and links with which its later meetings start.  Raises Refused."""
    series = Series.objects.select_for_update(of=("self",)).get(pk=series.pk)
    require(can_convene(by, series, on=statute_day(now)))
    _keep_channels(series, list(channels))
    record(MeetingAct.SERIES_CHANNELS_SET, subject=series, by=by, at=now)
    return series


@act
def name_person(*, series: Series, person: Person, by: Person, now: datetime) -> SeriesPerson:
    """A person belongs to the series from today on, besides its circle.  Raises Refused."""
    series, today = Series.objects.select_for_update(of=("self",)).get(pk=series.pk), statute_day(now)
    require(can_convene(by, series, on=today))
    is_new = not series.named.on(today).filter(person=person).exists()
    require(Verdict((Line(MeetingBar.IN_SERIES_ALREADY, is_new),)))
    named = SeriesPerson.objects.create(series=series, person=person, start=today)
    record(MeetingAct.SERIES_PERSON_ADDED, subject=named, by=by, at=now)
    return named


@act
def release_person(*, series: Series, person: Person, by: Person, now: datetime) -> None:
    """A person named for the series no longer belongs to it from today on.  Raises Refused."""
    series, today = Series.objects.select_for_update(of=("self",)).get(pk=series.pk), statute_day(now)
    require(can_convene(by, series, on=today))
    named = series.named.on(today).filter(person=person).first()
    require(Verdict((Line(MeetingBar.NOT_IN_SERIES, named is not None),)))
    record(MeetingAct.SERIES_PERSON_LEFT, subject=named, by=by, at=now)
    if named.start == today:
        # Named by mistake today: they were never asked to anything.
        named.delete()
        return
    named.end = today
    named.save()


@act
def load_series(*, by: Person | None, now: datetime) -> int:
    """Make the delivered series that are missing, from today on; answers how many.  The bodies are there."""
    made, today = 0, statute_day(now)
    for order, told in enumerate(json.loads(_DATA.read_text(encoding="utf-8"))["series"], start=1):
        if Series.objects.filter(key=told["key"]).exists():
            continue
        languages, body, convenor = told.pop("languages"), told.pop("body"), told.pop("convenor")
        series = Series.objects.create(
            **told | {"local_time": time.fromisoformat(told["local_time"])},
            body=Body.objects.filter(key=body).first() if body else None,
            convenor=Position.objects.filter(key=convenor).first(),
            order=order,
            starts_on=today,
            rhythm_from=today,
        )
        record(MeetingAct.SERIES_DEFINED, subject=series, by=by, at=now)
        _keep_channels(series, [ChannelTold(language) for language in languages])
        made += 1
    return made


def _facts(told: SeriesTold) -> SeriesFacts:
    return SeriesFacts(
        circle=told.circle,
        has_body=told.body is not None,
        every_months=told.every_months,
        nth=told.nth,
        weekday=told.weekday,
        rhythm_from=told.rhythm_from,
        is_public=told.is_public,
        shows_links=told.shows_links,
        starts_on=told.starts_on,
        ends_on=told.ends_on,
    )


def _write(series: Series, told: SeriesTold) -> None:
    named = {"body": told.body, "convenor": told.convenor}
    plain = {name: value for name, value in asdict(told).items() if name not in named}
    for name, value in (plain | named).items():
        setattr(series, name, value)
    series.save()


def _keep_channels(series: Series, channels: list[ChannelTold]) -> None:
    require(Verdict((Line(MeetingBar.NO_CHANNEL, bool(channels)),)))
    for gone in series.channels.exclude(language__in=[each.language for each in channels]):
        gone.delete()
    for each in channels:
        SeriesChannel.objects.update_or_create(
            series=series,
            language=each.language,
            defaults={"join_url": each.join_url, "dial_in": each.dial_in},
        )


def _free_key(title: str) -> str:
    wanted = slug_form(title, longest=50)
    taken = set(Series.objects.filter(key__startswith=wanted).values_list("key", flat=True))
    keys = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(key for key in keys if key not in taken)
