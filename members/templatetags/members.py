"""Words of the register for templates: `{% load members %}`."""

from django import template
from django_countries import countries

from lacralo.core.templatetags.components import tag
from members.enums import MemberStatus
from members.phrases import ROW_STATE_NAMES, STATUS_NAMES, SUBREGION_NAMES

register = template.Library()

_TONES = {
    MemberStatus.ACCREDITED: "good",
    MemberStatus.APPLICANT: "info",
    MemberStatus.DECERTIFIED: "bad",
    MemberStatus.UNVERIFIED: "warn",
}
_ROW_TONES = {"new": "good", "noted": "warn", "known": "plain", "wrong": "bad"}


@register.simple_tag
def status_tag(key):
    """A member's status in words, tinted; a dash when the register knows none."""
    return tag(STATUS_NAMES[key], _TONES[key]) if key else "—"


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
