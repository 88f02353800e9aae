"""When a series meets: rhythms in local time, across changes of the clocks, and the moments of calls."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.rules.schedule import (
    Call,
    Occurrence,
    Rhythm,
    clocks_change,
    is_latest,
    moment_of,
    next_occurrence,
    nth_weekday,
    occurrences,
    reminders,
    silent_for,
)

MONDAY, SUNDAY = 0, 6
CALL = Rhythm(every_months=1, nth=3, weekday=MONDAY, since=date(2026, 1, 1), at=time(23), zone="UTC")
AT = datetime(2026, 3, 16, 23, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def utc(*parts) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("month", "nth", "weekday", "day"),
    [
        (date(2026, 3, 1), 3, MONDAY, date(2026, 3, 16)),
        (date(2026, 3, 20), 3, MONDAY, date(2026, 3, 16)),
        (date(2026, 6, 1), 1, MONDAY, date(2026, 6, 1)),
        (date(2026, 6, 1), 4, MONDAY, date(2026, 6, 22)),
        (date(2026, 6, 1), -1, MONDAY, date(2026, 6, 29)),
        (date(2026, 2, 1), -1, 5, date(2026, 2, 28)),
        (date(2024, 2, 1), -1, 3, date(2024, 2, 29)),
        (date(2026, 12, 1), -1, 3, date(2026, 12, 31)),
    ],
)
def test_the_nth_weekday_of_a_month(month, nth, weekday, day):
    assert nth_weekday(month, nth, weekday) == day


@given(
    month=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    nth=st.sampled_from([1, 2, 3, 4, -1]),
    weekday=st.integers(0, 6),
)
def test_it_is_such_a_weekday_of_that_month(month, nth, weekday):
    day = nth_weekday(month, nth, weekday)

    assert (day.year, day.month, day.weekday()) == (month.year, month.month, weekday)
    assert (day - timedelta(7)).month != day.month if nth == 1 else True
    assert (day + timedelta(7)).month != day.month if nth == -1 else True


def test_the_monthly_call_is_on_the_third_monday_at_23_utc():
    found = occurrences(CALL, until=utc(2026, 4, 1))

    assert found == (
        Occurrence(date(2026, 1, 1), utc(2026, 1, 19, 23)),
        Occurrence(date(2026, 2, 1), utc(2026, 2, 16, 23)),
        Occurrence(date(2026, 3, 1), utc(2026, 3, 16, 23)),
    )


def test_a_rhythm_begins_on_its_first_day_and_ends_before_its_last():
    since = Rhythm(1, 3, MONDAY, date(2026, 1, 20), time(23), "UTC", until=date(2026, 3, 16))

    assert [each.month for each in occurrences(since, until=utc(2027, 1, 1))] == [date(2026, 2, 1)]
    on_the_day = Rhythm(1, 3, MONDAY, date(2026, 1, 19), time(23), "UTC", until=date(2026, 3, 17))
    assert len(occurrences(on_the_day, until=utc(2027, 1, 1))) == 3
    assert next_occurrence(since, after=utc(2026, 2, 16, 23)) is None


def test_months_are_counted_from_that_in_which_the_rhythm_begins():
    every_second = Rhythm(2, 1, MONDAY, date(2025, 11, 5), time(12), "UTC")

    months = [each.month for each in occurrences(every_second, until=utc(2026, 6, 1, 12))]

    assert months == [date(2026, 1, 1), date(2026, 3, 1), date(2026, 5, 1)]


def test_the_boundary_of_until_is_included_and_that_of_after_is_not():
    assert occurrences(CALL, until=utc(2026, 1, 19, 23))[-1].month == date(2026, 1, 1)
    assert occurrences(CALL, until=utc(2026, 1, 19, 23) - SECOND) == ()
    assert next_occurrence(CALL, after=utc(2026, 1, 19, 23)).month == date(2026, 2, 1)
    assert next_occurrence(CALL, after=utc(2026, 1, 19, 23) - SECOND).month == date(2026, 1, 1)


def test_the_next_occurrence_leaves_out_the_months_that_are_taken():
    taken = {date(2026, 2, 1), date(2026, 3, 1)}

    assert next_occurrence(CALL, after=utc(2026, 1, 20), taken=taken).month == date(2026, 4, 1)


@pytest.mark.parametrize(
    ("zone", "before", "after"),
    [
        ("America/New_York", utc(2026, 2, 16, 23), utc(2026, 3, 16, 22)),
        ("America/Santiago", utc(2026, 3, 16, 21), utc(2026, 4, 20, 22)),
        ("America/Port-au-Prince", utc(2026, 2, 16, 23), utc(2026, 3, 16, 22)),
        ("America/Bogota", utc(2026, 2, 16, 23), utc(2026, 3, 16, 23)),
    ],
)
def test_a_change_of_the_clocks_moves_the_moment_in_utc_and_not_the_local_time(zone, before, after):
    rhythm = Rhythm(1, 3, MONDAY, date(2026, 1, 1), time(18), zone)
    moments = [each.starts_at for each in occurrences(rhythm, until=utc(2026, 5, 1))]

    assert {before, after} <= set(moments)
    assert {each.astimezone(ZoneInfo(zone)).time() for each in moments} == {time(18)}


def test_a_time_that_the_clocks_leave_out_is_later_and_one_that_comes_twice_is_the_first():
    # New York: on 8 March 2026 02:00 becomes 03:00, on 1 November 02:00 becomes 01:00.
    assert moment_of(date(2026, 3, 8), time(2, 30), "America/New_York") == utc(2026, 3, 8, 7, 30)
    assert moment_of(date(2026, 11, 1), time(1, 30), "America/New_York") == utc(2026, 11, 1, 5, 30)
    sundays = Rhythm(1, 2, SUNDAY, date(2026, 3, 1), time(2, 30), "America/New_York")
    assert occurrences(sundays, until=utc(2026, 3, 31))[0].starts_at == utc(2026, 3, 8, 7, 30)


RHYTHMS = st.builds(
    Rhythm,
    every_months=st.integers(1, 36),
    nth=st.sampled_from([1, 2, 3, 4, -1]),
    weekday=st.integers(0, 6),
    since=st.dates(date(2015, 1, 1), date(2030, 1, 1)),
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    zone=st.sampled_from(["UTC", "America/New_York", "America/Sao_Paulo", "America/Asuncion"]),
)


@given(rhythm=RHYTHMS)
def test_occurrences_are_in_order_one_in_each_month_of_the_rhythm(rhythm):
    found = occurrences(rhythm, until=datetime(2034, 1, 1, tzinfo=UTC))

    months = [each.month.year * 12 + each.month.month for each in found]
    assert all(later - earlier == rhythm.every_months for earlier, later in pairwise(months))
    assert all(one.starts_at < two.starts_at for one, two in pairwise(found))
    assert all(each.starts_at.astimezone(ZoneInfo(rhythm.zone)).date() >= rhythm.since for each in found)


@given(rhythm=RHYTHMS, after=st.datetimes(datetime(2015, 1, 1), datetime(2033, 1, 1)))
def test_the_next_occurrence_is_the_first_of_those_that_follow(rhythm, after):
    after = after.replace(tzinfo=UTC)

    following = next_occurrence(rhythm, after=after)

    until = occurrences(rhythm, until=following.starts_at)
    assert until[-1] == following
    assert all(each.starts_at <= after for each in until[:-1])


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (date(2026, 4, 16), None),
        (date(2026, 4, 17), date(2026, 5, 1)),
        (date(2026, 6, 16), date(2026, 5, 1)),
        (date(2026, 6, 17), date(2026, 7, 1)),
    ],
)
def test_silence_is_told_some_days_before_a_meeting_would_be_due_and_again_at_the_next(today, due):
    assert silent_for(date(2026, 3, 1), every_months=2, alarm_days=14, today=today) == due


def test_reminders_lie_ahead_and_come_in_order():
    found = reminders(AT, (1, 168, 24, 24), after=utc(2026, 3, 10))

    assert found == (Call("24h", AT - timedelta(hours=24)), Call("1h", AT - timedelta(hours=1)))
    assert len(reminders(AT, (168,), after=AT - timedelta(hours=168) - SECOND)) == 1
    assert reminders(AT, (168,), after=AT - timedelta(hours=168)) == ()


@pytest.mark.parametrize(
    ("key", "now", "is_timely"),
    [
        ("24h", AT - timedelta(hours=24) - SECOND, False),
        ("24h", AT - timedelta(hours=24), True),
        ("24h", AT - timedelta(hours=1) - SECOND, True),
        ("24h", AT - timedelta(hours=1), False),
        ("1h", AT - timedelta(hours=1), True),
        ("1h", AT - SECOND, True),
        ("1h", AT, False),
    ],
)
def test_a_reminder_is_dropped_when_the_next_one_is_due_or_the_meeting_has_begun(key, now, is_timely):
    assert is_latest(key, AT, (168, 24, 1), now=now) is is_timely


def test_whether_the_clocks_change_between_two_moments():
    march, april = utc(2026, 3, 1), utc(2026, 4, 1)

    assert clocks_change("America/New_York", march, april)
    assert not clocks_change("America/Bogota", march, april)
    assert not clocks_change("America/New_York", april, utc(2026, 5, 1))
