"""The agenda of a meeting, and its items with what was noted on each."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.deadlines.models import Deadline
from lacralo.core.people.models import Person
from lacralo.core.texts.models import Text
from members.enums.minutes import ItemOutcome, ItemSource
from members.models.decisions import Action
from members.models.meetings import Meeting
from members.models.offices import Term
from members.phrases.sittings import OUTCOME_NAMES, SOURCE_NAMES


class Agenda(models.Model):
    """The agenda of a meeting: when it was put together, and when published."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="agenda")
    assembled_at = models.DateTimeField(_("put together"))
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    published_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agendas")
        constraints = [
            models.CheckConstraint(
                name="agenda_published_by_somebody",
                condition=Q(published_at=None, published_by=None)
                | Q(published_at__isnull=False, published_by__isnull=False),
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.meeting_id}"


class AgendaItem(models.Model):
    """One item.  What the portal puts on it names a row (a deadline, a term, an action, an item left over).

    `is_late`: it came after the agenda had closed, by the consent of the meeting.  `removed_at`: taken off.
    `notes` say what was said; their wordings are kept.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField(_("order"))
    source = models.CharField(_("where it comes from"), max_length=10, choices=list(SOURCE_NAMES.items()))
    title = models.CharField(_("title"), max_length=200, blank=True)
    lang = models.CharField(
        _("language of the title"), max_length=5, choices=Person.Language.choices, blank=True
    )
    due = models.ForeignKey(Deadline, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    carried_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, related_name="carried_to", null=True, blank=True
    )
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    added_at = models.DateTimeField(_("added"))
    presenter = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("minutes foreseen"), null=True, blank=True)
    is_late = models.BooleanField(_("late, by the consent of the meeting"), default=False)
    removed_at = models.DateTimeField(_("taken off"), null=True, blank=True)
    outcome = models.CharField(
        _("what became of it"), max_length=12, choices=list(OUTCOME_NAMES.items()), blank=True
    )
    notes = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("item of an agenda")
        verbose_name_plural = _("items of agendas")
        constraints = [
            models.CheckConstraint(name="agenda_source_is_known", condition=Q(source__in=list(ItemSource))),
            models.CheckConstraint(
                name="agenda_outcome_is_known", condition=Q(outcome__in=["", *ItemOutcome])
            ),
            models.CheckConstraint(
                name="agenda_item_is_about_something",
                condition=~Q(title="", due=None, term=None, action=None, carried_from=None),
            ),
            models.UniqueConstraint(
                fields=["meeting", "carried_from"], name="one_item_per_meeting_and_leftover"
            ),
        ]

    def __str__(self):
        return f"{self.meeting_id}: {self.order}"
