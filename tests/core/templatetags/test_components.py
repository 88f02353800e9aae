"""Components as a page writes them."""

import re
from datetime import UTC, date, datetime
from enum import StrEnum
from fractions import Fraction

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django.utils.translation import override

from lacralo.core.verdicts import Line, Verdict, phrases
from lacralo.core.verdicts.phrases import Phrase


class Bar(StrEnum):
    NOT_IN_STANDING = "not_in_standing"
    NO_STATEMENT = "no_statement"


PHRASES = {
    Bar.NOT_IN_STANDING: Phrase("The member is in standing.", "The member is not in standing."),
    Bar.NO_STATEMENT: Phrase(
        "A statement of interest is on file.",
        "No statement of interest is on file.",
        remedy="Write it: it takes five minutes.",
    ),
}

ALLOWED = Verdict((Line(Bar.NOT_IN_STANDING, passed=True, article="OP 7.1"),))
REFUSED = Verdict((*ALLOWED.lines, Line(Bar.NO_STATEMENT, passed=False, article="RoP s.21")))


@pytest.fixture(autouse=True)
def _sentences(monkeypatch):
    for code, phrase in PHRASES.items():
        monkeypatch.setitem(phrases._PHRASES, code, phrase)


class Declaration(forms.Form):
    who_sees = {"gender": "Only you and the secretary see this."}

    name = forms.CharField(label="Name", help_text="As in the minutes.")
    gender = forms.CharField(label="Gender", required=False)
    seat = forms.ChoiceField(
        label="Seat", choices=[("a", "ALAC"), ("b", "Secretary")], widget=forms.RadioSelect
    )
    pledge = forms.BooleanField(label="I pledge it.")


def drawn(source: str, **context) -> str:
    """What the page shows of `source`, in English, white space evened out."""
    template = engines["django"].from_string("{% load i18n lacralo %}" + source)
    request = RequestFactory().get("/en/elections/?q=peru")
    with override("en"):
        html = template.render(context, request)
    return re.sub(r">\s+", ">", re.sub(r"\s+", " ", re.sub(r"\s+<", "<", html))).strip()


