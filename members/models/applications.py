"""Applications: what was written, where each stands, how it came there."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from lacralo.core.rulebook.models import RuleSet
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from members.enums import MemberKind
from members.enums.accreditation import AlsTie, Commitment, Course, Funding, Move, Stage
from members.models.members import Member
from members.models.offices import Term
from members.phrases.accreditation import COMMITMENT_NAMES, FUNDING_NAMES, STAGE_NAMES, TIE_NAMES, stage_words
from members.phrases.register import KIND_NAMES
from members.workflows.accreditation import OPEN

_OPEN = sorted(OPEN)
_ENDED = sorted((Stage.ACCEPTED, Stage.REJECTED, Stage.WITHDRAWN))

#: Read by the applicant and by those who keep the register; the rest of a sent application is public.
CONFIDENTIAL = (
    "contact_name",
    "contact_email",
    "contact_phone",
    "primary_name",
    "primary_email",
    "alternate_name",
    "alternate_email",
    "als_tie_note",
    "interested_parties",
    "finances",
)


class ApplicationQuerySet(models.QuerySet):
    """Questions to the applications."""

    def visible_to(self, person: Person | None, *, on: date) -> "ApplicationQuerySet":
        """Those of which the person may read every field: their own, and what was sent for whoever keeps
        the register on that day (UTC).
        """
        if person is None:
            return self.none()
        keeps = (
            person.is_superuser
            or Term.objects.on(on).filter(person=person, position__runs_elections=True).exists()
        )
        own = Q(applicant=person)
        return self.filter(own | Q(submitted_at__isnull=False) if keeps else own)

    def public(self) -> "ApplicationQuerySet":
        """What was sent, without what is confidential."""
        return self.filter(submitted_at__isnull=False).defer(*CONFIDENTIAL)

    def open(self) -> "ApplicationQuerySet":
        """Those in the hands of LACRALO or ALAC."""
        return self.filter(stage__in=_OPEN)


class Application(models.Model):
    """Somebody wants to be a member.  A draft is read by its writer alone.

    `stage_since` and `due_at` are of the present stage; a clock that stands still since `paused_at` goes on
    later by as long.
    """

    applicant = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("kind"), max_length=10, choices=list(KIND_NAMES.items()))
    stage = models.CharField(_("stage"), max_length=15, choices=list(STAGE_NAMES.items()))
    course = models.CharField(max_length=10, default=Course.RUNNING)
    rule_set = models.ForeignKey(RuleSet, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    started_at = models.DateTimeField(_("begun"))
    submitted_at = models.DateTimeField(_("sent"), null=True, blank=True)
    stage_since = models.DateTimeField(_("at this stage since"))
    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    paused_at = models.DateTimeField(_("waiting since"), null=True, blank=True)
    pages_seen = models.JSONField(default=list)
    self_assessment = models.JSONField(default=dict)

    language = models.CharField(_("language"), max_length=5, choices=list(LANGUAGE_NAMES.items()))
    name = models.CharField(_("name"), max_length=200, blank=True)
    search_name = models.CharField(max_length=200, blank=True, editable=False)
    country = CountryField(_("country"), blank=True)
    contact_name = models.CharField(max_length=200, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    website = models.URLField(_("web site"), blank=True)
    activities = models.TextField(blank=True)
    member_count = models.PositiveIntegerField(null=True, blank=True)
    governance = models.TextField(blank=True)
    funding = models.CharField(max_length=10, choices=list(FUNDING_NAMES.items()), blank=True)
    finances = models.TextField(blank=True)
    public_information = models.TextField(blank=True)
    is_resident = models.BooleanField(default=False)
    als_tie = models.CharField(max_length=10, choices=list(TIE_NAMES.items()), blank=True)
    als_tie_note = models.CharField(max_length=300, blank=True)
    motivation = models.TextField(blank=True)
    primary_name = models.CharField(max_length=200, blank=True)
    primary_email = models.EmailField(blank=True)
    alternate_name = models.CharField(max_length=200, blank=True)
    alternate_email = models.EmailField(blank=True)
    interested_parties = models.TextField(blank=True)

    history = HistoricalRecords(related_name="+", excluded_fields=list(CONFIDENTIAL))

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        constraints = [
            models.UniqueConstraint(
                fields=["applicant", "kind"], condition=Q(stage=Stage.DRAFT), name="one_draft_of_a_kind"
            ),
            models.UniqueConstraint(
                fields=["kind", "search_name", "country"],
                condition=Q(stage__in=_OPEN),
                name="one_open_application_per_name",
            ),
            models.CheckConstraint(name="application_stage_is_known", condition=Q(stage__in=list(Stage))),
            models.CheckConstraint(name="application_course_is_known", condition=Q(course__in=list(Course))),
            models.CheckConstraint(name="application_kind_is_known", condition=Q(kind__in=list(MemberKind))),
            models.CheckConstraint(
                name="application_funding_is_known", condition=Q(funding__in=["", *Funding])
            ),
            models.CheckConstraint(name="application_tie_is_known", condition=Q(als_tie__in=["", *AlsTie])),
            models.CheckConstraint(
                name="application_waits_iff_paused",
                condition=Q(course=Course.RUNNING, paused_at=None)
                | (~Q(course=Course.RUNNING) & Q(paused_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="application_due_iff_open",
                condition=Q(stage__in=_OPEN, due_at__isnull=False) | (~Q(stage__in=_OPEN) & Q(due_at=None)),
            ),
            models.CheckConstraint(
                name="application_sent_unless_draft",
                condition=Q(stage=Stage.DRAFT, submitted_at=None)
                | Q(stage=Stage.WITHDRAWN)
                | (~Q(stage=Stage.DRAFT) & Q(submitted_at__isnull=False)),
            ),
        ]

    def __str__(self):
        return f"{self.pk}: {self.name}"

    def get_absolute_url(self):
        """Its public page."""
        return reverse("members:application_detail", args=[self.pk])

    @property
    def stage_words(self) -> str:
        """Where it stands, in words."""
        return stage_words(self.stage, self.course)

    @property
    def is_open(self) -> bool:
        """Whether it is in the hands of LACRALO or ALAC."""
        return self.stage in OPEN


class ApplicationMove(models.Model):
    """One move of an application, with its reason where it has one.  Append-only."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="moves")
    move = models.CharField(max_length=15)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    language = models.CharField(max_length=5, blank=True)

    class Meta:
        verbose_name = _("move of an application")
        verbose_name_plural = _("moves of applications")
        constraints = [
            models.CheckConstraint(name="application_move_is_known", condition=Q(move__in=list(Move))),
        ]

    def __str__(self):
        return f"{self.application_id}: {self.move}"


class Acceptance(models.Model):
    """The applicant accepted a version of a text.  Append-only: accepting another version adds a row."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="acceptances")
    commitment = models.CharField(max_length=12, choices=list(COMMITMENT_NAMES.items()))
    version = models.CharField(max_length=80)
    accepted_at = models.DateTimeField()
    accepted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("acceptance of a commitment")
        verbose_name_plural = _("acceptances of commitments")
        constraints = [
            models.UniqueConstraint(
                fields=["application", "commitment", "version"], name="one_acceptance_per_version"
            ),
            models.CheckConstraint(name="commitment_is_known", condition=Q(commitment__in=list(Commitment))),
        ]

    def __str__(self):
        return f"{self.commitment} {self.version}"
