"""Rule sets and parameters as the pages show them."""

from datetime import date

import pytest
from django.utils.translation import override

from lacralo.core.audit import Act
from lacralo.core.rulebook.enums import Standing
from lacralo.core.rulebook.selectors.rule_sets import (
    governing,
    in_order,
    listed,
    pair,
    past_of,
    rule_set_read,
)
from tests.builders import TODAY
from tests.core.rulebook.builders import draft, published, version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def old_new_and_draft():
    return (
        published("old", since=date(2020, 1, 1)),
        published("new", since=date(2021, 5, 10)),
        draft("next", versions=()),
    )


def test_rule_sets_are_listed_oldest_first_as_they_stand_on_the_day():
    old_new_and_draft()

    assert [(each.rule_set.slug, each.standing) for each in listed(date(2021, 5, 9), "en")] == [
        ("old", Standing.GOVERNS),
        ("new", Standing.TO_COME),
        ("next", Standing.DRAFT),
    ]


@pytest.mark.parametrize("how_many", [1, 30])
def test_the_list_takes_the_same_queries_however_long_it_is(django_assert_num_queries, how_many):
    for number in range(how_many):
        draft(f"draft-{number}", versions=())

    with django_assert_num_queries(1):
        assert len(listed(TODAY, "en")) == how_many


def test_a_page_can_say_that_no_rules_governed_a_day():
    old, _new, _draft = old_new_and_draft()

    assert (governing(date(2019, 12, 31)), governing(date(2020, 1, 1))) == (None, old)


def test_unasked_the_rules_in_force_are_compared_with_the_latest_others():
    _old, new, next_one = old_new_and_draft()

    assert pair(None, None, TODAY) == (new, next_one)


def test_asked_for_rule_sets_are_compared_and_unknown_ones_are_as_if_unasked():
    old, new, next_one = old_new_and_draft()

    assert pair("old", "new", TODAY) == (old, new)
    assert pair("old", "none-such", TODAY) == (old, next_one)


def test_without_any_rule_set_there_is_no_pair():
    assert pair(None, None, TODAY) == (None, None)


def test_rule_sets_stand_in_order_with_drafts_last():
    old, new, next_one = old_new_and_draft()

    assert in_order() == (old, new, next_one)


def test_a_rule_set_names_the_versions_in_force_together():
    told = version("2020")

    read = rule_set_read(published(versions=[told]), TODAY, "en")

    assert [(title.body, each) for title, each in read.versions] == [("Rules of Gardening", told)]


def test_the_chain_says_who_drafted_and_who_published():
    rule_set = published()

    assert [(step.act, step.by) for step in past_of(rule_set)] == [
        (Act.RULE_SET_DRAFTED, ""),
        (Act.RULE_SET_PUBLISHED, ""),
    ]
