"""Somebody looked at what the register says of a member, and found it right."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from lacralo.core.people.models import Person
from members.models.members import Member


class Confirmation(models.Model):
    """The entry of a member, its contact data and its representatives, were confirmed.  Append-only."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="confirmations")
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(_("confirmed"))

    class Meta:
        verbose_name = _("confirmation of an entry")
        verbose_name_plural = _("confirmations of entries")

    def __str__(self):
        return f"{self.member} ({self.confirmed_at:%Y-%m-%d})"
