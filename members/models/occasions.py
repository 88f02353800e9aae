"""To what members were called together: votes, consensus calls, monthly calls.  Read by indicators."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from members.enums import Excuse, OccasionKind
from members.models.members import Member
from members.phrases.participation import EXCUSE_NAMES, OCCASION_NAMES


class Occasion(models.Model):
    """Something every member could take part in, held on a day (UTC).  Append-only.

    The evidence is the row of any app that was held; the credits for it carry the same evidence.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=list(OCCASION_NAMES.items()))
    held_on = models.DateField(_("held on"), db_index=True)
    evidence_type = models.CharField(max_length=64)
    evidence_id = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("occasion to take part")
        verbose_name_plural = _("occasions to take part")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "evidence_type", "evidence_id"], name="one_occasion_for_each_evidence"
            ),
            models.CheckConstraint(name="occasion_kind_is_known", condition=Q(kind__in=list(OccasionKind))),
        ]

    def __str__(self):
        return f"{self.kind} ({self.held_on})"


class OccasionExcuse(models.Model):
    """The occasion does not count for one member, neither for it nor against it.  Append-only."""

    occasion = models.ForeignKey(Occasion, on_delete=models.PROTECT, related_name="excuses")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=20, choices=list(EXCUSE_NAMES.items()))

    class Meta:
        verbose_name = _("member for whom an occasion does not count")
        verbose_name_plural = _("members for whom an occasion does not count")
        constraints = [
            models.UniqueConstraint(fields=["occasion", "member"], name="one_excuse_for_each_occasion"),
            models.CheckConstraint(name="excuse_reason_is_known", condition=Q(reason__in=list(Excuse))),
        ]

    def __str__(self):
        return f"{self.member_id}: {self.reason}"
