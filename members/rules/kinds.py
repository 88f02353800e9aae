"""How a parameter of members is declared.  Pure."""

from dataclasses import field
from typing import Any

#: The "article" of what the dialogue of Los Angeles left open in 2017.
OPEN = "LA 2017"


def declared(
    default: object, article: str, sentence: str, *, minimum: object = None, maximum: object = None
) -> Any:
    """A parameter with its article and a plain sentence of what it does; bounds where it has them.

    The kind is that of the annotation: a word of an enum, a whole number, a share, yes or no.
    """
    bounds = {"minimum": minimum, "maximum": maximum}
    metadata = {"article": article, "sentence": sentence} | bounds
    return field(default=default, metadata=metadata)
