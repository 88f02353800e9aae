"""The shelf and a version, as a reader sees them."""

from dataclasses import replace
from datetime import date

import pytest

from lacralo.core.rulebook.enums import ContentKind
from lacralo.core.rulebook.selectors.documents import shelf, version_read
from lacralo.core.rulebook.services.documents import ArticleTold
from lacralo.core.texts.services import Wording
from tests.core.rulebook.builders import draft, published, version

pytestmark = pytest.mark.django_db

QUORUM = ArticleTold(
    "15",
    ContentKind.SUMMARY,
    Wording("en", "Quorum"),
    Wording("en", "1. At least half.", {"es": "1. La mitad."}),
)
UNKNOWN = ArticleTold("23", ContentKind.NOT_AVAILABLE)


def test_versions_stand_oldest_first_with_what_is_known_of_them():
    version("2020", articles=[QUORUM, UNKNOWN], in_force_from=date(2020, 7, 27))
    version("2007", articles=[UNKNOWN], in_force_from=date(2007, 6, 24))

    (rules,) = shelf("en")

    assert rules.title.body == "Rules of Gardening"
    assert [(each.slug, each.known_count, each.article_count) for each in rules.versions] == [
        ("2007", 0, 1),
        ("2020", 1, 2),
    ]


@pytest.mark.parametrize("how_many", [1, 30])
def test_the_shelf_takes_four_queries(django_assert_num_queries, how_many):
    for number in range(how_many):
        version(key=f"document-{number}", articles=[QUORUM])

    with django_assert_num_queries(4):
        documents = shelf("es")

    assert len(documents) == how_many


def test_articles_are_read_in_order_in_the_readers_language():
    read = version_read(version(articles=[QUORUM, UNKNOWN]), "es")

    assert [(each.number, each.is_available, each.is_summary) for each in read.articles] == [
        ("15", True, True),
        ("23", False, False),
    ]
    assert read.articles[0].text.body == "1. La mitad."


def test_a_divergence_between_languages_is_flagged():
    apart = replace(QUORUM, text=Wording("en", "7.3 Observers", {"es": "7.4 Observadores"}))
    told = version(articles=[apart])

    assert [version_read(told, language).has_divergences for language in ("en", "es")] == [False, True]


def test_a_version_names_the_rule_sets_that_it_is_part_of():
    told = version()
    old, next_one = published(versions=[told]), draft(versions=[told])

    assert version_read(told, "en").rule_sets == (old, next_one)


@pytest.mark.parametrize("how_many", [1, 30])
def test_a_version_takes_the_same_queries_however_long_it_is(django_assert_num_queries, how_many):
    told = version(articles=[replace(QUORUM, number=str(number)) for number in range(how_many)])

    with django_assert_num_queries(4):
        read = version_read(told, "es")

    assert len(read.articles) == how_many
