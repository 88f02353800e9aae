"""Codes become sentences of the reader's language."""

from enum import StrEnum

import pytest
from django.utils.translation import gettext_lazy as _

from lacralo.core.verdicts import Line, Verdict
from lacralo.core.verdicts.phrases import NoPhrase, Phrase, register_phrases, remedy, sentence, sentences


class Bar(StrEnum):
    LATE = "test_phrases.late"
    PLAIN = "test_phrases.plain"
    MUTE = "test_phrases.mute"


@pytest.fixture(autouse=True)
def _phrases():
    register_phrases(
        {
            Bar.LATE: Phrase(
                passed=_("It came in time."),
                failed=_("It came %(days)s days late, from %(country)s."),
                remedy=_("Ask for %(days)s more days."),
                words={"country": {"PE": "Peru"}.get},
            ),
            Bar.PLAIN: Phrase(passed="100 % in time.", failed="Not 100 %."),
        }
    )


LATE = Line(Bar.LATE, passed=False, facts={"days": 3, "country": "PE"})


def test_a_barred_line_is_told_with_its_facts_in_words():
    assert sentence(LATE) == "It came 3 days late, from Peru."


def test_a_passed_line_is_told_as_passed_and_has_no_remedy():
    line = Line(Bar.LATE, passed=True, facts=LATE.facts)

    assert (sentence(line), remedy(line)) == ("It came in time.", "")


def test_a_barred_line_says_what_would_change_it():
    assert remedy(LATE) == "Ask for 3 more days."


def test_without_facts_a_percent_sign_is_a_percent_sign():
    assert sentence(Line(Bar.PLAIN, passed=True)) == "100 % in time."


def test_the_bars_of_a_verdict_make_one_paragraph():
    verdict = Verdict((Line(Bar.PLAIN, passed=True), Line(Bar.PLAIN, passed=False), LATE))

    assert sentences(verdict) == "Not 100 %. It came 3 days late, from Peru."


def test_a_code_without_a_sentence_is_a_defect():
    with pytest.raises(NoPhrase, match=r"Bar\.MUTE"):
        sentence(Line(Bar.MUTE, passed=False))
