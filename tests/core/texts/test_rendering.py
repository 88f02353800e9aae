"""Markdown that cannot harm."""

import pytest

from lacralo.core.texts.rendering import rendered


def test_paragraphs_lists_and_emphasis_are_rendered():
    assert rendered("**Quorum**\n\n- one\n- ~~two~~") == (
        "<p><strong>Quorum</strong></p>\n<ul>\n<li>one</li>\n<li><s>two</s></li>\n</ul>\n"
    )


def test_a_heading_stands_below_the_headings_of_the_page():
    assert rendered("# Quorum") == "<h3>Quorum</h3>\n"


@pytest.mark.parametrize(
    "harmful",
    [
        "[vote](javascript:alert(1))",
        "[vote](data:text/html;base64,PHNjcmlwdD4=)",
        '<img src=x onerror="alert(1)">',
        '<a href="https://example.org" onclick="alert(1)">vote</a>',
        "![tracker](https://example.org/pixel.gif)",
        "<iframe src='https://example.org'></iframe>",
        "<p style='position:fixed'>vote</p>",
    ],
)
def test_nothing_that_runs_loads_or_covers_the_page_comes_through(harmful):
    html = rendered(harmful)

    assert [tag for tag in ("<script", "<img", "<iframe", "<p style", "<a href") if tag in html] == []


def test_a_link_is_marked_as_foreign():
    assert rendered("[ICANN](https://www.icann.org)") == (
        '<p><a href="https://www.icann.org" rel="nofollow noopener noreferrer">ICANN</a></p>\n'
    )


def test_a_table_is_rendered():
    html = rendered("| Year | Chair |\n| --- | --- |\n| 2019 | D |")

    assert html.replace("\n", "") == (
        "<table><thead><tr><th>Year</th><th>Chair</th></tr></thead>"
        "<tbody><tr><td>2019</td><td>D</td></tr></tbody></table>"
    )


def test_html_is_shown_as_it_was_typed():
    assert rendered("<b>loud</b>") == "<p>&lt;b&gt;loud&lt;/b&gt;</p>\n"
