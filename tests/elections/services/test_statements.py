"""Statements are rewritten by their candidates and translated within the same limit."""

import pytest

from elections.enums import Bar
from elections.enums.doors import Door
from elections.selectors.statements import version_for, versions_of
from elections.services.statements import rewrite_statement, translate_statement
from lacralo.core.texts.enums import TranslationStatus
from lacralo.core.verdicts import Refused
from tests.builders import NOW, person
from tests.elections.builders import candidate, officer, open_call

pytestmark = pytest.mark.django_db


def translate(nomination, body="Voici.", *, language="fr", status=TranslationStatus.DRAFT, by=None):
    return translate_statement(nomination=nomination, language=language, body=body, status=status,
                               by=by or nomination.nominee, now=NOW)  # fmt: skip


def codes(refusal) -> list[str]:
    return [str(line.code) for line in refusal.value.verdict.bars]


def test_a_new_wording_puts_translations_out_of_date():
    standing = candidate(open_call())
    translate(standing, status=TranslationStatus.REVIEWED)
    before = [each.is_out_of_date for each in versions_of(standing.statement)]

    rewrite_statement(nomination=standing, body="Something else.", by=standing.nominee, now=NOW)

    versions = versions_of(standing.statement)
    assert before == [False, False]
    assert [(each.language, each.is_out_of_date) for each in versions] == [("en", False), ("fr", True)]
    assert version_for(versions, "fr").body == "Voici."
    assert version_for(versions, "es").body == "Something else."


def test_only_the_candidate_rewrites_and_not_after_the_freeze():
    election = open_call()
    standing = candidate(election)

    with pytest.raises(Refused) as stranger:
        rewrite_statement(nomination=standing, body="x", by=officer(), now=NOW)
    election.frozen_at = NOW
    election.save()
    with pytest.raises(Refused) as frozen:
        rewrite_statement(nomination=standing, body="x", by=standing.nominee, now=NOW)

    assert codes(stranger) == [Door.NOT_THE_CANDIDATE]
    assert codes(frozen) == [Bar.CANDIDATES_FIXED]


def test_officers_translate_but_only_the_candidate_calls_it_reviewed():
    standing = candidate(open_call())

    translate(standing, by=officer())
    with pytest.raises(Refused) as reviewed:
        translate(standing, by=officer(), status=TranslationStatus.REVIEWED)
    with pytest.raises(Refused) as stranger:
        translate(standing, by=person())

    assert codes(reviewed) == [Door.ONLY_THE_CANDIDATE_REVIEWS]
    assert codes(stranger) == [Door.NOT_A_TRANSLATOR]


@pytest.mark.parametrize("length", [4000, 4001])
def test_the_limit_is_the_same_in_every_language(length):
    standing = candidate(open_call())

    if length <= 4000:
        assert len(translate(standing, "x" * length).body) == length
    else:
        with pytest.raises(Refused) as refusal:
            translate(standing, "x" * length)
        assert codes(refusal) == [Door.STATEMENT_TOO_LONG]
