"""Moments and days in words: the reader's zone by name, and UTC beside it."""

from datetime import UTC, date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

#: Django writes English days in the American way; the region reads the day first.
_DAY_FIRST = {"en": "j F Y"}
#: Two of the languages write the first of a month as an ordinal; Django does not.
_FIRST_OF_MONTH = {"fr": "1er", "pt-br": "1º"}


def day_text(on: date) -> str:
    """A day of the rules: "3 March 2026"."""
    language = get_language()
    text = date_format(on, _DAY_FIRST.get(language, "DATE_FORMAT"))
    if language == "pt-br":  # Brazil writes its months small; Django does not.
        text = text.lower()
    return _FIRST_OF_MONTH.get(language, "1") + text.removeprefix("1") if on.day == 1 else text


def moment_text(at: datetime) -> str:
    """A moment in the active zone, named, and in UTC: "3 March 2026, 14:00 Lima (19:00 UTC)"."""
    here, utc = timezone.localtime(at), at.astimezone(UTC)
    if here.utcoffset() == utc.utcoffset():
        return f"{day_text(utc)}, {utc:%H:%M} UTC"
    city = timezone.get_current_timezone_name().rpartition("/")[2].replace("_", " ")
    in_utc = f"{utc:%H:%M} UTC" if here.date() == utc.date() else f"{day_text(utc)}, {utc:%H:%M} UTC"
    return f"{day_text(here)}, {here:%H:%M} {city} ({in_utc})"


def period_text(start: date, end: date | None) -> str:
    """From a day to a day, or without an end yet."""
    if end is None:
        return _("since %(day)s") % {"day": day_text(start)}
    return f"{day_text(start)} – {day_text(end)}"
