"""What waits for a person, as a task: `{% load waiting %}`."""

from django import template
from django.urls import reverse

from members.phrases.waiting import WAIT_WORDS

register = template.Library()


@register.inclusion_tag("members/_waiting.html", takes_context=True)
def waiting_task(context, waiting):
    """One thing that waits, linked to where it is done, with its end where it has one."""
    words = WAIT_WORDS[waiting.wait]
    args = [waiting.key] if waiting.key else []
    return {
        "request": context.get("request"),
        "title": words.words % {"name": waiting.name},
        "url": reverse(words.address, args=args),
        "tone": words.tone,
        "due": waiting.due,
    }
