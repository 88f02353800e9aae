"""Nominations, the candidates they become, and challenges to lines of eligibility."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from simple_history.models import HistoricalRecords

from elections.enums import NominationPhase, NominationState
from elections.models.elections import Election
from lacralo.core.people.models import Person
from lacralo.core.texts.models import Text
from members.models import Member


class NominationQuerySet(models.QuerySet):
    """Questions to the nominations."""

    def standing(self) -> "NominationQuerySet":
        """Accepted and not withdrawn: the candidates."""
        return self.filter(state=NominationState.ACCEPTED)


class Nomination(models.Model):
    """A person was named for the post; only their own acceptance makes them a candidate.

    `member` is the ALS the nominee belongs to; `nominating_member` the one that named them.
    `nationality` and `residence` are what the candidate declared for this election: public.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="nominations")
    nominee = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    nominated_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    nominating_member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    phase = models.CharField(_("phase of nominations"), max_length=1, default=NominationPhase.SUBREGION)
    reason = models.TextField(_("why this person"), blank=True, max_length=1000)
    nominated_at = models.DateTimeField(_("nominated"))
    state = models.CharField(_("state"), max_length=10, default=NominationState.SUBMITTED)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    nationality = CountryField(_("nationality declared for this election"), blank=True)
    residence = CountryField(_("country of residence"), blank=True)
    has_pledged = models.BooleanField(_("pledge given"), default=False)
    statement = models.OneToOneField(Text, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = NominationQuerySet.as_manager()

    class Meta:
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        constraints = [
            models.UniqueConstraint(
                fields=["election", "nominee"],
                condition=Q(state__in=[NominationState.SUBMITTED, NominationState.ACCEPTED]),
                name="one_live_nomination_per_person",
            ),
            models.CheckConstraint(
                name="nomination_state_is_known", condition=Q(state__in=list(NominationState))
            ),
            models.CheckConstraint(
                name="nomination_phase_is_known", condition=Q(phase__in=list(NominationPhase))
            ),
            models.CheckConstraint(
                name="nomination_answered_iff_accepted_or_declined",
                condition=Q(state=NominationState.SUBMITTED, answered_at=None)
                | Q(state__in=[NominationState.ACCEPTED, NominationState.DECLINED], answered_at__isnull=False)
                | Q(state__in=[NominationState.WITHDRAWN, NominationState.LAPSED]),
            ),
            models.CheckConstraint(
                name="nomination_accepted_only_with_the_pledge",
                condition=~Q(state=NominationState.ACCEPTED) | Q(has_pledged=True),
            ),
        ]

    def __str__(self):
        return f"{self.nominee} – {self.election}"

    def get_absolute_url(self):
        """The public page of the nominee: statement and eligibility sheet."""
        return reverse("elections:candidate", args=[self.election.slug, self.pk])

    @property
    def is_self_nomination(self) -> bool:
        """Whether the person named themselves."""
        return self.nominee_id == self.nominated_by_id


class EligibilityChallenge(models.Model):
    """Somebody disputes one line of a candidate's eligibility sheet; an officer answers with reasons.

    The candidate disputes a line that did not pass, a member one that did.  When it is upheld the line
    is turned, and the sheet says by which decision.
    """

    nomination = models.ForeignKey(Nomination, on_delete=models.PROTECT, related_name="challenges")
    line = models.CharField(_("line of the sheet"), max_length=64)
    line_passed = models.BooleanField(_("the line had passed"))
    filed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    reason = models.TextField(_("reasons"), max_length=3000)
    filed_at = models.DateTimeField(_("filed"))
    answer = models.TextField(_("answer"), blank=True, max_length=3000)
    is_upheld = models.BooleanField(_("upheld"), null=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("challenge of eligibility")
        verbose_name_plural = _("challenges of eligibility")
        constraints = [
            models.UniqueConstraint(
                fields=["nomination", "line", "filed_by"],
                condition=Q(answered_at=None),
                name="one_open_challenge_per_line_and_person",
            ),
            models.CheckConstraint(
                name="challenge_answered_whole_or_not_at_all",
                condition=Q(answered_at=None, answered_by=None, is_upheld=None, answer="")
                | (
                    Q(answered_at__isnull=False, answered_by__isnull=False, is_upheld__isnull=False)
                    & ~Q(answer="")
                ),
            ),
        ]

    def __str__(self):
        return f"{self.line} ({self.nomination_id})"


class Candidate(models.Model):
    """A name on the ballot, fixed when the roll froze, with the sheet of that day.  Append-only."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="candidates")
    nomination = models.OneToOneField(Nomination, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("number on the ballot"))
    name = models.CharField(_("name"), max_length=200)
    member_name = models.CharField(_("ALS"), max_length=200)
    country = models.CharField(_("country"), max_length=2, blank=True)
    sheet = models.JSONField(_("eligibility sheet"))

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        constraints = [
            models.UniqueConstraint(fields=["election", "number"], name="one_candidate_per_number"),
        ]

    def __str__(self):
        return self.name
