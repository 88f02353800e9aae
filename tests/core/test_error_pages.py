"""What a reader sees when something is refused, missing or broken."""

import re

import pytest
from django.template.loader import get_template
from django.test import RequestFactory
from django.utils.translation import override

from lacralo.core.rulebook.enums import Impossible
from lacralo.core.verdicts import Line, Verdict


def shown(page: str, **context) -> str:
    """The words of the page's main part, in English."""
    with override("en"):
        html = get_template(page).render(context, RequestFactory().get("/en/somewhere/"))
    main = html[html.index("<main") : html.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main)).strip()


def test_a_refusal_prints_each_reason_with_its_article_and_how_to_contest_it():
    refused = Verdict(
        (Line(Impossible.UNKNOWN_APP, passed=False, article="RoP s.20", facts={"field": "mountains"}),)
    )

    words = shown("403.html", verdict=refused)

    assert (
        "Not passed: “mountains” has no parameters: no part of the portal declared any. (RoP s.20)" in words
    )
    assert "name the line you contest and the article" in words


def test_a_refusal_without_reasons_still_says_whom_to_ask():
    words = shown("403.html")

    assert words.startswith("This is not possible This page or act is not open to you. Nothing was changed.")
    assert "Write to the secretary" in words


@pytest.mark.parametrize("page", ["500.html", "503.html"])
@pytest.mark.parametrize("language", ["es", "pt-br", "en", "fr"])
def test_a_broken_page_needs_neither_request_nor_context(page, language):
    with override(language):
        html = get_template(page).render()

    assert re.search(r'<html lang="([\w-]+)"', html)[1].lower() == language
    assert len(re.findall("<h1>", html)) == 1


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        ("400.html", "We could not read that request"),
        ("403_csrf.html", "The form had gone stale"),
        ("404.html", "There is no such page"),
        ("429.html", "Too many attempts"),
    ],
)
def test_an_error_page_says_what_happened_and_leads_back(page, heading):
    words = shown(page)

    assert words.startswith(heading)
    assert words.endswith("Back to the front page")
