"""What the organising documents say, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q

from lacralo.core.rulebook.citations import anchor
from lacralo.core.rulebook.enums import ContentKind
from lacralo.core.rulebook.models import Article, Document, DocumentVersion, RuleSet
from lacralo.core.texts.selectors import Reading, readings


@dataclass(frozen=True)
class DocumentOnShelf:
    """A document with its versions, oldest first."""

    key: str
    title: Reading
    versions: tuple[DocumentVersion, ...]


@dataclass(frozen=True)
class ArticleRead:
    """An article as one reader sees it; without `text` it is not available."""

    number: str
    kind: ContentKind
    heading: Reading | None
    text: Reading | None
    source: str

    @property
    def anchor(self) -> str:
        """Where it stands on the page of its version."""
        return anchor(self.number)

    @property
    def is_summary(self) -> bool:
        """Whether it is told in other words than its own."""
        return self.kind == ContentKind.SUMMARY

    @property
    def is_available(self) -> bool:
        """Whether anything is known of what it says."""
        return self.text is not None


@dataclass(frozen=True)
class VersionRead:
    """A version as one reader sees it, with the rule sets that it is part of."""

    version: DocumentVersion
    title: Reading
    note: Reading | None
    articles: tuple[ArticleRead, ...]
    rule_sets: tuple[RuleSet, ...]

    @property
    def name(self) -> str:
        """The document and its version."""
        return f"{self.title} {self.version.label}"

    @property
    def has_divergences(self) -> bool:
        """Whether some article's translation does not run in step with its original."""
        return any(article.text and not article.text.divergences for article in self.articles)


def shelf(language: str) -> tuple[DocumentOnShelf, ...]:
    """Every document with its versions, in four queries however many there are."""
    documents = tuple(Document.objects.select_related("title").order_by("pk"))
    titles = readings((document.title for document in documents), language)
    versions = DocumentVersion.objects.annotate(
        article_count=Count("articles"),
        known_count=Count("articles", filter=Q(articles__text__isnull=False)),
    ).order_by(F("in_force_from").asc(nulls_last=True), "adopted_on", "pk")
    by_document: dict[int, list[DocumentVersion]] = {}
    for version in versions:
        version.document = next(each for each in documents if each.pk == version.document_id)
        by_document.setdefault(version.document_id, []).append(version)
    return tuple(
        DocumentOnShelf(each.key, titles[each.title_id], tuple(by_document.get(each.pk, ())))
        for each in documents
    )


def version_read(version: DocumentVersion, language: str) -> VersionRead:
    """A version with its articles in `language`; needs `document` with its title, and `note`."""
    articles = tuple(version.articles.select_related("heading", "text").order_by("order"))
    said = readings(_texts(version, articles), language)
    return VersionRead(
        version=version,
        title=said[version.document.title_id],
        note=said.get(version.note_id),
        articles=tuple(
            ArticleRead(
                number=article.number,
                kind=ContentKind(article.kind),
                heading=said.get(article.heading_id),
                text=said.get(article.text_id),
                source=article.source,
            )
            for article in articles
        ),
        rule_sets=tuple(RuleSet.objects.filter(versions=version).in_order()),
    )


def _texts(version: DocumentVersion, articles: Iterable[Article]):
    yield version.document.title
    yield version.note
    for article in articles:
        yield article.heading
        yield article.text
