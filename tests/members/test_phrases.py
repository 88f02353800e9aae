"""Every code of the register and of statements has its words."""

import pytest

from conflicts import enums as conflicts_enums
from conflicts.phrases import INCOMPATIBILITY_NAMES
from lacralo.core.verdicts.phrases import phrase_of
from members import enums, phrases

CODES = [
    *enums.Act,
    *enums.Bar,
    *enums.FileFault,
    *enums.FileNote,
    *conflicts_enums.Act,
    *conflicts_enums.Bar,
]


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_sentences(code):
    phrase = phrase_of(code)

    assert all(str(words).strip() for words in (phrase.passed, phrase.failed))


@pytest.mark.parametrize("bar", [*enums.Bar, *conflicts_enums.Bar])
def test_every_refusal_says_what_would_change_it(bar):
    assert str(phrase_of(bar).remedy) != ""


@pytest.mark.parametrize(
    "words, names",
    [
        (enums.MemberKind, phrases.KIND_NAMES),
        (enums.MemberStatus, phrases.STATUS_NAMES),
        (enums.Role, phrases.ROLE_NAMES),
        (enums.Subregion, phrases.SUBREGION_NAMES),
        (enums.EndReason, phrases.END_REASON_NAMES),
        (enums.RowState, phrases.ROW_STATE_NAMES),
        (conflicts_enums.Incompatibility, INCOMPATIBILITY_NAMES),
    ],
)
def test_every_word_of_a_list_has_a_name(words, names):
    assert set(words) == set(names)
