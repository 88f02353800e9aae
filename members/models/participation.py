"""What is written about participation beside credits: corrections, contested lines, leave, consequences."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from members.enums.participation import CreditKind, LeaveKind, Standing, WarningStep
from members.models.credits import Credit
from members.models.members import Member
from members.models.occasions import Occasion
from members.phrases.participation import CREDIT_NAMES, LEAVE_NAMES, STANDING_NAMES, WARNING_NAMES


class Attestation(models.Model):
    """The secretary writes down, with the reason, that a member took part.  Append-only.

    It is the evidence of the credit where no act of the portal shows it.
    """

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(_("how the member took part"), max_length=20, choices=list(CREDIT_NAMES.items()))
    on = models.DateField(_("day"))
    reason = models.CharField(_("what shows it"), max_length=300)
    attested_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    attested_at = models.DateTimeField(_("written down"))

    class Meta:
        verbose_name = _("attestation")
        verbose_name_plural = _("attestations")
        constraints = [
            models.CheckConstraint(name="attestation_kind_is_known", condition=Q(kind__in=list(CreditKind))),
            models.CheckConstraint(name="attestation_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return self.reason


class Strike(models.Model):
    """A credit that was wrong no longer counts from the moment it was struck, and why.  Append-only."""

    credit = models.OneToOneField(Credit, on_delete=models.PROTECT, related_name="strike")
    reason = models.CharField(_("reason"), max_length=300)
    struck_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    struck_at = models.DateTimeField(_("struck"))

    class Meta:
        verbose_name = _("struck credit")
        verbose_name_plural = _("struck credits")
        constraints = [models.CheckConstraint(name="strike_has_a_reason", condition=~Q(reason=""))]

    def __str__(self):
        return self.reason


class ContestQuerySet(models.QuerySet):
    """Questions to the contested lines."""

    def waiting(self) -> "ContestQuerySet":
        """Those that nobody has answered."""
        return self.filter(answered_at=None)


class Contest(models.Model):
    """A member says that a line of its participation is wrong: a credit, or an occasion it is said to have
    missed.  The secretary answers, and what is right is written down.
    """

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="contests")
    credit = models.ForeignKey(Credit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    occasion = models.ForeignKey(Occasion, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    words = models.TextField(_("what is wrong"))
    language = models.CharField(_("language"), max_length=5)
    filed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField(_("filed"))
    due_on = models.DateField(_("to be answered by"))
    is_upheld = models.BooleanField(_("the member is right"), null=True, blank=True)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = ContestQuerySet.as_manager()

    class Meta:
        verbose_name = _("contested line")
        verbose_name_plural = _("contested lines")
        constraints = [
            models.CheckConstraint(
                name="contest_is_about_one_line",
                condition=Q(credit=None, occasion__isnull=False) | Q(credit__isnull=False, occasion=None),
            ),
            models.CheckConstraint(
                name="contest_answered_whole",
                condition=Q(answered_at=None, answered_by=None, is_upheld=None, answer="")
                | (
                    Q(answered_at__isnull=False, answered_by__isnull=False, is_upheld__isnull=False)
                    & ~Q(answer="")
                ),
            ),
            models.UniqueConstraint(
                fields=["member", "credit"],
                condition=Q(answered_at=None),
                name="one_open_contest_of_a_credit",
            ),
            models.UniqueConstraint(
                fields=["member", "occasion"],
                condition=Q(answered_at=None),
                name="one_open_contest_of_an_occasion",
            ),
        ]

    def __str__(self):
        return f"{self.member} ({self.filed_at:%Y-%m-%d})"


class DatedQuerySet(models.QuerySet):
    """Questions to dated rows."""

    def on(self, day: date) -> "DatedQuerySet":
        """Those that hold on that day (UTC)."""
        return self.filter(Q(end=None) | Q(end__gt=day), start__lte=day)


class Leave(models.Model):
    """A member is on leave, or exempt, from `start` until the day before `end`: that time does not count."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="leaves")
    kind = models.CharField(_("kind"), max_length=10, choices=list(LEAVE_NAMES.items()))
    start = models.DateField(_("from"))
    end = models.DateField(_("until (not included)"))
    reason = models.CharField(_("reason or decision"), max_length=300)

    history = HistoricalRecords(related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("leave")
        verbose_name_plural = _("leaves")
        constraints = [
            models.CheckConstraint(name="leave_ends_after_it_starts", condition=Q(end__gt=F("start"))),
            models.CheckConstraint(name="leave_kind_is_known", condition=Q(kind__in=list(LeaveKind))),
            models.CheckConstraint(name="leave_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.member}: {self.start}–{self.end}"


class InitialStanding(models.Model):
    """How a member stood on a day before the portal measured it, by a decision.  Append-only."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="initial_standings")
    standing = models.CharField(_("standing"), max_length=12, choices=list(STANDING_NAMES.items()))
    on = models.DateField(_("as of"))
    decision = models.CharField(_("decision"), max_length=300)
    loaded_at = models.DateTimeField(_("loaded"))

    class Meta:
        verbose_name = _("initial standing")
        verbose_name_plural = _("initial standings")
        constraints = [
            models.CheckConstraint(
                name="initial_standing_is_known", condition=Q(standing__in=list(Standing))
            ),
            models.CheckConstraint(name="initial_standing_has_a_decision", condition=~Q(decision="")),
        ]

    def __str__(self):
        return f"{self.member}: {self.standing} ({self.on})"


class WarningQuerySet(models.QuerySet):
    """Questions to the warnings."""

    def open(self) -> "WarningQuerySet":
        """Those on which a next step can rest: not settled, not withdrawn."""
        return self.filter(closed_at=None)


class ParticipationWarning(models.Model):
    """A member was told that its participation fell.

    Closed when it recovered, when its vote was suspended, or when the notice came back and is sent again.
    """

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="warnings")
    step = models.CharField(_("step"), max_length=16, choices=list(WARNING_NAMES.items()))
    written_at = models.DateTimeField(_("written"))
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = WarningQuerySet.as_manager()

    class Meta:
        verbose_name = _("warning about participation")
        verbose_name_plural = _("warnings about participation")
        constraints = [
            models.UniqueConstraint(
                fields=["member", "step"], condition=Q(closed_at=None), name="one_open_warning_of_a_step"
            ),
            models.CheckConstraint(name="warning_step_is_known", condition=Q(step__in=list(WarningStep))),
        ]

    def __str__(self):
        return f"{self.member}: {self.step}"

    @property
    def event(self) -> str:
        """The event of its mails in the outbox."""
        return f"members.warning:{self.pk}"


class Suspension(models.Model):
    """The vote of a member is suspended from `start` until the day before `end`: it is on no new roll."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="suspensions")
    start = models.DateField(_("from"))
    end = models.DateField(_("until (not included)"), null=True, blank=True)
    reason = models.CharField(_("reason or decision"), max_length=300)
    end_reason = models.CharField(_("why it ended"), max_length=300, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("suspended vote")
        verbose_name_plural = _("suspended votes")
        constraints = [
            models.UniqueConstraint(
                fields=["member"], condition=Q(end=None), name="one_present_suspension_per_member"
            ),
            models.CheckConstraint(
                name="suspension_ends_when_it_starts_or_later",
                condition=Q(end=None, end_reason="") | (Q(end__gte=F("start")) & ~Q(end_reason="")),
            ),
            models.CheckConstraint(name="suspension_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.member}: {self.start}–{self.end or ''}"
