"""How a name is searched and how it is written in an address.  Pure."""

import re
import unicodedata


def search_form(name: str) -> str:
    """A name without accents, case or doubled spaces, so that "Asociacion" finds "Asociación"."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(plain.casefold().split())


def slug_form(name: str, longest: int = 100) -> str:
    """A name as a label in an address: plain letters, figures and hyphens; "member" when none is left."""
    plain = re.sub(r"[^a-z0-9]+", "-", search_form(name)).strip("-")
    return plain[:longest].strip("-") or "member"
