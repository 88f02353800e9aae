"""Bodies, their positions, and who held which from when to when."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from members.enums import EndReason
from members.models.members import Member
from members.phrases import END_REASON_NAMES, body_name, position_name


class Body(models.Model):
    """An assembly, board, council, committee or group; its name is a sentence of the portal."""

    key = models.SlugField(_("key"), unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")

    def __str__(self):
        return str(body_name(self.key))

    @property
    def name(self) -> str:
        """Its name in the active language."""
        return str(self)


class Position(models.Model):
    """A post in a body.  `is_protected`: its holder acts only with a second factor at sign-in."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="positions")
    key = models.SlugField(_("key"), unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    seats = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    term_months = models.PositiveSmallIntegerField(_("months of a term"), null=True, blank=True)
    is_elected = models.BooleanField(_("elected by LACRALO"), default=False)
    is_protected = models.BooleanField(_("needs a second factor"), default=True)
    runs_elections = models.BooleanField(_("runs elections"), default=False)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("position")
        verbose_name_plural = _("positions")

    def __str__(self):
        return str(position_name(self.key))

    @property
    def name(self) -> str:
        """Its name in the active language."""
        return str(self)


class TermQuerySet(models.QuerySet):
    """Questions to the terms of office."""

    def on(self, day: date) -> "TermQuerySet":
        """The terms that run on `day` (a UTC day): who held which office then."""
        return self.filter(Q(end=None) | Q(end__gt=day), start__lte=day)


class Term(models.Model):
    """A person holds a position from `start` until the day before `end`.

    `member` is the ALS they came from; `end` may be known beforehand, `end_reason` is set when it has ended.
    """

    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="terms")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    start = models.DateField(_("from"))
    end = models.DateField(_("until (not included)"), null=True, blank=True)
    end_reason = models.CharField(
        _("why it ended"), max_length=12, choices=list(END_REASON_NAMES.items()), blank=True
    )
    source = models.CharField(_("decision or source"), max_length=300, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term of office")
        verbose_name_plural = _("terms of office")
        constraints = [
            models.UniqueConstraint(
                fields=["position", "person"],
                condition=Q(end=None),
                name="one_open_term_per_person_and_position",
            ),
            models.CheckConstraint(
                name="term_ends_after_it_starts", condition=Q(end=None) | Q(end__gt=F("start"))
            ),
            models.CheckConstraint(
                name="term_end_reason_needs_an_end", condition=Q(end_reason="") | Q(end__isnull=False)
            ),
            models.CheckConstraint(
                name="term_end_reason_is_known", condition=Q(end_reason__in=["", *EndReason])
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.position_id} {self.start}"
