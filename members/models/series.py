"""Series of meetings: what meets, who belongs to it, how often, when, and in which languages."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from members.enums.meetings import Circle, Nth, SeriesKind
from members.models.offices import Body, Position
from members.phrases.meetings import CIRCLE_NAMES, NTH_NAMES, SERIES_KIND_NAMES, SERIES_NAMES, WEEKDAY_NAMES


class SeriesQuerySet(models.QuerySet):
    """Questions to the series."""

    def active_on(self, day: date) -> "SeriesQuerySet":
        """Those that meet on `day` (a UTC day)."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)


class Series(models.Model):
    """What meets again and again.  A delivered one is named by the portal, a later one by its `title`.

    `every_months` is how often it is expected (empty: whenever somebody plans it).  With `nth` and `weekday`
    the portal itself makes the meetings; the months are counted from that of `rhythm_from`, the first day
    on which this rhythm holds.  `local_time` is in `zone` (IANA), so that a change of the clocks moves the
    moment in UTC.  It meets from `starts_on` until the day before `ends_on`.
    """

    key = models.SlugField(_("key"), unique=True, max_length=60)
    kind = models.CharField(_("kind"), max_length=16, choices=list(SERIES_KIND_NAMES.items()))
    title = models.CharField(_("name"), max_length=120, blank=True)
    lang = models.CharField(
        _("language of the name"), max_length=5, choices=Person.Language.choices, blank=True
    )
    body = models.ForeignKey(
        Body, on_delete=models.PROTECT, related_name="series", null=True, blank=True, verbose_name=_("body")
    )
    convenor = models.ForeignKey(
        Position,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("post that convenes it"),
    )
    circle = models.CharField(_("who belongs to it"), max_length=12, choices=list(CIRCLE_NAMES.items()))
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    every_months = models.PositiveSmallIntegerField(_("every so many months"), null=True, blank=True)
    nth = models.SmallIntegerField(
        _("which week of the month"), null=True, blank=True, choices=list(NTH_NAMES.items())
    )
    weekday = models.PositiveSmallIntegerField(
        _("weekday"), null=True, blank=True, choices=list(WEEKDAY_NAMES.items())
    )
    rhythm_from = models.DateField(_("rhythm since"))
    local_time = models.TimeField(_("usual time"))
    zone = models.CharField(_("time zone"), max_length=64)
    minutes = models.PositiveSmallIntegerField(_("usual length in minutes"))
    is_public = models.BooleanField(_("open to everybody"), default=False)
    shows_links = models.BooleanField(_("everybody sees the links to join"), default=False)
    counts_as_call = models.BooleanField(_("counts as a monthly call for participation"), default=False)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until (not included)"), null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name = _("series of meetings")
        verbose_name_plural = _("series of meetings")
        constraints = [
            models.CheckConstraint(name="series_kind_is_known", condition=Q(kind__in=list(SeriesKind))),
            models.CheckConstraint(name="series_circle_is_known", condition=Q(circle__in=list(Circle))),
            models.CheckConstraint(name="series_nth_is_known", condition=Q(nth=None) | Q(nth__in=list(Nth))),
            models.CheckConstraint(
                name="series_weekday_is_known", condition=Q(weekday=None) | Q(weekday__lte=6)
            ),
            models.CheckConstraint(
                name="series_rhythm_is_whole",
                condition=Q(nth=None, weekday=None)
                | Q(nth__isnull=False, weekday__isnull=False, every_months__isnull=False),
            ),
            models.CheckConstraint(
                name="series_every_months_in_range",
                condition=Q(every_months=None) | Q(every_months__gte=1, every_months__lte=36),
            ),
            models.CheckConstraint(
                name="series_minutes_in_range", condition=Q(minutes__gte=5, minutes__lte=1440)
            ),
            models.CheckConstraint(
                name="series_of_a_body_names_it", condition=~Q(circle=Circle.BODY) | Q(body__isnull=False)
            ),
            models.CheckConstraint(
                name="series_shows_links_only_if_public", condition=Q(shows_links=False) | Q(is_public=True)
            ),
            models.CheckConstraint(
                name="series_ends_after_it_starts", condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on"))
            ),
        ]

    def __str__(self):
        return str(SERIES_NAMES.get(self.key) or self.title or self.key)

    def get_absolute_url(self):
        """Its public page."""
        return reverse("members:series_detail", args=[self.key])

    @property
    def name(self) -> str:
        """Its name: in the active language when delivered, otherwise as it was typed."""
        return str(self)

    @property
    def has_rhythm(self) -> bool:
        """Whether the portal makes its meetings by itself."""
        return self.nth is not None


class ChannelBase(models.Model):
    """One language in which a meeting can be followed, and how to join it."""

    language = models.CharField(_("language"), max_length=5, choices=Person.Language.choices)
    join_url = models.URLField(_("link to join"), max_length=500, blank=True)
    dial_in = models.CharField(_("telephone numbers and code"), max_length=300, blank=True)

    class Meta:
        abstract = True

    def __str__(self):
        return self.language


class SeriesChannel(ChannelBase):
    """The usual channel of a series: each meeting made later starts with it."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="channels")

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("usual language channel")
        verbose_name_plural = _("usual language channels")
        constraints = [
            models.UniqueConstraint(fields=["series", "language"], name="one_channel_per_series_and_language")
        ]


class SeriesPersonQuerySet(models.QuerySet):
    """Questions to the persons named for a series."""

    def on(self, day: date) -> "SeriesPersonQuerySet":
        """Those who belong to it on `day` (a UTC day)."""
        return self.filter(Q(end=None) | Q(end__gt=day), start__lte=day)


class SeriesPerson(models.Model):
    """A person named for a series, from `start` until the day before `end`, besides its circle."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="named")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    start = models.DateField(_("from"))
    end = models.DateField(_("until (not included)"), null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = SeriesPersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person of a series")
        verbose_name_plural = _("persons of a series")
        constraints = [
            models.CheckConstraint(
                name="series_person_ends_after_start", condition=Q(end=None) | Q(end__gt=F("start"))
            ),
        ]

    def __str__(self):
        return f"{self.person}: {self.series_id}"
