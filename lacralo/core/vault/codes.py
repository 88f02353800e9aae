"""A code of 128 bits as twelve words: shown once, kept on paper, typed back; only a public key stays.

The words are those of BIP 39: 2048 in each language, told apart by their first four letters, and the
twelfth carries a checksum, so that a slip of the pen is found before it costs anything.
"""

import secrets
import unicodedata
from enum import StrEnum
from functools import cache

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from mnemonic import Mnemonic

WORDS = 12
_BYTES = 16
#: The lists of the portal's languages; whoever reads another one gets English words.
_LISTS = {"es": "spanish", "pt-br": "portuguese", "fr": "french", "en": "english"}
_SALT = b"lacralo scrutineer code 1"


class Slip(StrEnum):
    """What is wrong with words that were typed."""

    NUMBER = "number"
    WORD = "word"
    CHECKSUM = "checksum"


class Misread(ValueError):
    """The words are no code; `slip` says why, `place` is the first word that is in no list (from 1)."""

    def __init__(self, slip: Slip, place: int = 0):
        self.slip, self.place = slip, place
        super().__init__(str(slip))


def new_code(language: str) -> tuple[str, ...]:
    """Twelve words of that language for a new random code of 128 bits; kept nowhere."""
    words = _list(language).to_mnemonic(secrets.token_bytes(_BYTES))
    return tuple(unicodedata.normalize("NFC", word) for word in words.split())


def secret_of(typed: str, language: str) -> bytes:
    """The 16 bytes of a code as it was typed: case, accents, commas and line breaks do not matter.

    `language` is that of the words when the code was made.  Raises Misread.
    """
    mnemonic, places = _list(language), _places(language)
    words = "".join(each if each.isalpha() else " " for each in _plain(typed)).split()
    if len(words) != WORDS:
        raise Misread(Slip.NUMBER)
    for place, word in enumerate(words, 1):
        if word not in places:
            raise Misread(Slip.WORD, place)
    try:
        return bytes(mnemonic.to_entropy([mnemonic.wordlist[places[word]] for word in words]))
    except ValueError:
        raise Misread(Slip.CHECKSUM) from None


def key_of(secret: bytes, context: str) -> X25519PrivateKey:
    """The private key of a code (HKDF-SHA256, RFC 5869): another one for every `context`."""
    derived = HKDF(algorithm=hashes.SHA256(), length=32, salt=_SALT, info=context.encode())
    return X25519PrivateKey.from_private_bytes(derived.derive(secret))


def code_language(language: str) -> str:
    """The language whose words a reader of `language` gets."""
    return language if language in _LISTS else "en"


@cache
def _list(language: str) -> Mnemonic:
    return Mnemonic(_LISTS[code_language(language)])


@cache
def _places(language: str) -> dict[str, int]:
    return {_plain(word): place for place, word in enumerate(_list(language).wordlist)}


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))
