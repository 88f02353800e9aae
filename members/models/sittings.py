"""A meeting while it sits: who is there, in which language, how many are needed, what failed."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from members.enums.minutes import (
    IncidentKind,
    InterestsAnswer,
    Presence,
    Quality,
    QuorumRule,
    RecordingKind,
)
from members.models.meetings import Meeting
from members.models.members import Member
from members.phrases.sittings import (
    INCIDENT_NAMES,
    INTERESTS_NAMES,
    PRESENCE_NAMES,
    QUALITY_NAMES,
    QUORUM_RULE_NAMES,
    RECORDING_NAMES,
)


class Sitting(models.Model):
    """Somebody opened a meeting, in person or at a distance, and somebody closed it."""

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="sitting")
    is_in_person = models.BooleanField(_("in person"), default=False)
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")

    def __str__(self):
        return f"{self._meta.verbose_name} {self.meeting_id}"


class Attendance(models.Model):
    """A person was at a meeting, sent apologies, or stayed away.  Somebody without an account has a `name`.

    `member` is the one that they represent or observe for.  Moments are UTC; empty ones mean from the
    beginning and to the end.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendances")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    name = models.CharField(_("name"), max_length=150, blank=True)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    quality = models.CharField(_("quality"), max_length=14, choices=list(QUALITY_NAMES.items()))
    presence = models.CharField(_("attendance"), max_length=1, choices=list(PRESENCE_NAMES.items()))
    channel = models.CharField(
        _("language channel"), max_length=5, choices=Person.Language.choices, blank=True
    )
    came_at = models.DateTimeField(_("came"), null=True, blank=True)
    left_at = models.DateTimeField(_("left"), null=True, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"))

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="one_attendance_per_person"),
            models.CheckConstraint(
                name="attendance_of_a_person_or_a_name",
                condition=Q(person__isnull=False, name="") | (Q(person=None) & ~Q(name="")),
            ),
            models.CheckConstraint(
                name="attendance_quality_is_known", condition=Q(quality__in=list(Quality))
            ),
            models.CheckConstraint(
                name="attendance_presence_is_known", condition=Q(presence__in=list(Presence))
            ),
            models.CheckConstraint(
                name="representative_of_a_member",
                condition=~Q(quality=Quality.REPRESENTATIVE) | Q(member__isnull=False),
            ),
            models.CheckConstraint(
                name="attendance_left_after_coming",
                condition=Q(came_at=None) | Q(left_at=None) | Q(left_at__gt=F("came_at")),
            ),
        ]

    def __str__(self):
        return f"{self.meeting_id}: {self.person_id or self.name} {self.presence}"


class AttendanceRequest(models.Model):
    """Somebody who acts for a member says that its attendance was recorded wrongly; it is answered."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="attendance_requests")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded = models.CharField(max_length=1, choices=list(PRESENCE_NAMES.items()))
    claimed = models.CharField(_("what is right"), max_length=1, choices=list(PRESENCE_NAMES.items()))
    reason = models.CharField(_("why"), max_length=500)
    lang = models.CharField(max_length=5, choices=Person.Language.choices)
    asked_at = models.DateTimeField(_("asked"))
    is_granted = models.BooleanField(_("granted"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    answer_lang = models.CharField(max_length=5, choices=Person.Language.choices, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("request to correct an attendance")
        verbose_name_plural = _("requests to correct attendances")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "member"],
                condition=Q(answered_at=None),
                name="one_open_request_per_meeting_and_member",
            ),
            models.CheckConstraint(
                name="attendance_request_answered_whole",
                condition=Q(answered_at=None, answered_by=None, is_granted=None, answer="")
                | (
                    Q(answered_at__isnull=False, answered_by__isnull=False, is_granted__isnull=False)
                    & ~Q(answer="")
                ),
            ),
            models.CheckConstraint(
                name="attendance_request_claims_otherwise", condition=~Q(recorded=F("claimed"))
            ),
        ]

    def __str__(self):
        return f"{self.meeting_id}: {self.member_id} {self.claimed}"


class InterestsAsked(models.Model):
    """Somebody said at a meeting whether anything changed in their interests.  Append-only."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="interests_asked")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(_("answer"), max_length=18, choices=list(INTERESTS_NAMES.items()))
    asked_at = models.DateTimeField(_("asked"))

    class Meta:
        verbose_name = _("question about interests")
        verbose_name_plural = _("questions about interests")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person"], name="asked_once_per_meeting"),
            models.CheckConstraint(
                name="interests_answer_is_known", condition=Q(answer__in=list(InterestsAnswer))
            ),
        ]

    def __str__(self):
        return f"{self.meeting_id}: {self.person_id}"


