"""Operating Principles, Rules of Procedure, metrics: separate documents, each with its versions."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.rulebook.enums import ContentKind
from lacralo.core.rulebook.phrases import CONTENT_KIND_NAMES
from lacralo.core.texts.enums import Language
from lacralo.core.texts.models import Text
from lacralo.core.texts.phrases import LANGUAGE_NAMES

PARTIAL_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


class Document(models.Model):
    """One of LACRALO's organising documents, whatever its version."""

    key = models.SlugField(_("key"), unique=True)
    title = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+", verbose_name=_("title"))

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def __str__(self):
        return self.key


class DocumentVersion(models.Model):
    """One version of a document, as adopted on a day; its days in force are UTC days, the last included."""

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="versions", verbose_name=_("document")
    )
    slug = models.SlugField(_("label in addresses"))
    label = models.CharField(_("label"), max_length=60)
    adopted_on = models.CharField(
        _("adopted on"),
        max_length=10,
        blank=True,
        help_text=_("As exact as the source: a year, a month (2014-06) or a day (2014-06-24)."),
    )
    in_force_from = models.DateField(_("in force from"), null=True, blank=True)
    in_force_until = models.DateField(_("last day in force"), null=True, blank=True)
    source_url = models.URLField(_("source"), max_length=500, blank=True)
    authoritative_language = models.CharField(
        _("authoritative language"), max_length=5, blank=True, choices=list(LANGUAGE_NAMES.items())
    )
    is_available = models.BooleanField(
        _("text is known"),
        default=False,
        help_text=_("Whether the portal could read this version, in whole or in part."),
    )
    note = models.ForeignKey(
        Text,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("note"),
    )

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("version of a document")
        verbose_name_plural = _("versions of documents")
        constraints = [
            models.UniqueConstraint(fields=["document", "slug"], name="one_version_per_label"),
            models.CheckConstraint(
                name="version_adopted_on_is_a_partial_date",
                condition=Q(adopted_on="") | Q(adopted_on__regex=PARTIAL_DATE),
            ),
            models.CheckConstraint(
                name="version_ends_after_it_starts",
                condition=Q(in_force_until=None) | Q(in_force_until__gte=F("in_force_from")),
            ),
            models.CheckConstraint(
                name="version_authoritative_language_is_offered",
                condition=Q(authoritative_language="")
                | Q(authoritative_language__in=[language.value for language in Language]),
            ),
        ]

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        """The public page of this version; needs `document` to be loaded."""
        return reverse("home:document_version", args=[self.document.key, self.slug])


class Article(models.Model):
    """One article of a version: its words, a cited summary, or, where unknown, nothing at all."""

    version = models.ForeignKey(
        DocumentVersion, on_delete=models.PROTECT, related_name="articles", verbose_name=_("version")
    )
    number = models.CharField(_("number"), max_length=20)
    order = models.PositiveIntegerField(_("order"))
    heading = models.ForeignKey(
        Text,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("heading"),
    )
    kind = models.CharField(_("what is held"), max_length=15, choices=list(CONTENT_KIND_NAMES.items()))
    text = models.ForeignKey(
        Text,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("text"),
    )
    source = models.CharField(_("source"), max_length=500, blank=True)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        constraints = [
            models.UniqueConstraint(fields=["version", "number"], name="one_article_per_number"),
            models.CheckConstraint(
                name="article_without_text_iff_not_available",
                condition=Q(kind=ContentKind.NOT_AVAILABLE, text=None)
                | Q(kind__in=[ContentKind.TEXT, ContentKind.SUMMARY], text__isnull=False),
            ),
        ]

    def __str__(self):
        return self.number
