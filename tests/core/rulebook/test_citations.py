"""What a citation means."""

import json

import pytest

from lacralo.core.rulebook.citations import Citation, anchor, cited
from lacralo.core.rulebook.delivered import DATA, DOCUMENTS


@pytest.mark.parametrize(
    "article, meaning",
    [
        ("OP 7.1", Citation("operating_principles", "", "7.1")),
        ("OP 7.2.a", Citation("operating_principles", "", "7.2.a")),
        ("OP art. 8", Citation("operating_principles", "", "8")),
        ("RoP s.15", Citation("rules_of_procedure", "", "15")),
        ("RoP 2020", Citation("rules_of_procedure", "2020", "")),
        ("RoP 2020 (1)", Citation("rules_of_procedure", "2020", "(1)")),
        ("RoP 2007 12.9", Citation("rules_of_procedure", "2007", "12.9")),
        ("Los Angeles (10)", Citation("los_angeles", "", "(10)")),
        ("Rotation 2019–2027 (3)", Citation("rotation", "2019-2027", "(3)")),
        ("OP 7.2.a; Rotation 2019–2027 (1)", Citation("operating_principles", "", "7.2.a")),
        ("ICANN wiki 54693945 (2015)", None),
        ("LA 2017", None),
        ("", None),
    ],
)
def test_a_citation_names_document_version_and_article(article, meaning):
    assert cited(article) == meaning


def test_the_portals_own_numbers_have_their_own_anchors():
    assert [anchor(number) for number in ("3", "(3)", "12.1–12.2")] == ["a-3", "a-p3", "a-12.1-12.2"]


def told_in(name: str):
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def numbers_by_version() -> dict[tuple[str, str], set[str]]:
    documents = [told_in(f"documents/{key}.json") for key in DOCUMENTS]
    return {
        (told["key"], version["slug"]): {article["number"] for article in version["articles"]}
        for told in documents
        for version in told["versions"]
    }


@pytest.mark.parametrize("rule_set", told_in("rule_sets.json"), ids=lambda told: told["slug"])
def test_every_article_that_a_delivered_rule_set_cites_is_there(rule_set):
    numbers, in_set = numbers_by_version(), dict(name.split("/") for name in rule_set["versions"])
    articles = [parameter["article"] for parameter in rule_set["parameters"]["elections"].values()]

    missing = [
        article
        for article in articles
        if (found := cited(article))
        and found.number
        and found.number not in numbers[found.document, found.version or in_set[found.document]]
    ]

    assert missing == []
