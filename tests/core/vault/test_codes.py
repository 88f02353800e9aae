"""A code of twelve words: made once, typed in any way a person types, and told apart from a slip."""

import unicodedata
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lacralo.core.vault.codes import WORDS, Misread, Slip, code_language, key_of, new_code, secret_of
from lacralo.core.vault.seals import public_half

LANGUAGES = ("es", "pt-br", "en", "fr")
#: The words of sixteen bytes of zeros, with the checksum in the last one, as BIP 39 publishes them.
ZEROS = ["abandon"] * 11 + ["about"]


def slip_of(typed: str, language: str = "en") -> tuple[Slip, int]:
    """What is wrong with what was typed."""
    with pytest.raises(Misread) as misread:
        secret_of(typed, language)
    return misread.value.slip, misread.value.place


def without_accents(word: str) -> str:
    """The word as somebody types it on a keyboard without accents."""
    letters = unicodedata.normalize("NFD", word)
    return "".join(each for each in letters if not unicodedata.combining(each))


def test_the_published_words_of_sixteen_zeros_are_read():
    assert secret_of(" ".join(ZEROS), "en") == bytes(16)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_code_is_twelve_words_that_stand_for_sixteen_bytes(language):
    words = new_code(language)

    assert (len(words), len(secret_of(" ".join(words), language))) == (WORDS, 16)


def test_no_two_codes_are_alike():
    assert len({new_code("en") for _ in range(100)}) == 100


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "typed_as",
    [
        " ".join,
        lambda words: " ".join(words).upper(),
        lambda words: ", ".join(words),
        lambda words: "\r\n".join(words),
        lambda words: "\t" + "  \n ".join(words) + " \n",
        lambda words: " ".join(f"{number}. {word}" for number, word in enumerate(words, 1)),
        lambda words: " ".join(without_accents(word) for word in words),
        lambda words: unicodedata.normalize("NFD", " ".join(words)),
        lambda words: " ".join(word.title() for word in words) + ".",
    ],
    ids=["plain", "capitals", "commas", "lines", "spaces", "numbered", "no accents", "decomposed", "titles"],
)
def test_a_code_is_read_however_it_is_typed(language, typed_as):
    for _ in range(20):
        words = new_code(language)

        assert secret_of(typed_as(words), language) == secret_of(" ".join(words), language)


@pytest.mark.parametrize("number", [0, 1, 11, 13, 24])
def test_another_number_of_words_is_named(number):
    assert slip_of(" ".join(["abandon"] * number)) == (Slip.NUMBER, 0)


@pytest.mark.parametrize("place", range(1, WORDS + 1))
def test_a_word_of_no_list_is_named_by_its_place(place):
    words = list(ZEROS)
    words[place - 1] = "lacralo"

    assert slip_of(" ".join(words)) == (Slip.WORD, place)


def test_the_first_of_several_unknown_words_is_named():
    words = ["abandon", "quark", *["abandon"] * 8, "quark", "about"]

    assert slip_of(" ".join(words)) == (Slip.WORD, 2)


def test_words_of_another_language_are_unknown():
    assert slip_of(" ".join(ZEROS), "es") == (Slip.WORD, 1)


def test_a_word_of_the_list_in_the_wrong_place_breaks_the_checksum():
    assert slip_of(" ".join(["about", *["abandon"] * 11])) == (Slip.CHECKSUM, 0)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_whatever_is_typed_is_read_or_answered_with_its_slip(typed, language):
    with suppress(Misread):
        assert len(secret_of(typed, language)) == 16


@pytest.mark.parametrize(
    ("reader", "words"), [("es", "es"), ("pt-br", "pt-br"), ("fr", "fr"), ("en", "en"), ("de", "en")]
)
def test_a_reader_of_another_language_gets_english_words(reader, words):
    assert code_language(reader) == words


def test_a_code_makes_another_key_for_every_context():
    secret = bytes(range(16))

    keys = {public_half(key_of(secret, context)) for context in ("vote a 1", "vote a 2", "vote b 1")}

    assert len(keys) == 3


def test_the_same_code_and_context_make_the_same_key():
    keys = [public_half(key_of(bytes(16), "vote")) for _ in range(2)]

    assert keys[0] == keys[1]
