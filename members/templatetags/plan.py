"""Words of the plan of next steps for templates: `{% load plan %}`."""

from django import template
from django.utils.formats import date_format

from lacralo.core.templatetags.components import tag
from members.enums.plan import Priority, TaskStatus
from members.phrases.plan import PRIORITY_NAMES, TASK_STATUS_NAMES

register = template.Library()

_STATUS_TONES = {
    TaskStatus.TODO: "plain",
    TaskStatus.UNDER_WAY: "info",
    TaskStatus.DONE: "good",
    TaskStatus.DROPPED: "plain",
}
_PRIORITY_TONES = {Priority.HIGH: "warn", Priority.NORMAL: "plain", Priority.LOW: "plain"}


@register.simple_tag
def task_status_tag(status):
    """Where a task stands, in words, tinted."""
    return tag(TASK_STATUS_NAMES[status], _STATUS_TONES[status])


@register.simple_tag
def priority_tag(priority):
    """How much a task matters, in words, tinted."""
    return tag(PRIORITY_NAMES[priority], _PRIORITY_TONES[priority])


@register.filter
def across(number):
    """A place in a drawing as SVG reads it, whatever the reader's language: `12.50%`."""
    return f"{number}%"


@register.filter
def of_key(rows, key):
    """The row of a task by its number."""
    return rows[key]


@register.filter
def tick_words(day, is_by_year):
    """A tick of the scale: "mar 2026", or "2026" where years are counted."""
    return str(day.year) if is_by_year else date_format(day, "M Y")
