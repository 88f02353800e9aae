"""Names as they are kept: one line, with nothing in it that hides or turns its letters.  Pure."""

import unicodedata

#: Control, format (direction marks, signs of no width) and surrogate.
_UNSEEN = ("Cc", "Cf", "Cs")


def one_line(name: str) -> str:
    """The name on one line, without signs that nobody sees: they forge lines of mails and twins of names."""
    spaced = " ".join(name.split())
    seen = "".join(sign for sign in spaced if unicodedata.category(sign) not in _UNSEEN)
    return unicodedata.normalize("NFC", " ".join(seen.split()))
