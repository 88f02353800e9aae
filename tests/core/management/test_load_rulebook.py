"""`manage.py load_rulebook`: what the portal is delivered with."""

import json
from datetime import date
from fractions import Fraction
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from elections.enums import Join, QuorumBase, QuorumBoundary, TiePath, Uncontested, WeightBase
from elections.rules.parameters import ElectionRules
from lacralo.core.audit.models import Entry
from lacralo.core.rulebook.delivered import DATA
from lacralo.core.rulebook.enums import ContentKind, RuleSetStatus
from lacralo.core.rulebook.models import Article, DocumentVersion, NoRuleSet, RuleSet
from lacralo.core.rulebook.phrases import DELIVERED_NAMES
from lacralo.core.rulebook.selectors.documents import version_read
from lacralo.core.texts.models import Revision, Translation

pytestmark = pytest.mark.django_db

LANGUAGES = ("es", "pt-br", "en", "fr")


@pytest.fixture(scope="module", autouse=True)
def loaded(django_db_setup, django_db_blocker):
    """What the command prints when it loads an empty rulebook; once, and taken back after the last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


def load() -> list[str]:
    said = StringIO()
    call_command("load_rulebook", stdout=said)
    return said.getvalue().splitlines()


def rules_on(day: date) -> ElectionRules:
    return RuleSet.objects.in_force_on(day).parameters_for(ElectionRules)


def test_it_says_what_is_new_and_what_is_in_force(loaded):
    assert loaded == [
        "new: Rules of 2006 and 2007",
        "new: Rules of 2009",
        "new: Rules of 2014",
        "new: Transition of 2019",
        "new: Rules of 2018 and 2020",
        "new: Los Angeles (draft)",
        "in force today: Rules of 2018 and 2020",
    ]


def test_run_twice_it_changes_nothing():
    def counts():
        return [
            each.objects.count() for each in (RuleSet, DocumentVersion, Article, Revision, Translation, Entry)
        ]

    before = counts()

    assert load() == ["nothing new", "in force today: Rules of 2018 and 2020"]
    assert counts() == before


@pytest.mark.parametrize(
    "day, slug",
    [
        (date(2006, 12, 4), "2006-2007"),
        (date(2009, 3, 3), "2006-2007"),
        (date(2009, 3, 4), "2009"),
        (date(2014, 6, 30), "2014"),
        (date(2019, 1, 16), "2014"),
        (date(2019, 1, 17), "2019-transition"),
        (date(2020, 7, 26), "2019-transition"),
        (date(2020, 7, 27), "2018-2020"),
        (date(2026, 3, 3), "2018-2020"),
    ],
)
def test_every_day_since_the_foundation_has_its_rules(day, slug):
    assert RuleSet.objects.in_force_on(day).slug == slug


def test_before_the_foundation_there_were_no_rules():
    with pytest.raises(NoRuleSet):
        RuleSet.objects.in_force_on(date(2006, 12, 3))


def test_the_rules_in_force_are_the_defaults_of_elections():
    assert rules_on(date(2026, 3, 3)) == ElectionRules()


def test_the_quorum_of_2007_is_a_majority_of_the_accredited():
    rules = rules_on(date(2008, 1, 1))

    assert (
        rules.quorum_base,
        rules.quorum_share,
        rules.quorum_boundary,
        rules.weight_base,
        rules.rotation,
    ) == (
        QuorumBase.ACCREDITED,
        Fraction(1, 2),
        QuorumBoundary.MORE_THAN,
        WeightBase.ACCREDITED,
        False,
    )


def test_the_quorum_of_2020_is_half_of_the_active_abstentions_included():
    rules = rules_on(date(2021, 1, 1))

    assert (rules.quorum_base, rules.quorum_boundary, rules.quorum_counts_abstentions, rules.weight_base) == (
        QuorumBase.ACTIVE,
        QuorumBoundary.AT_LEAST,
        True,
        WeightBase.ACTIVE,
    )


def test_ties_and_single_candidates_were_settled_otherwise_before_2020():
    assert [
        (rules_on(day).tie_path, rules_on(day).uncontested) for day in (date(2015, 9, 1), date(2021, 1, 1))
    ] == [
        (TiePath.CHAIR_CASTS, Uncontested.RATIFICATION),
        (TiePath.SECOND_BALLOT_THEN_DRAW, Uncontested.ACCLAMATION),
    ]


def test_los_angeles_is_complete_and_inert():
    draft = RuleSet.objects.get(slug="los-angeles-draft")

    rules = draft.parameters_for(ElectionRules)
    assert (draft.status, draft.in_force_from) == (RuleSetStatus.DRAFT, None)
    assert (rules.rotation, rules.distinct_join, rules.pledge_required) == (False, Join.OR, True)


def test_every_delivered_name_is_in_the_catalogues():
    told = json.loads((DATA / "rule_sets.json").read_text(encoding="utf-8"))

    # The source text of a lazy translation is its first argument.
    sources = [name._args[0] for name in DELIVERED_NAMES]
    assert sources == [each["name"] for each in told]


def test_what_is_not_known_is_empty_and_what_is_known_is_not():
    assert Article.objects.filter(kind=ContentKind.NOT_AVAILABLE, text__isnull=False).count() == 0
    assert Article.objects.exclude(kind=ContentKind.NOT_AVAILABLE).filter(text=None).count() == 0
    assert Article.objects.filter(kind=ContentKind.NOT_AVAILABLE).count() > 0


def test_every_summary_names_its_source():
    assert list(Article.objects.filter(kind=ContentKind.SUMMARY, source="")) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_is_read_in_every_language_in_step_with_its_original(language):
    versions = DocumentVersion.objects.select_related("document__title", "note")

    read = [version_read(each, language) for each in versions]

    untranslated = [
        (each.name, article.number)
        for each in read
        for article in each.articles
        for said in (article.heading, article.text)
        if said and said.language != language
    ]
    assert untranslated == []
    assert [each.name for each in read if each.has_divergences] == []


def test_the_agreement_of_los_angeles_is_kept_in_the_language_it_came_in():
    agreement = DocumentVersion.objects.get(document__key="los_angeles")

    languages = agreement.articles.values_list("text__original_language", flat=True).distinct()
    assert (agreement.authoritative_language, list(languages)) == ("fr", ["fr"])
