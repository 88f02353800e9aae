"""Moments and days in words: the reader's zone by name, and UTC beside it."""

from datetime import UTC, date, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

#: Django writes English days in the American way; the region reads the day first.
_DAY_FIRST = {"en": "j F Y"}


def day_text(on: date) -> str:
    """A day of the rules: "3 March 2026"."""
    return date_format(on, _DAY_FIRST.get(get_language(), "DATE_FORMAT"))


def moment_text(at: datetime) -> str:
    """A moment in the active zone, named, and in UTC: "3 March 2026, 14:00 America/Lima (19:00 UTC)"."""
    here, utc = timezone.localtime(at), at.astimezone(UTC)
    if here.utcoffset() == utc.utcoffset():
        return f"{day_text(utc)}, {utc:%H:%M} UTC"
    zone = timezone.get_current_timezone_name().replace("_", " ")
    in_utc = f"{utc:%H:%M} UTC" if here.date() == utc.date() else f"{day_text(utc)}, {utc:%H:%M} UTC"
    return f"{day_text(here)}, {here:%H:%M} {zone} ({in_utc})"


def period_text(start: date, end: date | None) -> str:
    """From a day to a day, or without an end yet."""
    if end is None:
        return _("since %(day)s") % {"day": day_text(start)}
    return f"{day_text(start)} – {day_text(end)}"
