"""Texts on a page."""

import re

import pytest
from django.template import engines
from django.utils.translation import override

from lacralo.core.texts.enums import TranslationStatus
from lacralo.core.texts.rules.alignment import aligned
from lacralo.core.texts.selectors import Reading


def drawn(source: str, language: str = "en", **context) -> str:
    template = engines["django"].from_string("{% load texts %}" + source)
    with override(language):
        html = template.render(context)
    return re.sub(r">\s+", ">", re.sub(r"\s+", " ", re.sub(r"\s+<", "<", html))).strip()


def original(body="Quórum") -> Reading:
    return Reading(body, "es", True, False, 1, "es")


def translation(body="Quorum", **fields) -> Reading:
    return Reading(
        body=body,
        language="en",
        is_original=False,
        revision_number=1,
        original_language="es",
        status=TranslationStatus.REVIEWED,
        **{"is_out_of_date": False} | fields,
    )


def test_an_original_in_the_readers_language_stands_alone():
    assert drawn("{% show_reading r %}", "es", r=original()) == '<div class="prose"><p>Quórum</p></div>'


def test_an_original_without_a_translation_carries_its_language_and_says_so():
    assert drawn("{% show_reading r %}", r=original()) == (
        '<div class="prose" lang="es"><p>Quórum</p></div>'
        '<p class="muted">Not translated yet. Original language: Spanish.</p>'
    )


def test_a_translation_says_how_far_it_can_be_trusted():
    assert drawn("{% show_reading r %}", r=translation()) == (
        '<div class="prose"><p>Quorum</p></div>'
        '<p class="muted">Reviewed translation. Original language: Spanish.</p>'
    )


def test_a_translation_out_of_date_says_so():
    assert drawn("{% show_reading r %}", r=translation(is_out_of_date=True)) == (
        '<div class="prose"><p>Quorum</p></div>'
        '<p class="muted">Reviewed translation. Original language: Spanish.'
        '<span class="tag warn">The original has changed since: this translation is out of date.</span></p>'
    )


def test_a_translation_out_of_step_says_where():
    apart = translation(divergences=aligned("1. Uno\n\n2. Dos", "1. One"))

    assert drawn("{% show_reading r %}", r=apart).endswith(
        "<p>The original has 2 paragraphs, the translation 1.</p></div>"
    )


@pytest.mark.parametrize("language, html", [("es", "Quórum"), ("en", '<span lang="es">Quórum</span>')])
def test_a_title_carries_its_language_only_where_it_is_foreign(language, html):
    assert drawn("{{ r|inline }}", language, r=original()) == html


def test_a_title_is_escaped():
    assert drawn("{{ r|inline }}", "es", r=original("<b>")) == "&lt;b&gt;"


def test_languages_have_names_and_unknown_ones_none():
    assert drawn("{{ 'pt-br'|language_name }}{{ ''|language_name }}") == "Portuguese"
