"""Words of handing an office over for templates: `{% load handover %}`."""

from django import template

from members.phrases.handover import ACCESS_NAMES, STEP_NAMES

register = template.Library()


@register.filter
def access_words(access):
    """What an office opens, in a sentence."""
    return ACCESS_NAMES[access]


@register.filter
def first_step_words(step):
    """What a new holder does, in a sentence."""
    return STEP_NAMES[step]
