"""Meetings: when, how long, in which languages; planned, moved, cancelled, opened and closed."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.moments import day_text
from lacralo.core.people.models import Person
from members.enums.meetings import AlarmKind
from members.models.series import ChannelBase, Series
from members.phrases.meetings import ALARM_NAMES


class MeetingQuerySet(models.QuerySet):
    """Questions to the meetings; nothing here reads a clock."""

    def visible_to(self, *, series: Collection[int]) -> "MeetingQuerySet":
        """The public ones, and all of the series (ids) to which a reader belongs.

        Ask `members.selectors.meetings.meetings_visible_to`, which knows to which series a person belongs.
        """
        return self.filter(Q(is_public=True) | Q(series__in=series))

    def standing(self) -> "MeetingQuerySet":
        """Not cancelled."""
        return self.filter(cancelled_at=None)

    def held(self) -> "MeetingQuerySet":
        """Opened and closed."""
        return self.filter(closed_at__isnull=False)


class Meeting(models.Model):
    """One meeting of a series, `starts_at` (UTC) for so many `minutes`.

    `month` (its first day) is the month for which it is the meeting of the rhythm; empty for one beside it.
    `planned_by` is empty when the portal made it.  `opened_at` and `closed_at` are set by the acts that hold
    it; where it stands is derived by `members.rules.meetings.phase`.
    """

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="meetings")
    month = models.DateField(null=True, blank=True)
    topic = models.CharField(_("topic"), max_length=200, blank=True)
    lang = models.CharField(
        _("language of the topic"), max_length=5, choices=Person.Language.choices, blank=True
    )
    starts_at = models.DateTimeField(_("begins"))
    minutes = models.PositiveSmallIntegerField(_("length in minutes"))
    is_public = models.BooleanField(_("open to everybody"))
    shows_links = models.BooleanField(_("everybody sees the links to join"), default=False)
    planned_at = models.DateTimeField(_("planned"))
    planned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    invited_at = models.DateTimeField(_("invitations sent"), null=True, blank=True)
    opened_at = models.DateTimeField(_("opened"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    cancelled_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    cancel_reason = models.CharField(_("why it was cancelled"), max_length=500, blank=True)
    cancel_lang = models.CharField(
        _("language of the reason"), max_length=5, choices=Person.Language.choices, blank=True
    )

    history = HistoricalRecords(related_name="+")

    #: What `title` needs besides the meeting's own row.
    title_needs = ("series",)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints = [
            models.UniqueConstraint(fields=["series", "month"], name="one_meeting_per_series_and_month"),
            models.UniqueConstraint(
                fields=["series", "starts_at"],
                condition=Q(cancelled_at=None),
                name="one_meeting_per_series_and_moment",
            ),
            models.CheckConstraint(
                name="meeting_minutes_in_range", condition=Q(minutes__gte=5, minutes__lte=1440)
            ),
            models.CheckConstraint(
                name="meeting_closed_after_it_opened",
                condition=Q(closed_at=None) | Q(opened_at__isnull=False, closed_at__gte=F("opened_at")),
            ),
            models.CheckConstraint(
                name="meeting_not_opened_and_cancelled",
                condition=Q(opened_at=None) | Q(cancelled_at=None),
            ),
            models.CheckConstraint(
                name="meeting_cancelled_with_a_reason",
                condition=Q(cancelled_at=None, cancel_reason="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancel_reason="")),
            ),
            models.CheckConstraint(
                name="meeting_shows_links_only_if_public",
                condition=Q(shows_links=False) | Q(is_public=True),
            ),
        ]
        indexes = [models.Index(fields=["starts_at"], name="meeting_starts")]

    def __str__(self):
        return f"{self.series_id} {self.starts_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self):
        """Its page."""
        return reverse("members:meeting_detail", args=[self.pk])

    @property
    def title(self) -> str:
        """What evidence of taking part in it is called."""
        return f"{self.series.name}, {day_text(self.starts_at.astimezone(UTC).date())}"

    @property
    def ends_at(self) -> datetime:
        """When it is to end (UTC)."""
        return self.starts_at + timedelta(minutes=self.minutes)


class MeetingChannel(ChannelBase):
    """A language in which this meeting can be followed, and how to join it there."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="channels")

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("language channel")
        verbose_name_plural = _("language channels")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "language"], name="one_channel_per_meeting_and_language"
            )
        ]


class MeetingMove(models.Model):
    """A meeting was moved from one moment to another (UTC).  Append-only."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="moves")
    starts_before = models.DateTimeField(_("began before"))
    starts_after = models.DateTimeField(_("begins now"))
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    lang = models.CharField(
        _("language of the reason"), max_length=5, choices=Person.Language.choices, blank=True
    )
    moved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    moved_at = models.DateTimeField(_("moved"))

    class Meta:
        verbose_name = _("move of a meeting")
        verbose_name_plural = _("moves of meetings")
        constraints = [
            models.CheckConstraint(
                name="meeting_move_changes_the_time", condition=~Q(starts_before=F("starts_after"))
            ),
        ]

    def __str__(self):
        return f"{self.meeting_id}: {self.starts_after:%Y-%m-%d %H:%M}"


class MeetingAlarm(models.Model):
    """The chair and the secretary were alarmed about a series, once for what was found.  Append-only.

    `about_on`: the month (its first day) that had no meeting, the UTC day of one not held, or the day by
    which a meeting was due.
    """

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="alarms")
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="alarms", null=True, blank=True
    )
    kind = models.CharField(_("kind"), max_length=16, choices=list(ALARM_NAMES.items()))
    about_on = models.DateField(_("about"))
    raised_at = models.DateTimeField(_("raised"))

    class Meta:
        verbose_name = _("alarm about a series")
        verbose_name_plural = _("alarms about series")
        constraints = [
            models.UniqueConstraint(
                fields=["series", "kind", "about_on"],
                condition=Q(meeting=None),
                name="one_alarm_per_series_and_day",
            ),
            models.UniqueConstraint(fields=["meeting"], name="one_alarm_per_meeting"),
            models.CheckConstraint(name="alarm_kind_is_known", condition=Q(kind__in=list(AlarmKind))),
            models.CheckConstraint(
                name="alarm_of_a_meeting_not_held",
                condition=Q(kind=AlarmKind.NOT_HELD, meeting__isnull=False)
                | (~Q(kind=AlarmKind.NOT_HELD) & Q(meeting=None)),
            ),
        ]

    def __str__(self):
        return f"{self.series_id}: {self.kind} ({self.about_on})"
