"""Verification codes that survive paper, telephone and handwriting.  Pure."""

import secrets

#: No 0 and O, no 1, I and L, no U and V that look or sound alike: 78 bits in sixteen characters.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ"
_LENGTH, _GROUP = 16, 4


def new_code() -> str:
    """A code nobody can guess, in groups of four: `K7QM-2XPR-9TDW-H4BN`."""
    return grouped("".join(secrets.choice(ALPHABET) for _ in range(_LENGTH)))


def grouped(letters: str) -> str:
    """Groups of four, joined by hyphens."""
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))


def read_code(typed: str) -> str | None:
    """The code in what somebody typed (small letters, spaces, other hyphens); None when it can be none."""
    letters = "".join(letter for letter in typed.upper() if letter.isalnum())
    if len(letters) != _LENGTH or not set(letters) <= set(ALPHABET):
        return None
    return grouped(letters)
