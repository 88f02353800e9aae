"""The links that stand on every page."""

import re

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils.translation import override

from lacralo.core.templatetags.navigation import html_language


def drawn(source: str, path: str, language: str = "en") -> str:
    """What a page at `path` shows of `source`."""
    template = engines["django"].from_string("{% load lacralo %}" + source)
    with override(language):
        return template.render({}, RequestFactory().get(path))


def test_the_same_page_is_offered_in_each_language():
    html = drawn("{% language_links %}", "/en/account/login/?next=/en/")

    assert re.findall(r'href="([^"]+)" lang="([^"]+)"', html) == [
        ("/es/account/login/?next=/en/", "es"),
        ("/pt-br/account/login/?next=/en/", "pt-BR"),
        ("/en/account/login/?next=/en/", "en"),
        ("/fr/account/login/?next=/en/", "fr"),
    ]
    assert re.findall(r'lang="(\w+)"[^>]* aria-current="true"', html) == ["en"]


def test_a_page_that_does_not_exist_leads_to_the_front_pages():
    html = drawn("{% language_links %}", "/en/no/such/page/")

    assert re.findall(r'href="([^"]+)"', html) == ["/es/", "/pt-br/", "/en/", "/fr/"]


@pytest.mark.parametrize(("path", "here"), [("/en/", "Home"), ("/en/account/login/", None)])
def test_the_place_where_the_reader_is_is_marked(path, here):
    html = drawn("{% nav_links %}", path)

    assert re.findall(r'aria-current="page">([^<]+)<', html) == ([here] if here else [])


def test_a_region_is_written_in_capitals():
    assert [html_language(code) for code in ("es", "pt-br")] == ["es", "pt-BR"]
