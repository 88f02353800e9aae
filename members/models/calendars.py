"""Addresses at which a program reads a person's own calendar."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lacralo.core.people.models import Person


class CalendarAddress(models.Model):
    """A secret address, of which only the SHA-256 is kept; a person has one at a time that is not revoked."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(_("made"))
    revoked_at = models.DateTimeField(_("revoked"), null=True, blank=True)

    class Meta:
        verbose_name = _("address of a personal calendar")
        verbose_name_plural = _("addresses of personal calendars")
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(revoked_at=None), name="one_calendar_address_per_person"
            ),
            models.CheckConstraint(
                name="calendar_address_revoked_after_it_was_made",
                condition=Q(revoked_at=None) | Q(revoked_at__gte=F("made_at")),
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"
