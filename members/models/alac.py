"""What ALAC decided, and proposals to end an accreditation."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from lacralo.core.rulebook.models import RuleSet
from members.enums.decertification import DecertificationOutcome
from members.models.applications import Application
from members.models.members import Member
from members.phrases.decertification import OUTCOME_NAMES


class AlacVote(models.Model):
    """A decision of ALAC as it was recorded, with its figures and source.  Append-only."""

    application = models.OneToOneField(
        Application, on_delete=models.PROTECT, related_name="vote", null=True, blank=True
    )
    yes = models.PositiveSmallIntegerField()
    no = models.PositiveSmallIntegerField()
    abstain = models.PositiveSmallIntegerField()
    decided_on = models.DateField()
    source = models.CharField(max_length=300)
    reasons = models.TextField()
    language = models.CharField(max_length=5)
    rule_set = models.ForeignKey(RuleSet, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("decision of ALAC")
        verbose_name_plural = _("decisions of ALAC")

    def __str__(self):
        return f"{self.decided_on} {self.yes}–{self.no}–{self.abstain}"


class Decertification(models.Model):
    """It is proposed to end the accreditation of a member, which is heard first.

    Several can be decided by one vote.  The answer is public when the member wishes so.
    """

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    reasons = models.TextField()
    language = models.CharField(max_length=5)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    heard_until = models.DateTimeField()
    answer = models.TextField(blank=True)
    answer_language = models.CharField(max_length=5, blank=True)
    answer_is_public = models.BooleanField(default=False)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=list(OUTCOME_NAMES.items()), blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    vote = models.ForeignKey(
        AlacVote, on_delete=models.PROTECT, related_name="decertifications", null=True, blank=True
    )

    history = HistoricalRecords(related_name="+", excluded_fields=["answer"])

    class Meta:
        verbose_name = _("proposal to end an accreditation")
        verbose_name_plural = _("proposals to end accreditations")
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(outcome=""), name="one_open_decertification_per_member"
            ),
            models.CheckConstraint(
                name="decertification_outcome_is_known",
                condition=Q(outcome__in=["", *DecertificationOutcome]),
            ),
            models.CheckConstraint(
                name="decertification_ended_iff_outcome",
                condition=Q(outcome="", ended_at=None) | (~Q(outcome="") & Q(ended_at__isnull=False)),
            ),
        ]

    def __str__(self):
        return f"{self.member_id} ({self.proposed_at:%Y-%m-%d})"

    def get_absolute_url(self):
        """Its page."""
        return reverse("members:decertification_detail", args=[self.pk])

    @property
    def is_over(self) -> bool:
        """Whether it was decided or withdrawn."""
        return self.outcome != ""

    @property
    def is_late(self) -> bool:
        """Whether the member answered after its days."""
        return self.answered_at is not None and self.answered_at > self.heard_until
