"""Deadlines: what falls due, and which task answers."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class DeadlineQuerySet(models.QuerySet):
    """Deadlines; nothing here reads a clock."""

    def open(self) -> "DeadlineQuerySet":
        """Neither rung nor cancelled."""
        return self.filter(rung_at=None, cancelled_at=None)

    def due(self, now: datetime) -> "DeadlineQuerySet":
        """Open, and their moment has come."""
        return self.open().filter(due_at__lte=now)

    def about(self, subject: models.Model) -> "DeadlineQuerySet":
        """The deadlines of one row."""
        return self.filter(subject_type=subject._meta.label_lower, subject_id=str(subject.pk))


class Deadline(models.Model):
    """At `due_at` (UTC) the task named `task` is called with this row; it marks the row rung itself."""

    task = models.CharField(_("task"), max_length=100)
    key = models.CharField(_("which of its kind"), max_length=100)
    subject_type = models.CharField(max_length=64)
    subject_id = models.CharField(max_length=64)
    due_at = models.DateTimeField(_("due"))
    rung_at = models.DateTimeField(_("rung"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        verbose_name = _("deadline")
        verbose_name_plural = _("deadlines")
        constraints = [
            models.UniqueConstraint(
                fields=["task", "key", "subject_type", "subject_id"],
                condition=Q(cancelled_at=None),
                name="one_open_deadline_of_a_kind",
            ),
            models.CheckConstraint(
                name="deadline_not_rung_and_cancelled", condition=Q(rung_at=None) | Q(cancelled_at=None)
            ),
        ]
        indexes = [models.Index(fields=["due_at"], name="deadline_due")]

    def __str__(self):
        return f"{self.task} {self.key}"
