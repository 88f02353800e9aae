"""What a text says to a reader."""

import pytest

from lacralo.core.texts.enums import TranslationStatus
from lacralo.core.texts.models import Text
from lacralo.core.texts.selectors import Reading, Unwritten, reading, readings
from lacralo.core.texts.services import translate_revision, write_revision, write_text
from tests.builders import NOW

pytestmark = pytest.mark.django_db


def spanish(body="Quórum", english="") -> Text:
    """A text in Spanish, translated into English when words are given."""
    text = write_text(language="es", body=body, by=None, now=NOW)
    if english:
        translate_revision(
            revision=text.revisions.get(), language="en", body=english, status="reviewed", by=None, now=NOW
        )
    return text


def test_the_original_is_read_in_its_own_language():
    assert reading(spanish(), "es") == Reading("Quórum", "es", True, False, 1, "es")


def test_a_translation_is_read_in_its_language():
    said = reading(spanish(english="Quorum"), "en")

    assert (said.body, said.language, said.is_original, said.is_out_of_date, said.status) == (
        "Quorum",
        "en",
        False,
        False,
        TranslationStatus.REVIEWED,
    )


def test_without_a_translation_the_original_is_read_and_says_its_language():
    said = reading(spanish(english="Quorum"), "fr")

    assert (said.body, said.language, said.is_original) == ("Quórum", "es", True)


def test_a_translation_is_out_of_date_exactly_when_its_source_is_not_the_latest_revision():
    text = spanish(english="Quorum")
    write_revision(text=text, body="Quórum: la mitad", by=None, now=NOW)

    said = reading(text, "en")

    assert (said.body, said.is_out_of_date, said.revision_number) == ("Quorum", True, 1)
    assert reading(text, "es").body == "Quórum: la mitad"


def test_a_translation_of_the_latest_revision_is_read_rather_than_one_of_the_first():
    text = spanish(english="Quorum")
    second = write_revision(text=text, body="Quórum: la mitad", by=None, now=NOW)
    translate_revision(revision=second, language="en", body="Quorum: half", status="draft", by=None, now=NOW)

    said = reading(text, "en")

    assert (said.body, said.is_out_of_date, said.revision_number) == ("Quorum: half", False, 2)


def test_a_translation_that_lost_a_paragraph_is_flagged():
    said = reading(spanish("1. Uno\n\n2. Dos", english="1. One"), "en")

    assert bool(said.divergences) is False


def test_a_text_that_was_never_written_is_a_loud_error():
    with pytest.raises(Unwritten):
        reading(Text.objects.create(original_language="es"), "es")


@pytest.mark.parametrize("how_many", [1, 30])
def test_many_texts_are_read_in_two_queries(django_assert_num_queries, how_many):
    texts = [spanish(f"Texto {number}", english=f"Text {number}") for number in range(how_many)]

    with django_assert_num_queries(2):
        said = readings([*texts, None], "en")

    assert [said[text.pk].body for text in texts] == [f"Text {number}" for number in range(how_many)]
