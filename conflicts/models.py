"""Statements of interest: filed, superseded by the next, never changed."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from lacralo.core.people.models import Person
from members.selectors.offices import holds_position

#: Who reads every statement whole: those who decide on incompatible interests.
ETHICS = ("ethics_member",)
#: A statement holds for a year from the day it was filed.
VALIDITY = timedelta(days=365)


class StatementQuerySet(models.QuerySet):
    """Questions to the statements."""

    def visible_to(self, person: Person | None, *, on: date) -> "StatementQuerySet":
        """What `person` may read whole on that day: their own; every one, for the ethics committee."""
        if person is None:
            return self.none()
        if holds_position(person, ETHICS, on=on):
            return self.all()
        return self.filter(person=person)

    def on_file(self, day: date) -> "StatementQuerySet":
        """Those filed by `day` (a UTC day) and not yet a year old then."""
        return self.filter(filed_on__lte=day, filed_on__gt=day - VALIDITY)


class Statement(models.Model):
    """What a person declares of their interests, once a year.

    Public: that it was filed, and on which day.  Which incompatible interest was declared, and the
    person's own words, are read by the person and by the ethics committee.  Append-only.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField(_("filed"))
    filed_on = models.DateField(_("filed on (UTC day)"))
    incompatibilities = models.JSONField(_("incompatible interests"), default=list, blank=True)
    other_interests = models.TextField(_("other interests, and how you will handle them"), blank=True)

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("statement of interest")
        verbose_name_plural = _("statements of interest")
        indexes = [models.Index(fields=["person", "-filed_at"], name="latest_statement")]

    def __str__(self):
        return f"{self.person_id} {self.filed_on}"
