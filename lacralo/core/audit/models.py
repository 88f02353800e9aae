"""The entries of the chain."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryQuerySet(models.QuerySet):
    """Entries, oldest first where the order matters."""

    def about(self, subject: models.Model) -> "EntryQuerySet":
        """The entries whose subject is this row."""
        return self.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))

    def in_order(self) -> "EntryQuerySet":
        """Oldest first, as the links run."""
        return self.order_by("sequence")


class Entry(models.Model):
    """One act.  References and hashes only: no choice, no confidential text, no address, no name.

    The database refuses updates and deletions (`lacralo.core.audit.guards`).
    """

    sequence = models.PositiveBigIntegerField(_("number"), primary_key=True)
    at = models.DateTimeField(_("moment"))
    act = models.CharField(_("act"), max_length=64)
    actor_role = models.CharField(_("role of the actor"), max_length=32)
    actor_id = models.CharField(_("actor"), max_length=32, blank=True)
    subject_type = models.CharField(_("kind of object"), max_length=64)
    subject_id = models.CharField(_("object"), max_length=64)
    digest = models.CharField(_("hash of the version"), max_length=64, blank=True)
    rule_set = models.CharField(_("rule set"), max_length=64, blank=True)
    previous = models.CharField(_("previous hash"), max_length=64)
    hash = models.CharField(_("own hash"), max_length=64, unique=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("chain entry")
        verbose_name_plural = _("chain entries")
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="entry_subject")]

    def __str__(self):
        return f"{self.sequence} {self.act}"
