"""Words of the register for templates: `{% load members %}`."""

from django import template
from django_countries import countries

from lacralo.core.templatetags.components import tag
from members.enums import MemberStatus, Reach
from members.phrases import REACH_NAMES, ROW_STATE_NAMES, STATUS_NAMES, SUBREGION_NAMES
from members.rules.names import search_form

register = template.Library()

_TONES = {
    MemberStatus.ACCREDITED: "good",
    MemberStatus.APPLICANT: "info",
    MemberStatus.DECERTIFIED: "bad",
    MemberStatus.UNVERIFIED: "warn",
}
_REACH_TONES = {Reach.COVERED: "good", Reach.NOT_ACCREDITED: "warn", Reach.NOBODY: "bad"}
_ROW_TONES = {"new": "good", "noted": "warn", "known": "plain", "wrong": "bad"}


@register.simple_tag
def status_tag(key):
    """A member's status in words, tinted; a dash when the register knows none."""
    return tag(STATUS_NAMES[key], _TONES[key]) if key else "—"


@register.simple_tag
def reach_tag(reach):
    """How far LACRALO reaches into a country, in words."""
    return tag(REACH_NAMES[reach], _REACH_TONES[reach])


@register.filter
def area_bars(areas):
    """The accredited ALSes of each sub-region, for a bar chart."""
    named = (area for area in areas if area.subregion)
    return [{"label": subregion_name(area.subregion), "value": area.accredited} for area in named]


@register.filter
def by_name(countries_counted):
    """Countries in the order of their names in the reader's language, whatever the accents."""
    return sorted(countries_counted, key=lambda each: search_form(country_name(each.code)))


@register.simple_tag
def row_state_tag(state):
    """What becomes of a line of an imported file, in words."""
    return tag(ROW_STATE_NAMES[state], _ROW_TONES[state])


@register.filter
def subregion_name(key):
    """A sub-region by letter and name; a dash for none."""
    return f"{key} · {SUBREGION_NAMES[key]}" if key else "—"


@register.filter
def country_name(code):
    """A country in the reader's language; a dash for none."""
    return countries.name(str(code)) if code else "—"


@register.filter
def holds_on(period, day):
    """Whether a dated period holds on the day (UTC)."""
    has_begun = period.start is None or period.start <= day
    return has_begun and (period.end is None or period.end > day)
