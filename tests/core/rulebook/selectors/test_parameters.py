"""Parameters as the pages show them."""

from fractions import Fraction

import pytest
from django.utils.translation import override

from lacralo.core.rulebook import phrases
from lacralo.core.rulebook.parameters import LEFT_OPEN
from lacralo.core.rulebook.phrases import Words
from lacralo.core.rulebook.selectors.parameters import sheet
from lacralo.core.rulebook.services.rule_sets import set_parameter
from tests.builders import NOW, person
from tests.core.rulebook.builders import APP, draft, version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def rows(*rule_sets):
    (section,) = sheet(*rule_sets)
    return {row.key: row for row in section.rows}


def test_every_parameter_shows_its_value_in_words_and_its_article():
    shown = rows(draft(parameters={APP: {"beds": 5, "watered": False}}, citations={APP: {"beds": "G 7"}}))

    beds = shown["beds"].value
    assert (beds.words, beds.article, beds.is_left_open) == ("5", "G 7", False)
    assert shown["watered"].value.words == "no"


def test_a_value_nobody_cited_follows_the_article_of_its_declaration():
    assert rows(draft())["season"].value.article == "G 1"


def test_what_los_angeles_left_open_is_shown_as_left_open():
    value = rows(draft())["share"].value

    assert (value.article, value.is_left_open, value.words) == (LEFT_OPEN, True, str(Fraction(1, 2)))


def test_a_value_without_a_known_article_says_so_by_having_none():
    value = rows(draft(citations={APP: {"share": ""}}))["share"].value

    assert (value.article, value.is_left_open) == ("", False)


def test_a_parameter_is_called_by_the_words_that_its_part_registered(monkeypatch):
    words = {"season": Words("Season", "When it is dug.", {"spring": "In spring"})}
    monkeypatch.setitem(phrases._WORDS, APP, words)

    season = rows(draft())["season"]

    assert (season.label, season.sentence, season.value.words) == ("Season", "When it is dug.", "In spring")


def test_the_last_change_of_a_parameter_says_who_set_it():
    rule_set, secretary = draft(), person("Secretary")
    for value in (5, 6):
        set_parameter(
            rule_set=rule_set, app=APP, key="beds", value=value, reason=f"{value}", by=secretary, now=NOW
        )
    rule_set.refresh_from_db()

    change = rows(rule_set)["beds"].value.change

    assert (change.new_value, change.by, change.at) == (6, secretary, NOW)


def test_two_rule_sets_stand_side_by_side_and_say_where_they_differ():
    one, other = draft("one", versions=()), draft("other", versions=(), parameters={APP: {"beds": 5}})

    shown = rows(one, other)

    assert [value.words for value in shown["beds"].values] == ["3", "5"]
    assert (shown["beds"].differs, shown["season"].differs) == (True, False)


@pytest.mark.parametrize(
    "article, address",
    [
        ("RoP s.15", "/en/rules/rules_of_procedure/2020/#a-15"),
        ("RoP 2007 12.9", "/en/rules/rules_of_procedure/2007/#a-12.9"),
        ("RoP 2020", "/en/rules/rules_of_procedure/2020/"),
        ("RoP 1999 1", ""),
        ("OP 7.1", ""),
        ("wiki page 7", ""),
        ("", ""),
    ],
)
def test_a_cited_article_leads_to_where_it_is_held(article, address):
    version("2007", key="rules_of_procedure")
    rule_set = draft(versions=[version("2020", key="rules_of_procedure")], citations={APP: {"beds": article}})

    assert rows(rule_set)["beds"].value.address == address


def test_the_sheet_takes_three_queries(django_assert_num_queries):
    rule_set, other = draft("one"), draft("other")

    with django_assert_num_queries(3):
        sheet(rule_set, other)
