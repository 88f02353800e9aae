"""Meetings in the demonstration: every series, what was held and what was missed, and what comes."""

from datetime import datetime, timedelta

from lacralo.home.services.demonstration.region import Region
from members.models import Series
from members.rules.schedule import Occurrence, occurrences
from members.selectors.meetings import rhythm_of, usual_channels_of
from members.services.meetings import plan_meeting, record_meeting
from members.services.rhythm import keep_all
from members.services.series import ChannelTold, load_series, name_person, set_series_channels

_DAY, _HOUR = timedelta(days=1), timedelta(hours=1)
#: Series planned by hand: how many days ago each met, and in how many days it meets.
_BY_HAND = {"general-assembly": ((), (45,)), "governance": ((80,), ())}
#: Which series left one of its meetings unheld, counted from the last one.
_MISSED = {"elders": 2}
_TOPIC = "Prioridades de política del semestre (invento)"


def keep_meetings(region: Region, *, began: datetime, now: datetime) -> None:
    """Set up every series, hold what it should have held, and make what comes."""
    load_series(by=None, now=began)
    every = {each.key: each for each in Series.objects.all()}
    for series in every.values():
        _name_links(series, region, began)
        if series.has_rhythm:
            _hold(series, region, now)
    for key, (past, ahead) in _BY_HAND.items():
        for days in past:
            _record(every[key], region, _at_noon(now) - days * _DAY)
        for days in ahead:
            plan_meeting(
                series=every[key], starts_at=_at_noon(now) + days * _DAY, minutes=180,
                topic=_TOPIC, lang="es", by=region.secretary, now=now,
            )  # fmt: skip
    for office in ("secretary", "chair_elect", "ethics_member"):
        name_person(
            series=every["governance"], person=region.offices[office], by=region.secretary, now=began + _DAY
        )
    keep_all(now=now)


def _at_noon(now: datetime) -> datetime:
    return now.replace(hour=18, minute=0, second=0, microsecond=0)


def _name_links(series: Series, region: Region, at: datetime) -> None:
    channels = [
        ChannelTold(each.language, f"https://meet.example.org/{series.key}/{each.language}", "+1 555 0100")
        for each in usual_channels_of(series)
    ]
    set_series_channels(series=series, channels=channels, by=region.secretary, now=at)


def _hold(series: Series, region: Region, now: datetime) -> None:
    """Every occurrence was held, save one of those series that missed one."""
    past = occurrences(rhythm_of(series), until=now - _DAY)
    missed = len(past) - _MISSED[series.key] if series.key in _MISSED else None
    for number, each in enumerate(past):
        if number == missed:
            _miss(series, region, each)
        else:
            _record(series, region, each.starts_at)


def _record(series: Series, region: Region, starts_at: datetime) -> None:
    record_meeting(
        series=series,
        starts_at=starts_at,
        minutes=series.minutes,
        by=region.secretary,
        now=starts_at + 4 * _HOUR,
    )


def _miss(series: Series, region: Region, occurrence: Occurrence) -> None:
    plan_meeting(
        series=series,
        starts_at=occurrence.starts_at,
        minutes=series.minutes,
        by=region.secretary,
        now=occurrence.starts_at - 9 * _DAY,
    )
