"""Words of meetings for templates: `{% load meetings %}`."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lacralo.core.templatetags.components import tag
from members.enums.meetings import MeetingPhase
from members.phrases.meetings import ALARM_NAMES, CIRCLE_NAMES, PHASE_NAMES, SERIES_KIND_NAMES, rhythm_words

register = template.Library()

_TONES = {
    MeetingPhase.PLANNED: "plain",
    MeetingPhase.INVITED: "info",
    MeetingPhase.RUNNING: "good",
    MeetingPhase.HELD: "good",
    MeetingPhase.MISSED: "bad",
    MeetingPhase.CANCELLED: "warn",
}


@register.simple_tag
def phase_tag(phase):
    """Where a meeting stands, in words, tinted."""
    return tag(PHASE_NAMES[phase], _TONES[phase])


@register.simple_tag
def cadence_tag(cadence):
    """Whether a series keeps its rhythm, in words, tinted; nothing where none was expected."""
    if not cadence.expected:
        return tag(_("No meeting was due yet"))
    return tag(_("Rhythm kept"), "good") if cadence.is_kept else tag(_("Rhythm not kept"), "warn")


@register.filter
def month_text(day):
    """A month as plain text: "March 2026"."""
    words = date_format(day, "F Y" if get_language() in ("en", "fr") else "F \\d\\e Y")
    return words.lower() if get_language() != "en" else words


@register.filter
def rhythm_text(series):
    """How often a series meets, as a sentence."""
    return rhythm_words(
        series.every_months,
        series.nth,
        series.weekday,
        f"{series.local_time:%H:%M}",
        zone_text(series.zone),
    )


@register.filter
def zone_text(zone):
    """A time zone by its city."""
    return zone.rpartition("/")[2].replace("_", " ")


@register.filter
def circle_text(series):
    """Who belongs to a series."""
    return CIRCLE_NAMES[series.circle]


@register.filter
def series_kind_text(series):
    """What kind of meetings these are."""
    return SERIES_KIND_NAMES[series.kind]


@register.filter
def alarm_text(alarm):
    """What an alarm is about, in words."""
    return ALARM_NAMES[alarm.kind]
