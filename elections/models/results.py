"""What was counted and what was proclaimed; a correction is a new version beside the old."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.enums import TallyState
from elections.models.elections import Election
from elections.models.nominations import Nomination
from lacralo.core.people.models import Person


class Tally(models.Model):
    """One count, with its whole record: totals as fractions, quorum, trace.  Append-only."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="tallies")
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    counted_at = models.DateTimeField(_("counted"))
    counted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    state = models.CharField(_("outcome"), max_length=16)
    elected = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    record = models.JSONField(_("record"))
    digest = models.CharField(_("SHA-256 of the tally"), max_length=64)

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        constraints = [
            models.UniqueConstraint(fields=["election", "version"], name="one_tally_per_version"),
            models.CheckConstraint(name="tally_state_is_known", condition=Q(state__in=list(TallyState))),
            models.CheckConstraint(
                name="tally_names_somebody_only_when_elected",
                condition=Q(elected=None) | Q(state=TallyState.ELECTED),
            ),
        ]

    def __str__(self):
        return f"{self.election} v{self.version}"


class Proclamation(models.Model):
    """The result as LACRALO declared it, with the bundle that lets an outsider recompute it.  Append-only."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="proclamations")
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    tally = models.ForeignKey(Tally, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    elected = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    is_acclamation = models.BooleanField(_("by acclamation"), default=False)
    proclaimed_at = models.DateTimeField(_("proclaimed"))
    proclaimed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    bundle = models.JSONField(_("bundle"))
    digest = models.CharField(_("SHA-256 of the bundle"), max_length=64)

    class Meta:
        verbose_name = _("proclamation")
        verbose_name_plural = _("proclamations")
        constraints = [
            models.UniqueConstraint(fields=["election", "version"], name="one_proclamation_per_version"),
        ]

    def __str__(self):
        return f"{self.election} v{self.version}"
