"""Which translation may take whose place."""

from itertools import product

import pytest

from lacralo.core.texts.enums import Bar, Language, TranslationStatus
from lacralo.core.texts.rules.translations import may_translate


@pytest.mark.parametrize("status, replaced", list(product(TranslationStatus, (None, *TranslationStatus))))
def test_what_was_reviewed_gives_way_only_to_what_is_reviewed(status, replaced):
    verdict = may_translate(original=Language.SPANISH, into=Language.FRENCH, status=status, replaced=replaced)

    loses_a_review = replaced == TranslationStatus.REVIEWED and status != TranslationStatus.REVIEWED
    assert [line.code for line in verdict.bars] == ([Bar.REVIEWED_BEFORE] if loses_a_review else [])


@pytest.mark.parametrize("into", Language)
def test_a_text_is_not_translated_into_its_own_language(into):
    verdict = may_translate(
        original=Language.ENGLISH, into=into, status=TranslationStatus.DRAFT, replaced=None
    )

    assert [line.code for line in verdict.bars] == ([Bar.SAME_LANGUAGE] if into == "en" else [])
