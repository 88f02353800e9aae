"""The portal's own tags: numbers, moments, verdicts, and (merged in below) components and navigation."""

from datetime import datetime

from django import template
from django.utils.dateparse import parse_date
from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe

from lacralo.core import figures, moments
from lacralo.core.templatetags import components, navigation
from lacralo.core.verdicts import phrases

register = template.Library()
for library in (components, navigation):
    register.tags.update(library.register.tags)
    register.filters.update(library.register.filters)


@register.filter
def fraction(value):
    """An exact weight: `25/8 (3.125)`."""
    return figures.fraction_text(value)


@register.filter
def decimal(value, places=2):
    """A number with so many decimals, half-up."""
    return figures.decimal_text(value, places)


@register.filter
def count(value):
    """A whole number as it is, a fraction with two decimals."""
    return figures.count_text(value)


@register.filter
def percent_of(part, whole):
    """The part as a percentage of the whole; print it only beside the raw count."""
    return figures.percent_text(part, whole)


@register.simple_tag
def share(part, whole, base):
    """Count, named base and percentage: `27.67 of 43.09 weighted votes for candidates (64.21 %)`."""
    return figures.share_text(part, whole, base)


@register.simple_tag
def moment(at):
    """A moment in the reader's zone, named, and in UTC."""
    if at is None:
        return "—"
    return format_html('<time datetime="{}">{}</time>', at.isoformat(), moments.moment_text(at))


@register.simple_tag
def day(on):
    """A day of the rules (UTC days)."""
    if on is None:
        return "—"
    return format_html('<time datetime="{}">{}</time>', on.isoformat(), moments.day_text(on))


@register.simple_tag
def when(at):
    """A day or a moment, whichever it is."""
    return moment(at) if isinstance(at, datetime) else day(at)


@register.filter
def moment_text(at):
    """A moment as plain text, for mails."""
    return moments.moment_text(at)


@register.filter
def day_text(on):
    """A day as plain text, for mails."""
    return moments.day_text(on)


@register.filter
def partial_day(text):
    """A day known only to its year or month (`2008-05`) as it is known; a whole day in words."""
    try:
        on = parse_date(text)
    except ValueError:
        on = None
    return moments.day_text(on) if on else text


@register.simple_tag
def period(start, end):
    """From a day to a day, or since a day."""
    return moments.period_text(start, end)


@register.filter
def sentence(line):
    """A line of a verdict in words."""
    return phrases.sentence(line)


@register.filter
def remedy(line):
    """What would change a refusal, and whom to ask."""
    return phrases.remedy(line)


@register.filter
def sentences(verdict):
    """Why not, in one paragraph."""
    return phrases.sentences(verdict)


@register.simple_tag
def prose(text, language):
    """User-written text in paragraphs, carrying its language."""
    return format_html(
        '<div class="prose" lang="{}">{}</div>',
        language,
        mark_safe(linebreaks(text, autoescape=True)),
    )
