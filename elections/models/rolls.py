"""The voter roll: published before it is frozen, frozen with its weights, and never changed after."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from elections.models.elections import Election
from elections.models.fields import FractionField
from lacralo.core.people.models import Person
from members.models import Member


class PublishedRoll(models.Model):
    """A roll as it was published, with its fingerprint.  Append-only.

    `content` holds the rows (member, country, status, weight as a fraction, who holds the vote) and,
    under `left_out`, the members that are not on it with the reason.
    """

    class Edition(models.TextChoices):
        PROVISIONAL = "provisional", _("Provisional roll")
        FROZEN = "frozen", _("Frozen roll")

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="rolls")
    edition = models.CharField(_("edition"), max_length=12, choices=Edition.choices)
    published_at = models.DateTimeField(_("published"))
    fingerprint = models.CharField(_("fingerprint (SHA-256)"), max_length=64)
    content = models.JSONField(_("content"))

    class Meta:
        verbose_name = _("published roll")
        verbose_name_plural = _("published rolls")
        constraints = [
            models.UniqueConstraint(
                fields=["election"], condition=Q(edition="frozen"), name="one_frozen_roll"
            ),
            models.CheckConstraint(
                name="roll_edition_is_known", condition=Q(edition__in=["provisional", "frozen"])
            ),
        ]

    def __str__(self):
        return f"{self.election} {self.edition}"


class RollCorrection(models.Model):
    """A member says that the provisional roll is wrong; an officer answers before the freeze."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="roll_corrections")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    filed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    request = models.TextField(_("what is wrong, and what would be right"), max_length=3000)
    filed_at = models.DateTimeField(_("filed"))
    answer = models.TextField(_("answer"), blank=True, max_length=3000)
    is_granted = models.BooleanField(_("granted"), null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("correction of the roll")
        verbose_name_plural = _("corrections of the roll")
        constraints = [
            models.CheckConstraint(
                name="correction_answered_whole_or_not_at_all",
                condition=Q(answered_at=None, answered_by=None, is_granted=None, answer="")
                | (
                    Q(answered_at__isnull=False, answered_by__isnull=False, is_granted__isnull=False)
                    & ~Q(answer="")
                ),
            ),
        ]

    def __str__(self):
        return f"{self.member} ({self.election})"


class Place(models.Model):
    """A place on the frozen roll: one member, one weight.  Append-only.

    `holder` held the vote when the roll froze; whether a successor votes in their place is the rule set's.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="places")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("number on the roll"))
    member_name = models.CharField(_("member"), max_length=200)
    country = models.CharField(_("country"), max_length=2)
    status = models.CharField(_("status"), max_length=12)
    weight = FractionField(_("weight"))
    holder = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        verbose_name = _("place on the roll")
        verbose_name_plural = _("places on the roll")
        constraints = [
            models.UniqueConstraint(fields=["election", "member"], name="one_place_per_member"),
            models.UniqueConstraint(fields=["election", "number"], name="one_place_per_number"),
        ]

    def __str__(self):
        return f"{self.number} {self.member_name}"