class QuorumTaken(models.Model):
    """How many were present at a moment, of how many, and how many were needed.  Append-only."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="quorums")
    taken_at = models.DateTimeField(_("taken"))
    present = models.PositiveIntegerField(_("present"))
    base = models.PositiveIntegerField(_("of how many"))
    needed = models.PositiveIntegerField(_("needed"))
    recused = models.PositiveIntegerField(_("recused"))
    rule = models.CharField(_("rule"), max_length=14, choices=list(QUORUM_RULE_NAMES.items()))
    article = models.CharField(_("article"), max_length=60, blank=True)
    counts_members = models.BooleanField(_("members, not persons, are counted"))

    class Meta:
        verbose_name = _("quorum taken")
        verbose_name_plural = _("quorums taken")
        constraints = [
            models.CheckConstraint(name="quorum_rule_is_known", condition=Q(rule__in=list(QuorumRule))),
            models.CheckConstraint(name="quorum_within_its_base", condition=Q(present__lte=F("base"))),
        ]

    def __str__(self):
        return f"{self.meeting_id}: {self.present}/{self.base}"

    @property
    def is_met(self) -> bool:
        """Whether enough were present; nobody at all is never enough."""
        return self.present >= max(self.needed, 1)


class Incident(models.Model):
    """Something failed in a meeting: interpretation into a language, the platform.  Moments are UTC."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="incidents")
    kind = models.CharField(_("what failed"), max_length=14, choices=list(INCIDENT_NAMES.items()))
    language = models.CharField(_("language"), max_length=5, choices=Person.Language.choices, blank=True)
    from_at = models.DateTimeField(_("from"))
    until_at = models.DateTimeField(_("until"), null=True, blank=True)
    note = models.CharField(_("what happened"), max_length=500, blank=True)
    lang = models.CharField(max_length=5, choices=Person.Language.choices, blank=True)
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("incident")
        verbose_name_plural = _("incidents")
        constraints = [
            models.CheckConstraint(name="incident_kind_is_known", condition=Q(kind__in=list(IncidentKind))),
            models.CheckConstraint(
                name="interpretation_into_a_language",
                condition=~Q(kind=IncidentKind.INTERPRETATION) | ~Q(language=""),
            ),
            models.CheckConstraint(
                name="incident_ends_after_it_starts",
                condition=Q(until_at=None) | Q(until_at__gt=F("from_at")),
            ),
        ]

    def __str__(self):
        return f"{self.meeting_id}: {self.kind} {self.language}"


class Recording(models.Model):
    """Where a recording, a transcript or the chat of a meeting lies, in a language."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="recordings")
    kind = models.CharField(_("what it is"), max_length=10, choices=list(RECORDING_NAMES.items()))
    language = models.CharField(_("language"), max_length=5, choices=Person.Language.choices)
    url = models.URLField(_("address"), max_length=500)
    linked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField(_("linked"))

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("recording or transcript")
        verbose_name_plural = _("recordings and transcripts")
        constraints = [
            models.CheckConstraint(name="recording_kind_is_known", condition=Q(kind__in=list(RecordingKind))),
            models.UniqueConstraint(
                fields=["meeting", "kind", "language"], name="one_recording_of_a_kind_and_language"
            ),
        ]

    def __str__(self):
        return f"{self.meeting_id}: {self.kind} {self.language}"
