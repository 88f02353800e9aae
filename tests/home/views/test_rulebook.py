"""The rulebook as the public reads it."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils.translation import override

from lacralo.core.rulebook.enums import ContentKind
from lacralo.core.rulebook.services.documents import ArticleTold
from lacralo.core.rulebook.services.rule_sets import set_parameter
from lacralo.core.texts.services import Wording
from tests.builders import NOW, person
from tests.core.rulebook.builders import draft, published, version

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def address(name: str, *args, **query) -> str:
    return reverse(f"home:{name}", args=args, query=query)


def old_new_and_draft():
    return (
        published("old", since=date(2020, 1, 1)),
        published("new", since=date(2021, 5, 10)),
        draft("next", versions=()),
    )


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def test_unasked_the_rules_of_today_are_shown(client):
    _old, new, _draft = old_new_and_draft()

    response = client.get(address("rulebook"))

    assert (response.context["governing"], response.context["day"]) == (new, response.context["today"])


@pytest.mark.parametrize("asked, slug", [("2020-01-01", "old"), ("2021-05-09", "old"), ("2021-05-10", "new")])
def test_asked_for_a_day_the_rules_of_that_day_are_shown(client, asked, slug):
    old_new_and_draft()

    response = client.get(address("rulebook", on=asked))

    assert response.context["governing"].slug == slug


def test_a_day_without_rules_says_so(client):
    old_new_and_draft()

    response = client.get(address("rulebook", on="2019-12-31"))

    assert text_of(response).count("no rule set is in force, and nothing can be decided for that day.") == 1


@pytest.mark.parametrize("asked", ["yesterday", "2019-02-30", "2019-13-01"])
def test_what_is_no_day_is_named_and_today_is_shown(client, asked):
    _old, new, _draft = old_new_and_draft()

    response = client.get(address("rulebook", on=asked))

    assert text_of(response).count(f"“{asked}” is no day.") == 1
    assert response.context["governing"] == new


def test_an_empty_rulebook_says_so(client):
    response = client.get(address("rulebook"))

    assert text_of(response).count("No rule set has been recorded yet.") == 1


def queries(client, url, django_assert_max_num_queries) -> int:
    with django_assert_max_num_queries(10) as counted:
        client.get(url)
    return len(counted)


def test_the_list_takes_the_same_queries_with_1_and_with_30(client, django_assert_max_num_queries):
    told = version()
    published("in-force", versions=[told])
    few = queries(client, address("rulebook"), django_assert_max_num_queries)

    for number in range(30):
        draft(f"draft-{number}", versions=[version(key=f"document-{number}")])

    assert queries(client, address("rulebook"), django_assert_max_num_queries) == few


def test_a_rule_set_shows_what_elections_follow_and_who_changed_it(client):
    rule_set = draft("next")
    set_parameter(
        rule_set=rule_set,
        app="elections",
        key="tie_path",
        value="draw",
        article="LA 2017",
        reason="The assembly asked for it.",
        decision="Motion 7",
        by=person("Luz Pereira"),
        now=NOW,
    )

    response = client.get(address("rule_set", "next"))

    (elections,) = (section for section in response.context["sections"] if section.app == "elections")
    tie = next(row for row in elections.rows if row.key == "tie_path").value
    assert (str(tie.words), tie.is_left_open, tie.change.by.name, tie.change.decision) == (
        "A public draw",
        True,
        "Luz Pereira",
        "Motion 7",
    )
    assert text_of(response).count("The assembly asked for it.") == 1


def test_a_draft_says_that_it_is_inert(client):
    draft("next")

    assert text_of(client.get(address("rule_set", "next"))).count("Inert until a motion adopts it") == 1


def test_an_unknown_rule_set_is_not_found(client):
    assert client.get(address("rule_set", "none-such")).status_code == 404


def test_two_rule_sets_are_compared_as_asked(client):
    old, new, _draft = old_new_and_draft()

    response = client.get(address("rule_set_compare", one="old", other="new"))

    assert (response.context["one"], response.context["other"]) == (old, new)


def test_with_nothing_to_compare_the_page_is_not_found(client):
    assert client.get(address("rule_set_compare")).status_code == 404


def known_and_unknown():
    known = ArticleTold(
        "15",
        ContentKind.SUMMARY,
        Wording("en", "Quorum"),
        Wording("en", "1. Half.", {"es": "La mitad."}),
        "wiki 15",
    )
    return version("2020", articles=[known, ArticleTold("23", ContentKind.NOT_AVAILABLE)])


def test_a_document_shows_its_summaries_with_their_source_and_marks_what_is_not_known(client):
    told = known_and_unknown()

    words = text_of(client.get(told.get_absolute_url()))

    counted = [
        words.count(each)
        for each in ("Summary, not the words of the article", "Source: wiki 15", "Text not available")
    ]
    assert counted == [1, 1, 1]


def test_a_document_is_read_in_the_readers_language_and_flags_versions_out_of_step(client):
    told = known_and_unknown()

    in_english = client.get(told.get_absolute_url()).context["read"]
    with override("es"):
        in_spanish = client.get(told.get_absolute_url()).context["read"]

    assert [read.articles[0].text.body for read in (in_english, in_spanish)] == ["1. Half.", "La mitad."]
    assert [read.has_divergences for read in (in_english, in_spanish)] == [False, True]


def test_an_unknown_version_is_not_found(client):
    known_and_unknown()

    statuses = [
        client.get(address("document_version", *names)).status_code
        for names in (("gardening_rules", "1999"), ("cooking_rules", "2020"))
    ]

    assert statuses == [404, 404]


def test_the_pages_are_open_to_everybody(client):
    told = known_and_unknown()
    published("first", versions=[told])

    pages = [
        address("rulebook"),
        address("rule_set", "first"),
        address("rule_set_compare"),
        told.get_absolute_url(),
    ]
    assert [client.get(page).status_code for page in pages] == [200, 200, 200, 200]
