"""Ballots of a roll-call vote: named, public, and kept even when cast again."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.models.rolls import Place
from lacralo.core.people.models import Person


class BallotQuerySet(models.QuerySet):
    """Questions to the ballots."""

    def counting(self) -> "BallotQuerySet":
        """The last ballot of each place: the one that counts."""
        later = Ballot.objects.filter(place=models.OuterRef("place"), ordinal__gt=models.OuterRef("ordinal"))
        return self.filter(~models.Exists(later))


class Ballot(models.Model):
    """One ballot as it was cast.  Append-only: casting again adds the next one, and the last counts.

    `choice` is the number of a candidate, `yes` or `no` in a ratification, or `abstain`.
    """

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="ballots")
    ordinal = models.PositiveSmallIntegerField(_("which of this place"))
    choice = models.CharField(_("choice"), max_length=12)
    cast_at = models.DateTimeField(_("cast"))
    cast_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    receipt = models.CharField(_("receipt"), max_length=32, unique=True)

    objects = BallotQuerySet.as_manager()

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
        constraints = [
            models.UniqueConstraint(fields=["place", "ordinal"], name="one_ballot_per_place_and_ordinal"),
            models.CheckConstraint(name="ballot_has_a_choice", condition=~Q(choice="")),
            models.CheckConstraint(name="ballot_ordinal_counts_from_one", condition=Q(ordinal__gte=1)),
        ]

    def __str__(self):
        return self.receipt
