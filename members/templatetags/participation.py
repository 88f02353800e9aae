"""Words of participation for templates: `{% load participation %}`."""

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lacralo.core.templatetags.components import tag
from members.enums import MemberKind, OccasionKind
from members.enums.participation import LineState, Standing
from members.phrases import participation as phrases
from members.phrases.register import KIND_NAMES

register = template.Library()

_TONES = {
    Standing.ACTIVE: "good",
    Standing.LESS_ACTIVE: "warn",
    Standing.STANDBY: "bad",
    Standing.RESTORED: "info",
}
_LINE_TONES = {
    LineState.TOOK_PART: "good",
    LineState.MISSED: "bad",
    LineState.EXCUSED: "plain",
    LineState.ON_LEAVE: "plain",
}

register.filter("measure_words", phrases.measure_words)
register.filter("indicator_words", phrases.indicator_words)


@register.filter
def standing_name(key):
    """A standing in words."""
    return phrases.STANDING_NAMES[Standing(key)]


@register.filter
def standing_tone(key):
    """The tone of a standing's tag."""
    return _TONES[Standing(key)]


@register.simple_tag
def standing_tag(key):
    """A standing in words, tinted."""
    return tag(standing_name(key), standing_tone(key))


@register.filter
def kind_name(kind):
    """An ALS, or an individual member, in words."""
    return KIND_NAMES[MemberKind(kind)]


@register.simple_tag
def indicators(rules, kind):
    """The indicators of a kind of member."""
    return rules.indicators_of(kind)


@register.filter
def standing_bars(counts):
    """How many members stand how, for a bar chart."""
    return [{"label": str(standing_name(key)), "value": number} for key, number in counts.items()]


@register.filter
def record_bars(record):
    """How often a member took part in what, for a bar chart."""
    return [{"label": str(phrases.CREDIT_NAMES[kind]), "value": number} for kind, number in record.items()]


@register.filter
def ground_words(answer):
    """On what a standing rests, with how many indicators are met where it is measured."""
    words = phrases.GROUND_WORDS[answer.ground]
    if answer.ground != "measured":
        return words
    of = len(answer.indicators)
    return ngettext("%(met)s of %(of)s indicator is met.", "%(met)s of %(of)s indicators are met.", of) % {
        "met": answer.met,
        "of": of,
    }


@register.filter
def found_words(found):
    """What a measure found, with what was needed: "4 of 9; 5 are needed"."""
    if found.total is None:
        return _("%(taken)s; %(needed)s are needed.") % {"taken": found.taken, "needed": found.needed}
    if found.is_empty:
        return _("Nothing was held in the window: this counts as met.")
    return _("%(taken)s of %(total)s; %(needed)s are needed.") % {
        "taken": found.taken,
        "total": found.total,
        "needed": found.needed,
    }


@register.simple_tag
def met_tag(measures):
    """Whether an indicator is met: one of its measures is enough."""
    met = any(each.found.is_met for each in measures)
    return tag(_("Met"), "good") if met else tag(_("Not met"), "bad")


@register.filter
def missing_words(found):
    """How many more would do, and of what."""
    how = phrases.measure_words(found.measure)
    more = ngettext("%(number)s more.", "%(number)s more.", found.missing) % {"number": found.missing}
    return f"{more} {how}"


@register.filter
def next_step(found):
    """What is easiest to do about a measure that is not met."""
    kinds = found.measure.of or (None,)
    steps = {OccasionKind(kind) if kind else None for kind in kinds}
    return " ".join(str(words) for kind, words in phrases.NEXT_STEPS.items() if kind in steps)


@register.filter
def lines_summary(sheet):
    """How many lines a measure rests on."""
    number = len(sheet.lines)
    return ngettext("%(number)s line", "%(number)s lines", number) % {"number": number}


@register.simple_tag
def line_tag(line):
    """What became of a line, in words."""
    return tag(phrases.LINE_STATE_NAMES[line.state], _LINE_TONES[line.state])


@register.filter
def title_of(thing):
    """What a row of any app is called."""
    return getattr(thing, "title", None) or str(thing)


@register.simple_tag
def shown_by(line):
    """The row that shows a line, as a link where it has a page; a dash where it is gone."""
    if line.shown_by is None:
        return "—"
    if hasattr(line.shown_by, "get_absolute_url"):
        return format_html('<a href="{}">{}</a>', line.shown_by.get_absolute_url(), title_of(line.shown_by))
    return title_of(line.shown_by)


@register.filter
def reason_words(reason):
    """Why a vote was suspended or given back: the rules themselves, or what somebody wrote."""
    return phrases.RULE_REASONS.get(reason, reason)


@register.filter
def contest_summary(contest):
    """A contested line in a few words."""
    if contest.answered_at is None:
        return _("Waits for its answer")
    return _("Answered: the member was right") if contest.is_upheld else _("Answered: the line stays")


@register.simple_tag
def side_by_side(month, key):
    """How many stood so, in force and as tried: "27 → 25"."""
    standing = Standing(key)
    also = month.present[Standing.RESTORED] if standing == Standing.ACTIVE else 0
    tried = month.tried[Standing.RESTORED] if standing == Standing.ACTIVE else 0
    return f"{month.present[standing] + also} → {month.tried[standing] + tried}"
