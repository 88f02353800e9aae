"""What is found, asked, argued, advised and decided about an application."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from members.enums.accreditation import AdviceResult, CheckResult, Side
from members.models.applications import Application
from members.models.members import Member
from members.phrases.accreditation import ADVICE_NAMES, SIDE_NAMES
from members.phrases.criteria import CHECK_RESULT_NAMES


class DiligenceCheck(models.Model):
    """One point of due diligence.  Read by the applicant and by those who keep the register."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="checks")
    point = models.CharField(max_length=20)
    result = models.CharField(max_length=10, choices=list(CHECK_RESULT_NAMES.items()))
    note = models.CharField(max_length=500, blank=True)
    checked_at = models.DateTimeField()
    checked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("point of due diligence")
        verbose_name_plural = _("points of due diligence")
        constraints = [
            models.UniqueConstraint(fields=["application", "point"], name="one_result_per_point"),
            models.CheckConstraint(name="check_result_is_known", condition=Q(result__in=list(CheckResult))),
        ]

    def __str__(self):
        return f"{self.application_id}: {self.point} {self.result}"


class InformationRequest(models.Model):
    """A question to the applicant, and the answer.  Read by both sides only.

    `closed_at`: the application went on without an answer.
    """

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="requests")
    question = models.TextField()
    language = models.CharField(max_length=5)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer_by = models.DateTimeField()
    answer = models.TextField(blank=True)
    answer_language = models.CharField(max_length=5, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("question to an applicant")
        verbose_name_plural = _("questions to applicants")
        constraints = [
            models.CheckConstraint(
                name="request_answer_iff_answered",
                condition=Q(answered_at=None, answer="") | (Q(answered_at__isnull=False) & ~Q(answer="")),
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(answered_at=None, closed_at=None),
                name="one_open_request_per_application",
            ),
        ]

    def __str__(self):
        return f"{self.application_id}: {self.asked_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return self.answered_at is None and self.closed_at is None

    @property
    def is_late(self) -> bool:
        """Whether the answer came after its day."""
        return self.answered_at is not None and self.answered_at > self.answer_by


class ApplicationRecusal(models.Model):
    """A member, or a person, is interested and takes no part in the advice.  Append-only."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="recusals")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    declared_at = models.DateTimeField()
    declared_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("recusal from an application")
        verbose_name_plural = _("recusals from applications")
        constraints = [
            models.UniqueConstraint(fields=["application", "member"], name="one_recusal_per_member"),
            models.UniqueConstraint(fields=["application", "person"], name="one_recusal_per_person"),
            models.CheckConstraint(
                name="recusal_of_a_member_or_a_person",
                condition=Q(member=None, person__isnull=False) | Q(member__isnull=False, person=None),
            ),
        ]

    def __str__(self):
        return f"{self.application_id}: {self.member_id or self.person_id}"


class AdviceArgument(models.Model):
    """What a member says for one side; written again, it takes the place of what it said before."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="arguments")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, choices=list(SIDE_NAMES.items()))
    body = models.TextField()
    language = models.CharField(max_length=5)
    written_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("argument on an application")
        verbose_name_plural = _("arguments on applications")
        constraints = [
            models.UniqueConstraint(
                fields=["application", "member", "side"], name="one_argument_per_member_and_side"
            ),
            models.CheckConstraint(name="argument_side_is_known", condition=Q(side__in=list(Side))),
        ]

    def __str__(self):
        return f"{self.application_id}: {self.side}"


class RegionalAdvice(models.Model):
    """What the region advises ALAC.  Append-only."""

    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="advice")
    result = models.CharField(max_length=15, choices=list(ADVICE_NAMES.items()))
    body = models.TextField()
    language = models.CharField(max_length=5)
    in_favour = models.PositiveSmallIntegerField()
    against = models.PositiveSmallIntegerField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("regional advice")
        verbose_name_plural = _("regional advices")
        constraints = [
            models.CheckConstraint(name="advice_result_is_known", condition=Q(result__in=list(AdviceResult))),
        ]

    def __str__(self):
        return f"{self.application_id}: {self.result}"
