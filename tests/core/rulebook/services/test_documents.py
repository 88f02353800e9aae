"""Documents are recorded as far as they are known."""

from dataclasses import replace

import pytest

from lacralo.core.audit import Act
from lacralo.core.audit.models import Entry
from lacralo.core.rulebook.enums import ContentKind
from lacralo.core.rulebook.models import Article
from lacralo.core.rulebook.services.documents import ArticleTold, VersionTold, record_version
from lacralo.core.texts.services import Wording, write_revision
from tests.builders import NOW, person
from tests.core.rulebook.builders import document, version

pytestmark = pytest.mark.django_db

QUORUM = ArticleTold(
    "15", ContentKind.SUMMARY, Wording("en", "Quorum"), Wording("en", "At least half.", {"es": "La mitad."})
)
UNKNOWN = ArticleTold("23", ContentKind.NOT_AVAILABLE)


def test_an_article_is_told_in_its_languages_with_its_source():
    told = version(articles=[replace(QUORUM, source="wiki page 15")])

    article = told.articles.get()
    revision = article.text.revisions.get()
    assert (article.number, article.kind, article.source, revision.body) == (
        "15",
        ContentKind.SUMMARY,
        "wiki page 15",
        "At least half.",
    )
    assert [(each.language, each.body) for each in revision.translations.all()] == [("es", "La mitad.")]


def test_an_article_whose_text_is_not_known_stays_empty_and_says_so():
    article = version(articles=[UNKNOWN]).articles.get()

    assert (article.kind, article.text, article.heading) == (ContentKind.NOT_AVAILABLE, None, None)


def test_a_version_told_twice_is_recorded_once():
    version(articles=[QUORUM, UNKNOWN])
    version(articles=[QUORUM, UNKNOWN])

    assert Article.objects.count() == 2
    assert Entry.objects.filter(act=Act.DOCUMENT_RECORDED).count() == 1


def test_a_text_found_later_fills_its_article():
    version(articles=[UNKNOWN])

    found = replace(UNKNOWN, kind=ContentKind.TEXT, text=Wording("es", "Las reglas."))
    article = version(articles=[found]).articles.get()

    assert (article.kind, article.text.revisions.get().body) == (ContentKind.TEXT, "Las reglas.")


def test_what_a_person_corrected_in_the_portal_stays():
    article = version(articles=[QUORUM]).articles.get()
    write_revision(text=article.text, body="At least one half.", by=person(), now=NOW)

    version(articles=[replace(QUORUM, text=Wording("en", "Half."))])

    assert article.text.revisions.order_by("-number").first().body == "At least one half."


def test_one_entry_in_the_chain_covers_the_whole_version():
    told = VersionTold("2020", "2020", is_available=True, articles=(QUORUM,))

    recorded = record_version(document=document(), told=told, by=None, now=NOW)

    assert [(entry.act, entry.digest) for entry in Entry.objects.about(recorded)] == [
        (Act.DOCUMENT_RECORDED, told.digest)
    ]
