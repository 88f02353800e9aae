"""Words of a secret vote in pages and mails: `{% load seals %}`."""

from django import template

from elections.phrases import scrutiny

register = template.Library()


@register.filter
def witness_step(step):
    """What a step of a secret vote was, for those who watch."""
    return scrutiny.WITNESS_STEPS[step]


@register.filter
def purpose_name(purpose):
    """Why scrutineers remove their layers, in words."""
    return scrutiny.PURPOSE_NAMES[purpose]


@register.filter
def tracker_state(state):
    """What became of an envelope, in words."""
    return scrutiny.TRACKER_STATES[state]


@register.filter
def tracker_tone(state):
    """The tone of the tag of what became of an envelope."""
    return scrutiny.TRACKER_TONES[state]
