"""Credits: what a member took part in, with who acted and what shows it.  Read by indicators."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lacralo.core.people.models import Person
from members.enums import CreditKind, Role
from members.models.members import Member
from members.models.representation import Representation
from members.phrases import CREDIT_NAMES


class CreditQuerySet(models.QuerySet):
    """Questions to the credits."""

    def visible_to(self, person: Person | None, *, on: date) -> "CreditQuerySet":
        """The public ones, and all of the members for which the person acts on that day (UTC)."""
        if person is None:
            return self.filter(is_public=True)
        acting = Representation.objects.on(on).filter(person=person, role__in=[Role.PRIMARY, Role.ALTERNATE])
        own = acting.values("member")
        return self.filter(Q(is_public=True) | Q(member__in=own))

    def of_kind(self, kind: CreditKind, evidence: type[models.Model]) -> "CreditQuerySet":
        """Those of one kind that rows of this model show."""
        return self.filter(kind=kind, evidence_type=evidence._meta.label_lower)


class Credit(models.Model):
    """A member took part in something once, on a day (UTC).  Append-only.

    `person` acted for it, or held its vote when a secret one closed; None where nobody did then.  The
    evidence is a row of any app.  Not public where the rules keep to themselves who took part.
    """

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="credits")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(_("how the member took part"), max_length=20, choices=list(CREDIT_NAMES.items()))
    earned_on = models.DateField(_("day of the credit"))
    evidence_type = models.CharField(max_length=64)
    evidence_id = models.CharField(max_length=64)
    is_public = models.BooleanField(_("known to everybody"))

    objects = CreditQuerySet.as_manager()

    class Meta:
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        constraints = [
            models.UniqueConstraint(
                fields=["member", "kind", "evidence_type", "evidence_id"], name="one_credit_for_each_evidence"
            ),
            models.CheckConstraint(name="credit_kind_is_known", condition=Q(kind__in=list(CreditKind))),
        ]

    def __str__(self):
        return f"{self.member}: {self.kind} ({self.earned_on})"
