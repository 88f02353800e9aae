"""Texts in several languages on a page: `{% load texts %}`."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lacralo.core.texts.phrases import LANGUAGE_NAMES, TRANSLATION_STATUS_NAMES
from lacralo.core.texts.rendering import rendered
from lacralo.core.texts.selectors import Reading

register = template.Library()


@register.filter
def markdown(body: str) -> SafeString:
    """`{{ body|markdown }}`: safe HTML of a Markdown text."""
    return rendered(body)


@register.filter
def inline(reading: Reading) -> SafeString:
    """`{{ reading|inline }}`: a title or a label, carrying its `lang`."""
    if reading.language == get_language():
        return format_html("{}", reading.body)
    return format_html('<span lang="{}">{}</span>', reading.language, reading.body)


@register.filter
def language_name(code: str) -> str:
    """`{{ code|language_name }}`: the name of a language in the reader's."""
    return LANGUAGE_NAMES.get(code, "")


@register.filter
def translation_status(status) -> str:
    """`{{ reading.status|translation_status }}`: how far a translation can be trusted, in words."""
    return TRANSLATION_STATUS_NAMES.get(status, "")


@register.inclusion_tag("core/_reading.html")
def show_reading(reading: Reading) -> dict[str, object]:
    """`{% show_reading reading %}`: the text with its `lang`, and what the reader must know about it."""
    return {
        "reading": reading,
        "is_fallback": reading.language != get_language(),
    }
