"""Who acts for a member, in what quality, from when to when."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from members.enums import Role
from members.models.members import Member
from members.phrases import ROLE_NAMES


class RepresentationQuerySet(models.QuerySet):
    """Questions to the representations."""

    def on(self, day: date) -> "RepresentationQuerySet":
        """Those that hold on `day` (a UTC day)."""
        return self.filter(Q(end=None) | Q(end__gt=day), start__lte=day)

    def holding_the_vote(self) -> "RepresentationQuerySet":
        """The primary ones."""
        return self.filter(role=Role.PRIMARY)


class Representation(models.Model):
    """A person acts for a member from `start` until the day before `end`.

    At any moment one primary representation holds the member's vote: the database refuses a second one
    (an open one by a unique constraint, an overlapping one by a guard), and so does the service.
    """

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="representations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=10, choices=list(ROLE_NAMES.items()))
    start = models.DateField(_("from"))
    end = models.DateField(_("until (not included)"), null=True, blank=True)
    end_reason = models.CharField(_("why it ended"), max_length=300, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = RepresentationQuerySet.as_manager()

    class Meta:
        verbose_name = _("representation")
        verbose_name_plural = _("representations")
        constraints = [
            models.UniqueConstraint(
                fields=["member"],
                condition=Q(end=None, role=Role.PRIMARY),
                name="one_present_primary_per_member",
            ),
            models.CheckConstraint(
                name="representation_ends_after_it_starts", condition=Q(end=None) | Q(end__gt=F("start"))
            ),
            models.CheckConstraint(name="representation_role_is_known", condition=Q(role__in=list(Role))),
        ]

    def __str__(self):
        return f"{self.person} – {self.member} ({self.role})"
