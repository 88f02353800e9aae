"""Words of elections in pages and mails: `{% load elections %}`."""

from django import template

from elections.enums import NominationPhase, NominationState, Phase, Secrecy
from elections.phrases import names
from elections.rules.calendar import Step, article_for
from elections.rules.days import midnight
from lacralo.core import moments
from members.enums import Subregion
from members.phrases import SUBREGION_NAMES

register = template.Library()

register.filter("post_name", names.post_name)
register.filter("step_name", names.step_name)
register.filter("subregion_name", names.subregion_name)
register.filter("country_name", names.country_name)
register.filter("phase_name", names.phase_name)
register.filter("annulment_reason", names.annulment_reason)
register.filter("moment_text", moments.moment_text)


@register.filter
def step_sentence(key):
    """What happens in a step of the calendar."""
    return names.STEP_SENTENCES[key]


@register.filter
def step_article(key):
    """The article that the length of a step follows."""
    return article_for(key)


@register.filter
def phase_sentence(phase):
    """What a phase means, for somebody who has never seen an election here."""
    return names.PHASE_SENTENCES[Phase(phase)]


@register.filter
def phase_tone(phase):
    """The tone of a phase's tag."""
    return names.PHASE_TONES.get(Phase(phase), "plain")


@register.filter
def nomination_state(state):
    """The state of a nomination in words."""
    return names.NOMINATION_STATE_NAMES[NominationState(state)]


@register.filter
def nomination_phase(phase):
    """The phase of the rotation in words."""
    return names.NOMINATION_PHASE_NAMES[NominationPhase(phase)]


@register.filter
def secrecy_name(kind):
    """The kind of a vote in words."""
    return names.SECRECY_NAMES[Secrecy(kind)]


@register.filter
def secrecy_sentence(kind):
    """What the kind of a vote means."""
    return names.SECRECY_SENTENCES[Secrecy(kind)]


@register.filter
def countries_text(countries):
    """The names of the countries of a field, in the reader's language."""
    return ", ".join(country.name for country in countries)


@register.filter
def subregion_words(letter):
    """A sub-region by its name alone."""
    return SUBREGION_NAMES[Subregion(letter)]


@register.filter
def step_dates(step: Step) -> str:
    """From when to when a step runs: UTC days where it is made of whole days, moments where it is not."""
    if step.ends == step.starts:
        return "—"
    whole = all(at == midnight(at.date()) for at in (step.starts, step.ends))
    if whole:
        first, last = moments.day_text(step.starts.date()), moments.day_text(step.last_day)
        return f"{first}, 00:00 UTC – {last}, 23:59 UTC"
    return f"{moments.moment_text(step.starts)} – {moments.moment_text(step.ends)}"
