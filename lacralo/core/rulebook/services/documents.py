"""Record a version of a document: what is known of it, in the languages there are."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from lacralo.core.audit import Act, act, record
from lacralo.core.audit.links import digest_of
from lacralo.core.audit.models import Entry
from lacralo.core.people.models import Person
from lacralo.core.rulebook.enums import ContentKind
from lacralo.core.rulebook.models import Article, Document, DocumentVersion
from lacralo.core.texts.services import Wording, keep_wording


@dataclass(frozen=True)
class ArticleTold:
    """One article as a data file tells it; without `text` it is marked as not available."""

    number: str
    kind: ContentKind
    heading: Wording | None = None
    text: Wording | None = None
    source: str = ""


@dataclass(frozen=True)
class VersionTold:
    """One version as a data file tells it."""

    slug: str
    label: str
    adopted_on: str = ""
    in_force_from: date | None = None
    in_force_until: date | None = None
    source_url: str = ""
    authoritative_language: str = ""
    is_available: bool = False
    note: Wording | None = None
    articles: tuple[ArticleTold, ...] = field(default_factory=tuple)

    @property
    def digest(self) -> str:
        """The hash of everything told."""
        return digest_of(_plain(asdict(self)))


def _plain(thing: object) -> object:
    if isinstance(thing, Mapping):
        return {key: _plain(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [_plain(item) for item in thing]
    return thing.isoformat() if isinstance(thing, date) else thing


@act
def record_document(*, key: str, title: Wording, by: Person | None, now: datetime) -> Document:
    """A document becomes known, or its title is brought up to date."""
    document = Document.objects.select_related("title").filter(key=key).first()
    kept = keep_wording(document.title if document else None, title, by=by, now=now)
    return document or Document.objects.create(key=key, title=kept)


@act
def record_version(
    *, document: Document, told: VersionTold, by: Person | None, now: datetime
) -> DocumentVersion:
    """A version and its articles are recorded; told again unchanged, nothing happens.

    What a person wrote in the portal since then stays: only wordings nobody signed are replaced.
    """
    version = DocumentVersion.objects.filter(document=document, slug=told.slug).first()
    if version and _last_digest(version) == told.digest:
        return version

    note = told.note and keep_wording(version.note if version else None, told.note, by=by, now=now)
    version, _ = DocumentVersion.objects.update_or_create(
        document=document,
        slug=told.slug,
        defaults={
            "label": told.label,
            "adopted_on": told.adopted_on,
            "in_force_from": told.in_force_from,
            "in_force_until": told.in_force_until,
            "source_url": told.source_url,
            "authoritative_language": told.authoritative_language,
            "is_available": told.is_available,
            "note": note,
        },
    )
    for order, article in enumerate(told.articles, start=1):
        _keep_article(version, order, article, by=by, now=now)

    record(Act.DOCUMENT_RECORDED, subject=version, by=by, at=now, digest=told.digest)
    return version


def _last_digest(version: DocumentVersion) -> str:
    recorded = Entry.objects.about(version).filter(act=Act.DOCUMENT_RECORDED).order_by("-sequence")
    return recorded.values_list("digest", flat=True).first() or ""


def _keep_article(version: DocumentVersion, order: int, told: ArticleTold, *, by, now) -> Article:
    there = (
        Article.objects.filter(version=version, number=told.number).select_related("heading", "text").first()
    )
    article = there or Article(version=version, number=told.number)
    article.order, article.kind, article.source = order, told.kind, told.source
    if told.heading:
        article.heading = keep_wording(article.heading, told.heading, by=by, now=now)
    if told.text:
        article.text = keep_wording(article.text, told.text, by=by, now=now)
    article.save()
    return article
