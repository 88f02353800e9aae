"""Moments and days in words."""

from datetime import UTC, date, datetime

from django.utils import timezone
from django.utils.translation import override

from lacralo.core.moments import day_text, moment_text, period_text

AFTERNOON = datetime(2026, 3, 3, 19, 0, tzinfo=UTC)
AFTER_MIDNIGHT = datetime(2026, 3, 4, 1, 0, tzinfo=UTC)


def test_a_moment_names_the_zone_of_the_reader_and_says_utc():
    with override("en"), timezone.override("America/Lima"):
        assert moment_text(AFTERNOON) == "3 March 2026, 14:00 Lima (19:00 UTC)"


def test_a_moment_says_the_day_in_utc_where_it_is_another():
    with override("en"), timezone.override("America/Lima"):
        assert moment_text(AFTER_MIDNIGHT) == "3 March 2026, 20:00 Lima (4 March 2026, 01:00 UTC)"


def test_a_moment_in_utc_is_said_once():
    with override("en"), timezone.override("UTC"):
        assert moment_text(AFTERNOON) == "3 March 2026, 19:00 UTC"


def test_a_day_is_written_in_the_language_of_the_reader():
    spoken = {}
    for language in ("es", "pt-br", "en", "fr"):
        with override(language):
            spoken[language] = day_text(date(2026, 3, 3))

    assert spoken == {
        "es": "3 de marzo de 2026",
        "pt-br": "3 de março de 2026",
        "en": "3 March 2026",
        "fr": "3 mars 2026",
    }


def test_the_first_of_a_month_is_an_ordinal_where_the_language_writes_it_so():
    spoken = {}
    for language in ("es", "pt-br", "en", "fr"):
        with override(language):
            spoken[language] = day_text(date(2026, 12, 1))

    assert spoken == {
        "es": "1 de diciembre de 2026",
        "pt-br": "1º de dezembro de 2026",
        "en": "1 December 2026",
        "fr": "1er décembre 2026",
    }


def test_a_period_without_end_says_since_when():
    with override("en"):
        assert period_text(date(2026, 3, 3), None) == "since 3 March 2026"
        assert period_text(date(2026, 3, 3), date(2028, 3, 2)) == "3 March 2026 – 2 March 2028"