def text_of(html: str) -> str:
    """The words without their markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def test_reasons_say_line_by_line_what_passed_and_what_did_not():
    html = drawn("{% reasons verdict %}", verdict=REFUSED)

    assert text_of(html) == (
        "Passed: The member is in standing. (OP 7.1) "
        "Not passed: No statement of interest is on file. (RoP s.21) Write it: it takes five minutes."
    )
    assert re.findall(r'<li class="(\w+)"', html) == ["passed", "barred"]


def test_why_folds_the_reasons_away_or_opens_them():
    folded = drawn('{% why verdict "Why?" %}', verdict=ALLOWED)
    opened = drawn('{% why verdict "Why?" open=True %}', verdict=ALLOWED)

    assert folded.startswith("<details><summary>Why?</summary>")
    assert opened.startswith("<details open><summary>Why?</summary>")


def test_a_button_is_drawn_where_the_verdict_allows_and_explains_itself_where_not():
    allowed = drawn('{% act_button verdict "/go/" "Nominate" %}', verdict=ALLOWED)
    refused = drawn('{% act_button verdict "/go/" "Nominate" %}', verdict=REFUSED)

    assert re.search(
        r'<form method="post" action="/go/"><input type="hidden" name="csrfmiddlewaretoken"', allowed
    )
    assert text_of(allowed) == "Nominate"
    assert "<form" not in refused
    assert text_of(refused).startswith("Nominate: not possible now. Why? Passed: The member is in standing.")


def test_a_button_may_carry_one_value_or_be_a_link():
    posting = drawn(
        '{% act_button verdict "/go/" "Drop" kind="danger" name="row" value=7 %}', verdict=ALLOWED
    )
    leading = drawn('{% act_button verdict "/go/" "Read" method="get" %}', verdict=ALLOWED)

    assert re.search(
        r'<input type="hidden" name="row" value="7"><button type="submit" class="danger">Drop</button>',
        posting,
    )
    assert leading == '<a href="/go/" role="button">Read</a>'


def test_words_given_to_a_component_are_escaped_and_its_body_is_not():
    html = drawn('{% banner "warn" title %}<p>{{ words }}</p>{% endbanner %}', title="<b>", words="<i>")

    assert html == ('<div class="banner warn"><p class="title">&lt;b&gt;</p><p>&lt;i&gt;</p></div>')


def test_a_task_is_a_link_only_when_it_can_be_done():
    html = drawn(
        '{% tasks %}{% task "Vote" "/vote/" status="Due" tone="warn" %}Until Friday.{% endtask %}'
        '{% task "Result" %}{% endtask %}{% endtasks %}'
    )

    assert html == (
        '<ul class="tasks"><li><span class="title"><a href="/vote/">Vote</a></span><span class="status">'
        '<span class="tag warn">Due</span></span><div class="hint">Until Friday.</div></li>'
        '<li><span class="title">Result</span></li></ul>'
    )


def test_a_timeline_knows_days_and_moments():
    html = drawn(
        '{% timeline %}{% event "Call" at=on state="done" %}{% endevent %}'
        '{% event "Vote" at=at state="now" %}{% endevent %}{% endtimeline %}',
        on=date(2026, 3, 3),
        at=datetime(2026, 3, 10, 19, 0, tzinfo=UTC),
    )

    assert re.findall(r'<time datetime="([^"]+)">([^<]+)</time>', html) == [
        ("2026-03-03", "3 March 2026"),
        ("2026-03-10T19:00:00+00:00", "10 March 2026, 19:00 UTC"),
    ]
    assert re.findall(r'<li class="(\w+)"( aria-current="step")?>', html) == [
        ("done", ""),
        ("now", ' aria-current="step"'),
    ]


def test_a_summary_row_offers_to_change_what_it_says():
    html = drawn('{% summary %}{% row "Seat" change="/seat/" %}ALAC{% endrow %}{% endsummary %}')

    assert text_of(html) == "Seat ALAC Change Seat"
    assert 'href="/seat/"' in html


def test_a_table_is_named_and_reachable_by_keyboard():
    html = drawn('{% table "Voter roll" stack=True %}<tbody></tbody>{% endtable %}')

    assert html == (
        '<div class="table stack" role="region" aria-label="Voter roll" tabindex="0">'
        "<table><caption>Voter roll</caption><tbody></tbody></table></div>"
    )


def test_a_chart_shows_the_numbers_of_its_table():
    html = drawn(
        '{% bar_chart "Votes" bars unit="weighted votes" %}',
        bars=[{"label": "Ana", "value": Fraction(25, 4)}, {"label": "Luz", "value": Fraction(25, 12)}],
    )

    assert re.findall(r'class="bar" x="0" y="\d+" width="([\d.]+)%"', html) == ["100.00", "33.33"]
    assert re.findall(r"<text[^>]*>([^<]+)</text>", html) == ["Ana: 6.25", "Luz: 2.08"]
    assert re.findall(r'<td class="numeric">([^<]+)</td>', html) == ["6.25", "2.08"]


def test_a_chart_without_votes_is_still_a_chart():
    html = drawn('{% bar_chart "Votes" bars %}', bars=[{"label": "Ana", "value": 0}])

    assert re.findall(r'class="bar" x="0" y="\d+" width="([\d.]+)%"', html) == ["0.00"]


def test_pages_are_linked_and_the_question_stays_in_the_address():
    html = drawn("{% pagination page %}", page=Paginator(range(30), 10).page(2))

    assert re.findall(r'href="([^"]+)"', html) == ["?q=peru&amp;page=1", "?q=peru&amp;page=3"]
    assert "Page 2 of 3" in html


def test_a_single_page_needs_no_links():
    assert drawn("{% pagination page %}", page=Paginator(range(3), 10).page(1)) == ""


def test_user_text_carries_its_language_and_cannot_bring_markup():
    html = drawn("{% prose text 'pt-BR' %}", text="Olá <script>\n\nSegundo.")

    assert html == '<div class="prose" lang="pt-BR"><p>Olá &lt;script&gt;</p><p>Segundo.</p></div>'


def test_a_field_is_described_by_its_help_its_audience_and_its_error():
    html = drawn("{{ form }}", form=Declaration({"gender": ""}))

    assert re.search(
        r'<input type="text" name="name"[^>]* aria-describedby="id_name_helptext id_name_error"', html
    )
    assert re.search(r'<input type="text" name="gender"[^>]* aria-describedby="id_gender_who"', html)
    assert re.search(r'<fieldset aria-describedby="id_seat_error"><legend>Seat</legend>', html)
    assert '<div class="who-sees" id="id_gender_who">Only you and the secretary see this.</div>' in html


def test_every_description_of_a_field_exists_once():
    html = drawn("{{ form }}", form=Declaration({}))
    described = {one for ids in re.findall(r'aria-describedby="([^"]+)"', html) for one in ids.split()}
    ids = re.findall(r' id="([^"]+)"', html)

    assert described <= set(ids)
    assert len(ids) == len(set(ids))


def test_the_error_summary_leads_to_each_wrong_field():
    html = drawn("{% error_summary form %}", form=Declaration({"gender": ""}))

    assert re.findall(r'<a href="([^"]+)">([^<]+)</a>', html) == [
        ("#id_name", "Name – This field is required."),
        ("#id_seat_0", "Seat – This field is required."),
        ("#id_pledge", "I pledge it. – This field is required."),
    ]


def test_an_error_free_form_has_no_error_summary():
    assert drawn("{% error_summary form %}", form=Declaration()) == ""


@pytest.mark.parametrize("tone", ["plain", "info", "good", "warn", "bad"])
def test_a_status_is_said_in_words(tone):
    assert drawn("{% tag 'Open' tone %}", tone=tone) == f'<span class="tag {tone}">Open</span>'
