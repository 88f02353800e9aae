"""Calendars as other programs read them: read back with the library."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from lacralo.core.calendars import CalendarEntry, calendar_file

AT = datetime(2026, 3, 3, 14, tzinfo=UTC)


def entry(**fields) -> CalendarEntry:
    return CalendarEntry(**({"key": "meeting-7", "title": "Call", "starts": AT, "changed_at": AT} | fields))


def read(*entries: CalendarEntry) -> list:
    return Calendar.from_ical(calendar_file("LACRALO", entries)).walk("VEVENT")


def test_a_moment_is_written_in_utc_whatever_its_zone(settings):
    settings.MAIL_DOMAIN = "example.org"
    in_lima = AT.astimezone(ZoneInfo("America/Lima"))
    (event,) = read(entry(starts=in_lima, ends=in_lima + timedelta(hours=1)))

    assert (event.decoded("dtstart"), event.decoded("dtend")) == (AT, AT + timedelta(hours=1))
    assert b"DTSTART:20260303T140000Z" in event.to_ical()
    assert str(event["uid"]) == "meeting-7@example.org"


def test_a_day_is_a_whole_day_that_takes_no_time():
    (event,) = read(entry(starts=date(2026, 3, 3)))

    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 3, 3), date(2026, 3, 4))
    assert str(event["transp"]) == "TRANSPARENT"


def test_what_moves_keeps_its_identity_and_counts_on():
    (before,), (after,) = read(entry()), read(entry(starts=AT + timedelta(days=7), sequence=1))

    assert before["uid"] == after["uid"]
    assert [int(each["sequence"]) for each in (before, after)] == [0, 1]


@pytest.mark.parametrize("is_cancelled, status", [(False, "CONFIRMED"), (True, "CANCELLED")])
def test_what_is_cancelled_is_marked_so(is_cancelled, status):
    (event,) = read(entry(is_cancelled=is_cancelled))

    assert str(event["status"]) == status


def test_it_links_back_and_keeps_what_people_wrote(settings):
    settings.PORTAL_URL = "https://portal.example.org"
    words = "Señal; coma, línea\nsegunda \\ línea"
    (event,) = read(entry(title=words, words=words, path="/es/members/"))

    assert str(event["url"]) == "https://portal.example.org/es/members/"
    assert (str(event["summary"]), str(event["description"])) == (words, words)


def test_nothing_that_was_typed_opens_a_line_of_its_own():
    events = read(entry(title="Call\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Fake"))

    assert len(events) == 1


def test_entries_stand_in_the_order_of_their_time_and_an_empty_calendar_is_one():
    early = entry(key="a", starts=AT - timedelta(days=3))
    whole_day = entry(key="b", starts=date(2026, 3, 2))
    calendar = Calendar.from_ical(calendar_file("LACRALO de Ana", [entry(), whole_day, early]))

    assert [str(each["uid"])[0] for each in calendar.walk("VEVENT")] == ["a", "b", "m"]
    assert str(calendar["x-wr-calname"]) == "LACRALO de Ana"
    assert read() == []
