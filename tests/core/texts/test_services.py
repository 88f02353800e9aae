"""Texts are written, revised and translated."""

import pytest
from django.db import DatabaseError, transaction

from lacralo.core.audit import Act
from lacralo.core.audit.links import digest_of
from lacralo.core.audit.models import Entry
from lacralo.core.texts.enums import Bar, TranslationStatus
from lacralo.core.texts.models import Revision, Text
from lacralo.core.texts.services import (
    CannotTranslate,
    Wording,
    keep_wording,
    translate_revision,
    write_revision,
    write_text,
)
from tests.builders import NOW, person

pytestmark = pytest.mark.django_db


def written(body="Quórum", *, language="es", by=None) -> Revision:
    return write_text(language=language, body=body, by=by, now=NOW).revisions.get()


def translated(revision, body="Quorum", *, status=TranslationStatus.DRAFT, by=None):
    return translate_revision(revision=revision, language="en", body=body, status=status, by=by, now=NOW)


def test_a_new_text_starts_with_its_first_revision():
    author = person()

    revision = written("Quórum: la mitad", by=author)

    assert (revision.number, revision.body, revision.written_by, revision.written_at) == (
        1,
        "Quórum: la mitad",
        author,
        NOW,
    )


def test_the_next_revision_has_the_next_number():
    first = written()

    second = write_revision(text=first.text, body="Quórum: la mitad", by=None, now=NOW)

    assert [each.number for each in (first, second)] == [1, 2]


def test_a_language_that_the_portal_does_not_offer_is_refused():
    with pytest.raises(ValueError, match="de"):
        write_text(language="de", body="Beschlussfähigkeit", by=None, now=NOW)


def test_a_revision_never_changes():
    revision = written()

    with pytest.raises(DatabaseError), transaction.atomic():
        Revision.objects.filter(pk=revision.pk).update(body="otra cosa")

    assert Revision.objects.get(pk=revision.pk).body == "Quórum"


def test_a_translation_is_bound_to_its_revision_and_says_how_far_it_can_be_trusted():
    revision, translator = written(), person()

    translation = translated(revision, status=TranslationStatus.REVIEWED, by=translator)

    assert (translation.revision, translation.language, translation.status, translation.by) == (
        revision,
        "en",
        TranslationStatus.REVIEWED,
        translator,
    )


def test_translating_again_replaces_the_body_and_history_keeps_the_first():
    revision = written()
    translated(revision, "Quorum?")

    translation = translated(revision, "Quorum")

    assert revision.translations.count() == 1
    assert [each.body for each in translation.history.order_by("history_id")] == ["Quorum?", "Quorum"]


def test_a_machine_does_not_replace_what_a_person_reviewed():
    revision = written()
    translated(revision, "Quorum", status=TranslationStatus.REVIEWED)

    with pytest.raises(CannotTranslate) as refusal:
        translated(revision, "Quorate", status=TranslationStatus.MACHINE)

    assert [line.code for line in refusal.value.verdict.bars] == [Bar.REVIEWED_BEFORE]
    assert revision.translations.get().body == "Quorum"


def test_writing_and_translating_are_in_the_chain_without_their_words():
    revision = written("Quórum")
    translated(revision, "Quorum")

    assert [(entry.act, entry.digest) for entry in Entry.objects.in_order()] == [
        (Act.REVISION_WRITTEN, digest_of("Quórum")),
        (Act.REVISION_TRANSLATED, digest_of("Quorum")),
    ]


def test_a_delivered_wording_comes_with_translations_nobody_reviewed():
    text = keep_wording(None, Wording("es", "Quórum", {"en": "Quorum"}), by=None, now=NOW)

    translation = text.revisions.get().translations.get()
    assert (translation.body, translation.status) == ("Quorum", TranslationStatus.DRAFT)


def test_a_changed_delivery_is_the_next_revision():
    text = keep_wording(None, Wording("es", "Quórum"), by=None, now=NOW)

    keep_wording(text, Wording("es", "Quórum: la mitad"), by=None, now=NOW)

    assert [each.body for each in text.revisions.order_by("number")] == ["Quórum", "Quórum: la mitad"]


def test_a_delivery_told_twice_changes_nothing():
    wording = Wording("es", "Quórum", {"en": "Quorum"})
    text = keep_wording(None, wording, by=None, now=NOW)

    keep_wording(text, wording, by=None, now=NOW)

    assert (Text.objects.count(), Revision.objects.count()) == (1, 1)
    assert text.revisions.get().translations.get().history.count() == 1


def test_what_a_person_wrote_stays_when_a_delivery_differs():
    text = keep_wording(None, Wording("es", "Quórum"), by=None, now=NOW)
    write_revision(text=text, body="Quórum, corregido", by=person(), now=NOW)

    keep_wording(text, Wording("es", "Quórum: la mitad", {"en": "Quorum: half"}), by=None, now=NOW)

    latest = text.revisions.order_by("-number").first()
    assert (latest.number, latest.body, latest.translations.count()) == (2, "Quórum, corregido", 0)


def test_a_translation_that_a_person_made_stays_when_a_delivery_differs():
    text = keep_wording(None, Wording("es", "Quórum"), by=None, now=NOW)
    translated(text.revisions.get(), "Quorum, by hand", by=person())

    keep_wording(text, Wording("es", "Quórum", {"en": "Quorum"}), by=None, now=NOW)

    assert text.revisions.get().translations.get().body == "Quorum, by hand"
