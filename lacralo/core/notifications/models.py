"""The outbox: one row per person and event, written in the reader's language when the event happens."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lacralo.core.people.models import Person

#: How the event of a mail begins that says what its reader did, or did not do, in confidence.
PRIVATE = "private:"


class NoticeQuerySet(models.QuerySet):
    """Notices; nothing here reads a clock."""

    def waiting(self, now: datetime) -> "NoticeQuerySet":
        """Not sent, with an address, and their next try has come."""
        return self.filter(sent_at=None, next_try_at__lte=now).exclude(address="")

    def visible_to(self, person: Person | None) -> "NoticeQuerySet":
        """A person's own mail, and nobody else's."""
        return self.filter(person=person) if person else self.none()

    def not_private(self) -> "NoticeQuerySet":
        """Without those of which nobody else may know that they were written."""
        return self.exclude(event__startswith=PRIVATE)


class Notice(models.Model):
    """A mail to one person about one event; `event` is the same for everybody it reaches."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    event = models.CharField(_("event"), max_length=150)
    address = models.EmailField(_("address"), blank=True)
    language = models.CharField(_("language"), max_length=5)
    subject = models.CharField(_("subject"), max_length=250)
    body = models.TextField(_("text"))
    written_at = models.DateTimeField(_("written"))
    next_try_at = models.DateTimeField(_("next try"))
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    failure = models.CharField(_("last failure"), max_length=250, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints = [
            models.UniqueConstraint(fields=["person", "event"], name="one_notice_per_person_and_event"),
        ]
        indexes = [
            models.Index(fields=["next_try_at"], name="notice_waiting", condition=Q(sent_at=None)),
        ]

    def __str__(self):
        return self.subject
