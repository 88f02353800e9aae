"""A text, its numbered revisions, and the translations bound to the revision they translate."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.texts.enums import Language, TranslationStatus
from lacralo.core.texts.phrases import LANGUAGE_NAMES, TRANSLATION_STATUS_NAMES


class Text(models.Model):
    """Something written once in an original language; what it says is in its revisions."""

    original_language = models.CharField(
        _("original language"), max_length=5, choices=list(LANGUAGE_NAMES.items())
    )

    class Meta:
        verbose_name = _("text")
        verbose_name_plural = _("texts")
        constraints = [
            models.CheckConstraint(
                name="text_original_language_is_offered",
                condition=Q(original_language__in=[language.value for language in Language]),
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"


class Revision(models.Model):
    """One wording of a text in its original language; never changed, only followed by the next."""

    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="revisions", verbose_name=_("text"))
    number = models.PositiveIntegerField(_("number"))
    body = models.TextField(_("wording"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("written by"),
    )
    written_at = models.DateTimeField(_("written at"))

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        constraints = [
            models.UniqueConstraint(fields=["text", "number"], name="one_revision_per_number"),
            models.CheckConstraint(name="revisions_count_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(name="revision_says_something", condition=~Q(body="")),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.number}"


class Translation(models.Model):
    """What one revision says in another language; history keeps its earlier wordings."""

    revision = models.ForeignKey(
        Revision, on_delete=models.PROTECT, related_name="translations", verbose_name=_("revision")
    )
    language = models.CharField(_("language"), max_length=5, choices=list(LANGUAGE_NAMES.items()))
    body = models.TextField(_("wording"))
    status = models.CharField(_("status"), max_length=10, choices=list(TRANSLATION_STATUS_NAMES.items()))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("translated by"),
    )
    at = models.DateTimeField(_("translated at"))

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "language"], name="one_translation_per_revision_and_language"
            ),
            models.CheckConstraint(
                name="translation_language_is_offered",
                condition=Q(language__in=[language.value for language in Language]),
            ),
            models.CheckConstraint(
                name="translation_status_is_known",
                condition=Q(status__in=[status.value for status in TranslationStatus]),
            ),
            models.CheckConstraint(name="translation_says_something", condition=~Q(body="")),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.language}"
