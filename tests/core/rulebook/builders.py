"""Rules and documents in the words of the field."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from lacralo.core.rulebook.models import Document, DocumentVersion, RuleSet
from lacralo.core.rulebook.parameters import LEFT_OPEN
from lacralo.core.rulebook.services.documents import VersionTold, record_document, record_version
from lacralo.core.rulebook.services.rule_sets import Draft, draft_rule_set, publish_rule_set
from lacralo.core.texts.services import Wording
from tests.builders import NOW, TODAY

APP = "gardening"


class Season(StrEnum):
    """When the garden is dug."""

    SPRING = "spring"
    AUTUMN = "autumn"


@dataclass(frozen=True)
class Plot:
    """A nested value."""

    rows: int
    share: Fraction = Fraction(1, 2)


@dataclass(frozen=True)
class GardenRules:
    """Parameters of a part of the portal that does not exist."""

    season: Season = field(
        default=Season.SPRING,
        metadata={"article": "G 1", "sentence": "When it is dug.", "values": tuple(Season)},
    )
    beds: int = field(default=3, metadata={"article": "G 2", "minimum": 1, "maximum": 9})
    share: Fraction = field(
        default=Fraction(1, 2),
        metadata={"article": LEFT_OPEN, "minimum": Fraction(0), "maximum": Fraction(1)},
    )
    watered: bool = True
    name: str = "south"
    tools: tuple[Season, ...] = ()
    opens_on: date | None = None
    plot: Plot = Plot(2)
    heights: dict[str, int] = field(default_factory=dict)

    def __post_init__(self):
        if self.beds == 1 and self.watered:
            raise ValueError("one bed is never watered")


def version(slug: str = "2020", *, key: str = "gardening_rules", articles=(), **fields) -> DocumentVersion:
    """A version of a document; the document is made when it is new."""
    document = record_document(key=key, title=Wording("en", "Rules of Gardening"), by=None, now=NOW)
    told = VersionTold(slug=slug, label=slug, is_available=True, articles=tuple(articles), **fields)
    return record_version(document=document, told=told, by=None, now=NOW)


def draft(slug: str = "next", *, versions=None, **fields) -> RuleSet:
    """A rule set that is still a draft, on one document unless others are given."""
    versions = (version(),) if versions is None else versions
    told = Draft(slug=slug, name=fields.pop("name", f"Rules {slug}"), versions=tuple(versions), **fields)
    return draft_rule_set(draft=told, by=None, now=NOW)


def published(slug: str = "first", *, since: date = TODAY, **fields) -> RuleSet:
    """A rule set in force since a day, which may be long past."""
    return publish_rule_set(
        rule_set=draft(slug, in_force_from=since, **fields), is_history=True, by=None, now=NOW
    )


def document(key: str = "gardening_rules") -> Document:
    """A document without a version."""
    return record_document(key=key, title=Wording("en", "Rules of Gardening"), by=None, now=NOW)
