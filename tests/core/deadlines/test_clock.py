"""The database says what time it is; the days of the rules are UTC days."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from lacralo.core.deadlines.clock import database_now, statute_day


@pytest.mark.django_db
def test_the_moment_is_aware_and_in_utc_and_goes_on():
    first, second = database_now(), database_now()

    assert first.utcoffset() == timedelta(0)
    assert timedelta(0) <= second - first < timedelta(seconds=5)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 3, 0, 0, tzinfo=UTC), date(2026, 3, 3)),
        (datetime(2026, 3, 3, 23, 59, 59, 999999, tzinfo=UTC), date(2026, 3, 3)),
        (datetime(2026, 3, 3, 21, 0, tzinfo=timezone(timedelta(hours=-3))), date(2026, 3, 4)),
        (datetime(2026, 3, 4, 1, 0, tzinfo=timezone(timedelta(hours=2))), date(2026, 3, 3)),
    ],
)
def test_the_day_is_the_utc_day_wherever_the_reader_is(moment, day):
    assert statute_day(moment) == day
