"""Words of statements for templates: `{% load conflicts %}`."""

from django import template

from conflicts.phrases import INCOMPATIBILITY_NAMES

register = template.Library()


@register.filter
def incompatibility_name(key):
    """An incompatible interest in words."""
    return INCOMPATIBILITY_NAMES[key]
