"""What the portal says of a machine or a service that lacks something."""

import pytest

from lacralo.core.checks import check_attempts_are_counted_together
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
