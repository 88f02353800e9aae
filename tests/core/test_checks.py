"""What the portal says of a machine or a service that lacks something."""

import pytest
from django.db import connection

from lacralo.core.checks import (
    check_attempts_are_counted_together,
    check_no_failure_is_shown_whole,
    check_what_is_confirmed_is_kept,
)
from lacralo.core.durability import losing
from lacralo.core.pdf import checks
from lacralo.core.pdf.checks import check_pdf_libraries


@pytest.mark.parametrize(
    ("missing", "line"),
    [
        ({}, None),
        ({"pango-1.0"}, "Install: sudo apt-get install libpango-1.0-0"),
        (
            {"pango-1.0", "pangoft2-1.0", "harfbuzz-subset"},
            "Install: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        ),
    ],
)
def test_a_machine_that_cannot_draw_pdf_files_is_told_the_exact_line(monkeypatch, missing, line):
    monkeypatch.setattr(checks, "find_library", lambda name: None if name in missing else f"lib{name}.so")

    assert [advice.hint for advice in check_pdf_libraries()] == ([line] if line else [])


@pytest.mark.parametrize(
    ("database", "redis", "advised"),
    [
        ("", "", False),
        ("postgresql://db/lacralo", "redis://redis/0", False),
        ("postgresql://db/lacralo", "", True),
    ],
)
def test_a_service_of_several_processes_needs_a_shared_cache(settings, database, redis, advised):
    settings.DATABASE_URL, settings.REDIS_URL = database, redis

    assert bool(check_attempts_are_counted_together()) == advised


@pytest.mark.parametrize(("debug", "advised"), [(True, ["core.E003"]), (False, [])])
def test_no_election_is_held_with_debug(settings, debug, advised):
    settings.DEBUG = debug

    assert [each.id for each in check_no_failure_is_shown_whole()] == advised


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}, ()),
        ({"fsync": "on", "full_page_writes": "on", "synchronous_commit": "remote_apply"}, ()),
        ({"fsync": "off", "full_page_writes": "on", "synchronous_commit": "on"}, ("fsync = off",)),
        (
            {"fsync": "on", "full_page_writes": "off", "synchronous_commit": "off"},
            ("full_page_writes = off", "synchronous_commit = off"),
        ),
    ],
)
def test_a_setting_that_loses_confirmed_ballots_is_named(found, told):
    assert losing(found) == told


@pytest.mark.django_db
def test_the_database_of_the_tests_keeps_what_it_confirmed():
    assert check_what_is_confirmed_is_kept() == []


@pytest.mark.postgres
@pytest.mark.django_db
def test_a_database_that_confirms_before_it_has_written_is_refused():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")

    (refusal,) = check_what_is_confirmed_is_kept()

    assert (refusal.id, "synchronous_commit = off" in refusal.msg) == ("core.E004", True)
