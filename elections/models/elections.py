"""The election of one post: its acts are stored, its phase follows from them and from its calendar."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from simple_history.models import HistoricalRecords

from elections.enums import CalendarKey, Secrecy
from elections.phrases.names import SECRECY_NAMES, election_title
from lacralo.core.people.models import Person
from lacralo.core.rulebook.models import RuleSet
from members.enums import Subregion
from members.models import Position


class ElectionQuerySet(models.QuerySet):
    """Questions to the elections."""

    def published(self) -> "ElectionQuerySet":
        """Those whose call went out."""
        return self.filter(published_at__isnull=False)

    def visible_to(self, person: Person | None, *, runs_elections: bool = False) -> "ElectionQuerySet":
        """Published ones for everybody; drafts for those who run elections."""
        return self if runs_elections else self.published()


class Election(models.Model):
    """One post, one year, one roll.  Moments are acts, in UTC; there is no stored state."""

    slug = models.SlugField(_("label in addresses"), max_length=80, unique=True)
    position = models.ForeignKey(
        Position, on_delete=models.PROTECT, related_name="+", verbose_name=_("position")
    )
    year = models.PositiveSmallIntegerField(_("year of the rotation table"))
    subregion = models.CharField(_("sub-region whose turn it is"), max_length=1, blank=True)
    rule_set = models.ForeignKey(
        RuleSet, on_delete=models.PROTECT, related_name="+", verbose_name=_("rule set")
    )
    excluded_countries = CountryField(_("countries that may not stand"), multiple=True, blank=True)
    secrecy = models.CharField(_("kind of vote"), max_length=10, choices=list(SECRECY_NAMES.items()))
    term_start = models.DateField(_("the term begins"))
    term_end = models.DateField(_("the term ends"))
    returning_officer = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("returning officer")
    )

    published_at = models.DateTimeField(_("call published"), null=True, blank=True)
    roll_published_at = models.DateTimeField(_("provisional roll published"), null=True, blank=True)
    frozen_at = models.DateTimeField(_("roll frozen and vote opened"), null=True, blank=True)
    mixed_at = models.DateTimeField(_("vote closed"), null=True, blank=True)
    counted_at = models.DateTimeField(_("counted"), null=True, blank=True)
    acclaimed_at = models.DateTimeField(_("acclaimed"), null=True, blank=True)
    proclaimed_at = models.DateTimeField(_("proclaimed"), null=True, blank=True)
    annulled_at = models.DateTimeField(_("annulled"), null=True, blank=True)
    annulled_because = models.CharField(_("why it was annulled"), max_length=500, blank=True)
    destroyed_at = models.DateTimeField(_("envelopes and keys destroyed"), null=True, blank=True)
    is_ratification = models.BooleanField(_("ratification of a single candidate"), default=False)

    history = HistoricalRecords(related_name="+")

    objects = ElectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("election")
        verbose_name_plural = _("elections")
        constraints = [
            models.CheckConstraint(name="election_secrecy_is_known", condition=Q(secrecy__in=list(Secrecy))),
            models.CheckConstraint(
                name="election_subregion_is_known", condition=Q(subregion__in=["", *Subregion])
            ),
            models.CheckConstraint(
                name="election_term_ends_after_it_starts", condition=Q(term_end__gt=F("term_start"))
            ),
            models.CheckConstraint(
                name="election_frozen_only_when_published",
                condition=Q(frozen_at=None) | Q(published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="election_closed_only_when_frozen",
                condition=Q(mixed_at=None) | Q(frozen_at__isnull=False),
            ),
            models.CheckConstraint(
                name="election_counted_only_when_closed",
                condition=Q(counted_at=None) | Q(mixed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="election_proclaimed_only_when_counted_or_acclaimed",
                condition=Q(proclaimed_at=None) | Q(counted_at__isnull=False) | Q(acclaimed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="election_annulled_iff_reason",
                condition=Q(annulled_at=None, annulled_because="")
                | (Q(annulled_at__isnull=False) & ~Q(annulled_because="")),
            ),
        ]

    def __str__(self):
        return self.slug

    def get_absolute_url(self):
        """The election's public page."""
        return reverse("elections:election_detail", args=[self.slug])

    @property
    def title(self) -> str:
        """Its name in the active language; the position is loaded with it."""
        return election_title(self.position.key, self.year)


class CalendarStep(models.Model):
    """A stretch [starts_at, ends_at) of the calendar, with the article that it follows."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="calendar")
    key = models.CharField(_("step"), max_length=24)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    article = models.CharField(_("article"), max_length=120, blank=True)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("step of the calendar")
        verbose_name_plural = _("steps of the calendar")
        constraints = [
            models.UniqueConstraint(fields=["election", "key"], name="one_step_of_a_kind_per_election"),
            models.CheckConstraint(
                name="calendar_step_ends_after_it_starts", condition=Q(ends_at__gte=F("starts_at"))
            ),
            models.CheckConstraint(name="calendar_step_is_known", condition=Q(key__in=list(CalendarKey))),
        ]

    def __str__(self):
        return f"{self.key} {self.starts_at:%Y-%m-%d}"


class RotationRow(models.Model):
    """The table says which sub-region has a post in a year.  Append-only: the table never moves."""

    year = models.PositiveSmallIntegerField(_("year"))
    post = models.SlugField(_("post"))
    subregion = models.CharField(_("sub-region"), max_length=1, choices=[(each, each) for each in Subregion])
    source = models.CharField(_("source"), max_length=300)

    class Meta:
        verbose_name = _("row of the rotation table")
        verbose_name_plural = _("rotation table")
        constraints = [
            models.UniqueConstraint(fields=["year", "post"], name="one_subregion_per_post_and_year"),
            models.CheckConstraint(
                name="rotation_subregion_is_known", condition=Q(subregion__in=list(Subregion))
            ),
        ]

    def __str__(self):
        return f"{self.year} {self.post} {self.subregion}"
