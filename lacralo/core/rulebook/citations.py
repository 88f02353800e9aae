"""How articles are cited, and where a citation leads.  Pure.

"RoP s.15" and "OP 7.2.a" cite the version that is part of the rule set; "RoP 2007 12.9" names its version.
"""

import re
from dataclasses import dataclass

#: How a citation starts, and the key of the document that it means.
DOCUMENTS = {
    "OP": "operating_principles",
    "RoP": "rules_of_procedure",
    "Los Angeles": "los_angeles",
    "Rotation": "rotation",
}

_CITATION = re.compile(
    r"""(?P<document>OP|RoP|Los\ Angeles|Rotation)
        (?:\ (?P<version>\d{4}(?:–\d{4})?))?
        (?:\ (?:art\.\s?|s\.\s?)?(?P<number>\(?\d[\w.–]*\)?))?$""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Citation:
    """The document, the version when it is named (else empty), and the number of the article, if any."""

    document: str
    version: str
    number: str


def cited(article: str) -> Citation | None:
    """What a citation means; None for a source that is no document of the rulebook."""
    first, *_others = article.split("; ")
    found = _CITATION.match(first)
    if found is None:
        return None
    version = (found["version"] or "").replace("–", "-")
    return Citation(DOCUMENTS[found["document"]], version, found["number"] or "")


def anchor(number: str) -> str:
    """Where an article stands on the page of its version: "a-15"; "a-p3" for the portal's own "(3)"."""
    plain = number.replace("(", "p").replace(")", "").replace("–", "-")
    return f"a-{plain}"
