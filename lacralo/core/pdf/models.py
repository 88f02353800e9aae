"""Documents that the portal has issued, kept whole, so that a code on paper can be confirmed years later."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _


class IssuedDocumentQuerySet(models.QuerySet):
    """Documents given out."""

    def about(self, subject: models.Model) -> "IssuedDocumentQuerySet":
        """The documents of one row."""
        return self.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))

    def without_content(self) -> "IssuedDocumentQuerySet":
        """For lists and pages: the file itself stays in the database."""
        return self.defer("content")


class IssuedDocument(models.Model):
    """One PDF as it was given out.  Append-only.

    `edition` tells apart the documents of something that changes; what never changes has none.
    """

    code = models.CharField(_("verification code"), max_length=24, unique=True)
    kind = models.CharField(_("kind"), max_length=64)
    title = models.CharField(_("title"), max_length=250)
    language = models.CharField(_("language"), max_length=5)
    subject_type = models.CharField(max_length=64)
    subject_id = models.CharField(max_length=64)
    edition = models.CharField(_("edition"), max_length=64, blank=True)
    content = models.BinaryField()
    digest = models.CharField(_("SHA-256"), max_length=64)
    chain_sequence = models.PositiveBigIntegerField(_("chain entry"))
    chain_hash = models.CharField(_("chain head when it was made"), max_length=64)
    issued_at = models.DateTimeField(_("issued"))

    objects = IssuedDocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("issued document")
        verbose_name_plural = _("issued documents")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_type", "subject_id", "language", "edition"], name="issued_once"
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.code})"

    def get_absolute_url(self):
        """The page that confirms it."""
        return reverse("home:verified", args=[self.code])
