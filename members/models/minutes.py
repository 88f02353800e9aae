"""Minutes in numbered versions; each keeps the wordings of its own time."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from lacralo.core.texts.models import Revision
from members.enums.minutes import ApprovedHow, MinutesState
from members.models.agendas import AgendaItem
from members.models.meetings import Meeting
from members.phrases.sittings import APPROVED_NAMES, MINUTES_NAMES


class Minutes(models.Model):
    """A version of the minutes of a meeting.  `reason` says why a later version corrects the one before."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes_versions")
    version = models.PositiveSmallIntegerField(_("version"))
    state = models.CharField(_("state"), max_length=10, choices=list(MINUTES_NAMES.items()))
    reason = models.CharField(_("why it was corrected"), max_length=500, blank=True)
    lang = models.CharField(max_length=5, choices=Person.Language.choices, blank=True)
    begun_at = models.DateTimeField(_("begun"))
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(_("proposed"), null=True, blank=True)
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    approved_how = models.CharField(
        _("approved by"), max_length=8, choices=list(APPROVED_NAMES.items()), blank=True
    )
    approved_in = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="approved_minutes", null=True, blank=True
    )

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "version"], name="one_version_of_minutes"),
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(approved_at=None), name="one_unapproved_version_of_minutes"
            ),
            models.CheckConstraint(name="minutes_state_is_known", condition=Q(state__in=list(MinutesState))),
            models.CheckConstraint(
                name="minutes_state_follows_its_moments",
                condition=Q(state=MinutesState.DRAFT, proposed_at=None, approved_at=None, approved_how="")
                | Q(state=MinutesState.PROPOSED, proposed_at__isnull=False, approved_at=None, approved_how="")
                | Q(
                    state=MinutesState.APPROVED,
                    proposed_at__isnull=False,
                    approved_at__isnull=False,
                    approved_how__in=list(ApprovedHow),
                ),
            ),
            models.CheckConstraint(
                name="correction_of_minutes_has_a_reason", condition=Q(version=1) | ~Q(reason="")
            ),
        ]

    def __str__(self):
        return f"{self.meeting_id} v{self.version}"


class MinutesEntry(models.Model):
    """What a version says on an item: one wording of its notes, kept.  Append-only."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="entries")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="+")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    outcome = models.CharField(max_length=12, blank=True)

    class Meta:
        verbose_name = _("entry of minutes")
        verbose_name_plural = _("entries of minutes")
        constraints = [models.UniqueConstraint(fields=["minutes", "item"], name="one_entry_per_item")]

    def __str__(self):
        return f"{self.minutes_id}: {self.item_id}"


class MinutesObjection(models.Model):
    """Somebody of the meeting finds proposed minutes wrong, and says where.  Append-only."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="objections")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(_("what is wrong"), max_length=1000)
    lang = models.CharField(max_length=5, choices=Person.Language.choices)
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("objection to minutes")
        verbose_name_plural = _("objections to minutes")

    def __str__(self):
        return f"{self.minutes_id}: {self.person_id}"
