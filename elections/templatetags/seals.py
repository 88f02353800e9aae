"""Words of a secret vote in pages and mails: `{% load seals %}`."""

from django import template

from elections.phrases import names, scrutiny, traces

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


@register.filter
def duty_name(duty):
    """What a scrutineer has to do next, in words."""
    return names.DUTY_NAMES[duty]


@register.filter
def groups(tracker):
    """A tracker in groups of eight, as it is read aloud and compared."""
    return [tracker[start : start + 8] for start in range(0, len(tracker), 8)]


@register.filter
def publication_name(level):
    """How finely the sums of a secret vote are published, in words."""
    return traces.publication_name(level)
