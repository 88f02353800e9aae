"""Words of the skills directory for templates: `{% load skills %}`."""

from django import template

from members.enums.skills import Audience
from members.phrases.skills import LEVEL_NAMES, WILLING_NAMES, WORKING_LANGUAGE_NAMES
from members.phrases.topics import topic_name

register = template.Library()
register.filter("topic_name", topic_name)


@register.filter
def working_language(key):
    """A working language in the reader's language."""
    return WORKING_LANGUAGE_NAMES[key]


@register.filter
def level_name(key):
    """How well somebody works in a language."""
    return LEVEL_NAMES[key]


@register.filter
def willing_name(key):
    """What somebody is willing to be asked for."""
    return WILLING_NAMES[key]


@register.filter
def sees_all(audiences):
    """Whether a reader of these audiences sees every field."""
    return Audience.OFFICERS in audiences


@register.filter
def sees_most(audiences):
    """Whether a reader of these audiences sees what is meant for representatives."""
    return Audience.REPRESENTATIVES in audiences


@register.filter
def topic_bars(topics):
    """How many people cover each topic, for a bar chart."""
    return [{"label": topic_name(each.key), "value": each.people} for each in topics]
