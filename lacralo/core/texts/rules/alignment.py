"""Whether two language versions of a text run in step.  Pure."""

import re

from lacralo.core.texts.enums import Divergence
from lacralo.core.verdicts import Line, Verdict

#: "1.", "1)", "12.9", "a)", "(b)", "iv)", "Art. 7", "§ 3" at the start of a paragraph, after a list mark.
#: A letter before a colon is a name ("A: Belize"), not a number.
_NUMBER = re.compile(
    r"""^[-*+>⇒•\s]*
        (?:(?:art|artículo|artigo|article|rule|regla|regra|règle|s)\b\.?\s*|§\s*)?
        \(?(?P<number>\d+(?:\.\d+)*|[a-z]|[ivx]+)(?P<mark>\\?[.)º°]|\s*[—–-])?
        (?=[\s*]|$)""",
    re.IGNORECASE | re.VERBOSE,
)


def paragraphs(body: str) -> tuple[str, ...]:
    """The paragraphs of a text: blocks parted by an empty line, and items of a list one by one."""
    blocks = []
    for block in re.split(r"\n\s*\n", body.strip()):
        blocks += re.split(r"\n(?=\s*(?:[-*+•⇒]|\d+[.)])\s)", block)
    return tuple(block.strip() for block in blocks if block.strip())


def numbering(paragraph: str) -> str:
    """The number or letter a paragraph starts with, in lower case; empty when it has none.

    A lone word such as "A" or "Y" at the start of a sentence is no number: without a digit, a mark is needed.
    """
    found = _NUMBER.match(paragraph)
    if not found or (not found["mark"] and not found["number"][0].isdigit()):
        return ""
    return found["number"].lower()


def aligned(original: str, translation: str) -> Verdict:
    """Whether both have as many paragraphs, each with the same number.

    One line on the count, and, where the counts agree, one for each paragraph whose number differs.
    """
    ours, theirs = paragraphs(original), paragraphs(translation)
    count = Line(
        Divergence.PARAGRAPHS,
        passed=len(ours) == len(theirs),
        facts={"original": len(ours), "translation": len(theirs)},
    )
    if not count.passed:
        return Verdict((count,))
    pairs = enumerate(zip(map(numbering, ours), map(numbering, theirs), strict=True), start=1)
    return Verdict((count, *(_numbering_differs(*pair) for pair in pairs if pair[1][0] != pair[1][1])))


def _numbering_differs(place: int, numbers: tuple[str, str]) -> Line:
    original, translation = numbers
    return Line(
        Divergence.NUMBERING,
        passed=False,
        facts={"paragraph": place, "original": original or "—", "translation": translation or "—"},
    )
