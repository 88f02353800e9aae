"""The plan of next steps: its tasks, what waits for what, and every change with who made it and why."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from lacralo.core.texts.enums import Language
from lacralo.core.texts.models import Text
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from members.enums.plan import PlanAct, Priority, TaskStatus
from members.models.offices import Position
from members.phrases.plan import ACTS, PRIORITY_NAMES, TASK_STATUS_NAMES


class PlanTask(models.Model):
    """Something to be done.  It belongs to an office, and so to whoever holds it next, or to a person.

    Days are UTC days.  `closed_on` is the day on which it was done or dropped.
    """

    key = models.SlugField(_("key of a delivered task"), max_length=60, null=True, blank=True, unique=True)
    title = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+", verbose_name=_("task"))
    note = models.ForeignKey(
        Text, on_delete=models.PROTECT, related_name="+", null=True, blank=True, verbose_name=_("notes")
    )
    owner_position = models.ForeignKey(
        Position,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("office that owns it"),
    )
    owner_person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("person who owns it"),
    )
    priority = models.CharField(
        _("priority"), max_length=6, choices=list(PRIORITY_NAMES.items()), default=Priority.NORMAL
    )
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=9, choices=list(TASK_STATUS_NAMES.items()), default=TaskStatus.TODO
    )
    closed_on = models.DateField(_("done or dropped on"), null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("task of the plan")
        verbose_name_plural = _("tasks of the plan")
        constraints = [
            models.CheckConstraint(
                name="plan_task_priority_is_known", condition=Q(priority__in=list(Priority))
            ),
            models.CheckConstraint(
                name="plan_task_status_is_known", condition=Q(status__in=list(TaskStatus))
            ),
            models.CheckConstraint(
                name="plan_task_has_one_owner", condition=Q(owner_position=None) | Q(owner_person=None)
            ),
            models.CheckConstraint(
                name="plan_task_due_after_start",
                condition=Q(starts_on=None) | Q(due_on=None) | Q(due_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="plan_task_closed_on_iff_closed",
                condition=Q(closed_on=None, status__in=[TaskStatus.TODO, TaskStatus.UNDER_WAY])
                | Q(closed_on__isnull=False, status__in=[TaskStatus.DONE, TaskStatus.DROPPED]),
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"

    def get_absolute_url(self):
        """The page of the task."""
        return reverse("members:plan_task", args=[self.pk])


class PlanDependency(models.Model):
    """A task waits for another; taken out again, the history keeps that it was there."""

    task = models.ForeignKey(PlanTask, on_delete=models.PROTECT, related_name="dependencies")
    waits_for = models.ForeignKey(PlanTask, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("dependency in the plan")
        verbose_name_plural = _("dependencies in the plan")
        constraints = [
            models.UniqueConstraint(fields=["task", "waits_for"], name="one_dependency_per_pair"),
            models.CheckConstraint(
                name="plan_task_does_not_wait_for_itself", condition=~Q(task=F("waits_for"))
            ),
        ]

    def __str__(self):
        return f"{self.task_id} → {self.waits_for_id}"


class PlanChange(models.Model):
    """A task was added, changed or moved: who, when, why, and each field before and after.  Append-only.

    `changes` maps a `PlanField` to what it was and what it became; `by` is empty for what was delivered.
    """

    task = models.ForeignKey(PlanTask, on_delete=models.PROTECT, related_name="changes")
    act = models.CharField(_("act"), max_length=40, choices=list(ACTS.items()))
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    at = models.DateTimeField(_("when"))
    reason = models.CharField(_("why"), max_length=300, blank=True)
    language = models.CharField(
        _("language of the reason"), max_length=5, choices=list(LANGUAGE_NAMES.items()), blank=True
    )
    changes = models.JSONField(_("changes"), default=dict)

    class Meta:
        verbose_name = _("change of a task of the plan")
        verbose_name_plural = _("changes of tasks of the plan")
        constraints = [
            models.CheckConstraint(name="plan_change_act_is_known", condition=Q(act__in=list(PlanAct))),
            models.CheckConstraint(
                name="plan_change_reason_has_a_language",
                condition=Q(reason="", language="") | (~Q(reason="") & Q(language__in=list(Language))),
            ),
        ]

    def __str__(self):
        return f"{self.act} ({self.at:%Y-%m-%d})"
