"""Member organisations, their dated status, and the countries of the sub-regions."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from simple_history.models import HistoricalRecords

from members.enums import MemberKind, MemberStatus, Subregion
from members.phrases import KIND_NAMES, STATUS_NAMES


class MemberQuerySet(models.QuerySet):
    """Questions to the register."""

    def with_status_on(self, status: MemberStatus, day: date) -> "MemberQuerySet":
        """Members that had `status` on `day` (a UTC day)."""
        periods = StatusPeriod.objects.on(day).filter(status=status)
        return self.filter(pk__in=periods.values("member"))

    def accredited_on(self, day: date) -> "MemberQuerySet":
        """Members accredited on `day`; until participation is measured, they are the active ones."""
        return self.with_status_on(MemberStatus.ACCREDITED, day)


class Member(models.Model):
    """An ALS, or an individual member: it holds the vote and the standing; persons act for it."""

    kind = models.CharField(
        _("kind"), max_length=10, choices=list(KIND_NAMES.items()), default=MemberKind.ALS
    )
    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("label in addresses"), max_length=120, unique=True)
    search_name = models.CharField(max_length=200, editable=False, db_index=True)
    country = CountryField(_("country"), blank=True)
    website = models.URLField(_("web site"), blank=True)
    accredited_on = models.CharField(
        _("accredited on"),
        max_length=10,
        blank=True,
        help_text=_("As exact as the source: a year, a month (2008-05) or a day (2008-05-14)."),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints = [
            models.UniqueConstraint(
                fields=["search_name", "country"], name="one_member_per_name_and_country"
            ),
            models.CheckConstraint(name="member_kind_is_known", condition=Q(kind__in=list(MemberKind))),
            models.CheckConstraint(name="member_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        """The member's public page."""
        return reverse("members:member_detail", args=[self.slug])


class StatusPeriodQuerySet(models.QuerySet):
    """Questions to the periods of status."""

    def on(self, day: date) -> "StatusPeriodQuerySet":
        """Those that hold on `day` (a UTC day); one whose beginning is unknown has always held."""
        return self.filter(Q(start=None) | Q(start__lte=day), Q(end=None) | Q(end__gt=day))

    def newest_first(self) -> "StatusPeriodQuerySet":
        """The present one first; one whose beginning is unknown is the oldest."""
        return self.order_by(F("start").desc(nulls_last=True), "-pk")


class StatusPeriod(models.Model):
    """A member had a status from `start` (unknown when empty) until the day before `end`."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="status_periods")
    status = models.CharField(_("status"), max_length=12, choices=list(STATUS_NAMES.items()))
    start = models.DateField(_("from"), null=True, blank=True)
    end = models.DateField(_("until (not included)"), null=True, blank=True)
    reason = models.CharField(_("reason or decision"), max_length=300, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = StatusPeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("period of status")
        verbose_name_plural = _("periods of status")
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(end=None), name="one_present_status_per_member"
            ),
            models.CheckConstraint(
                name="status_ends_after_it_starts",
                condition=Q(end=None) | Q(start=None) | Q(end__gt=F("start")),
            ),
            models.CheckConstraint(name="status_is_known", condition=Q(status__in=list(MemberStatus))),
        ]

    def __str__(self):
        return f"{self.status} {self.start or ''}–{self.end or ''}"


class SubregionCountry(models.Model):
    """A country belongs to one sub-region of the rotation table; countries not listed belong to none."""

    country = CountryField(_("country"), unique=True)
    subregion = models.CharField(_("sub-region"), max_length=1, choices=[(each, each) for each in Subregion])
    source = models.CharField(_("source"), max_length=300)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("country of a sub-region")
        verbose_name_plural = _("countries of the sub-regions")
        constraints = [
            models.CheckConstraint(name="subregion_is_known", condition=Q(subregion__in=list(Subregion))),
        ]

    def __str__(self):
        return f"{self.country} {self.subregion}"
