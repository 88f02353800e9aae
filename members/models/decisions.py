"""The public register of decisions, and the actions that were agreed."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from lacralo.core.texts.models import Text
from members.enums.decisions import ActionStatus, HowTaken
from members.models.meetings import Meeting
from members.models.offices import Body, Position
from members.phrases.decisions import ACTION_STATUS_NAMES, HOW_NAMES


class Decision(models.Model):
    """Something a body or a meeting decided on a day (UTC), numbered by year.  Append-only.

    A decision that replaces an earlier one names it; the earlier one stays.
    """

    year = models.PositiveSmallIntegerField(_("year"))
    number = models.PositiveSmallIntegerField(_("number of the year"))
    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+", verbose_name=_("decision"))
    decided_on = models.DateField(_("decided on"), db_index=True)
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        related_name="decisions",
        null=True,
        blank=True,
        verbose_name=_("body"),
    )
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="decisions", null=True, blank=True
    )
    how = models.CharField(_("how it was taken"), max_length=10, choices=list(HOW_NAMES.items()))
    article = models.CharField(_("article"), max_length=60, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="replaced_by", null=True, blank=True
    )
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="one_decision_per_year_and_number"),
            models.CheckConstraint(name="decision_how_is_known", condition=Q(how__in=list(HowTaken))),
            models.CheckConstraint(name="decisions_count_from_one", condition=Q(number__gte=1)),
            models.CheckConstraint(
                name="decision_was_taken_by_somebody",
                condition=Q(body__isnull=False) | Q(meeting__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self.year}-{self.number:02}"

    def get_absolute_url(self):
        """Its permanent address."""
        return reverse("members:decision_detail", args=[self.year, self.number])


class Action(models.Model):
    """Something agreed to be done until the end of a day (UTC), by an office or by a person.

    What belongs to an office belongs to whoever holds it next.  `note` is the evidence of what was done, or
    the reason why it was dropped or taken up again, in `note_language`.
    """

    what = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+", verbose_name=_("action"))
    owner_position = models.ForeignKey(
        Position, on_delete=models.PROTECT, related_name="+", null=True, blank=True,
        verbose_name=_("office that owns it"),
    )  # fmt: skip
    owner_person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True,
        verbose_name=_("person who owns it"),
    )  # fmt: skip
    due_on = models.DateField(_("due on"), db_index=True)
    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="actions", null=True, blank=True
    )
    status = models.CharField(
        _("status"), max_length=8, choices=list(ACTION_STATUS_NAMES.items()), default=ActionStatus.OPEN
    )
    note = models.CharField(_("evidence or reason"), max_length=500, blank=True)
    note_language = models.CharField(max_length=5, choices=Person.Language.choices, blank=True)
    moved_on = models.DateField(_("done or dropped on"), null=True, blank=True)
    moved_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    agreed_on = models.DateField(_("agreed on"))

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = [
            models.CheckConstraint(name="action_status_is_known", condition=Q(status__in=list(ActionStatus))),
            models.CheckConstraint(
                name="action_has_one_owner",
                condition=Q(owner_position=None, owner_person__isnull=False)
                | Q(owner_position__isnull=False, owner_person=None),
            ),
            models.CheckConstraint(
                name="action_moved_iff_not_open",
                condition=Q(status=ActionStatus.OPEN, moved_on=None)
                | (~Q(status=ActionStatus.OPEN) & Q(moved_on__isnull=False) & ~Q(note="")),
            ),
            models.CheckConstraint(name="action_due_after_agreed", condition=Q(due_on__gte=F("agreed_on"))),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"

    def get_absolute_url(self):
        """Its public page."""
        return reverse("members:action_detail", args=[self.pk])
