"""What staff is asked for: one request for each language, and each step of it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from lacralo.core.people.models import Person
from lacralo.core.texts.enums import Language
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from members.enums.staff_requests import RequestKind, RequestStatus
from members.phrases.staff_requests import REQUEST_KIND_NAMES, REQUEST_STATUS_NAMES

_LANGUAGES = list(LANGUAGE_NAMES.items())
_CLOSED = [RequestStatus.DONE, RequestStatus.DECLINED, RequestStatus.WITHDRAWN]


class StaffRequestQuerySet(models.QuerySet):
    """Requests; what they say is for who made them and for those who answer."""

    def visible_to(self, person: Person | None, *, answers: bool) -> "StaffRequestQuerySet":
        """A person's own requests; all of them for somebody who answers requests."""
        if person is None:
            return self.none()
        return self.all() if answers else self.filter(asked_by=person)

    def waiting(self) -> "StaffRequestQuerySet":
        """Neither done, declined nor taken back."""
        return self.exclude(status__in=_CLOSED)


class StaffRequest(models.Model):
    """A transcription, interpretation or translation into one language, asked for by somebody.

    `purpose` is in `purpose_language`; `needed_by` is a UTC day; `link` is what it is about and
    `delivered_link` what came of it.
    """

    kind = models.CharField(_("kind"), max_length=14, choices=list(REQUEST_KIND_NAMES.items()))
    from_language = models.CharField(_("from"), max_length=5, choices=_LANGUAGES)
    language = models.CharField(_("language"), max_length=5, choices=_LANGUAGES)
    purpose = models.TextField(_("what it is for"))
    purpose_language = models.CharField(max_length=5, choices=_LANGUAGES)
    link = models.URLField(_("link to the text or the meeting"), blank=True)
    needed_by = models.DateField(_("needed by"), null=True, blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("asked"))
    status = models.CharField(
        _("status"), max_length=9, choices=list(REQUEST_STATUS_NAMES.items()), default=RequestStatus.ASKED
    )
    closed_at = models.DateTimeField(_("done, declined or taken back"), null=True, blank=True)
    delivered_link = models.URLField(_("where it is"), blank=True)

    history = HistoricalRecords(related_name="+")

    objects = StaffRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request to staff")
        verbose_name_plural = _("requests to staff")
        constraints = [
            models.CheckConstraint(
                name="staff_request_kind_is_known", condition=Q(kind__in=list(RequestKind))
            ),
            models.CheckConstraint(
                name="staff_request_status_is_known", condition=Q(status__in=list(RequestStatus))
            ),
            models.CheckConstraint(
                name="staff_request_languages_are_offered",
                condition=Q(
                    language__in=list(Language),
                    from_language__in=list(Language),
                    purpose_language__in=list(Language),
                ),
            ),
            models.CheckConstraint(
                name="staff_request_closed_at_iff_closed",
                condition=Q(closed_at=None, status__in=[s for s in RequestStatus if s not in _CLOSED])
                | Q(closed_at__isnull=False, status__in=_CLOSED),
            ),
            models.CheckConstraint(
                name="staff_request_done_iff_delivered",
                condition=Q(status=RequestStatus.DONE) & ~Q(delivered_link="")
                | ~Q(status=RequestStatus.DONE) & Q(delivered_link=""),
            ),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"

    def get_absolute_url(self):
        """The page of the request."""
        return reverse("members:staff_request", args=[self.pk])


class StaffRequestStep(models.Model):
    """A request came to a status: when, by whom, and a few words of theirs.  Append-only."""

    request = models.ForeignKey(StaffRequest, on_delete=models.PROTECT, related_name="steps")
    status = models.CharField(_("status"), max_length=9, choices=list(REQUEST_STATUS_NAMES.items()))
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("when"))
    words = models.TextField(_("a few words"), blank=True)
    language = models.CharField(_("language"), max_length=5, choices=_LANGUAGES, blank=True)

    class Meta:
        verbose_name = _("step of a request")
        verbose_name_plural = _("steps of requests")
        constraints = [
            models.UniqueConstraint(fields=["request", "status"], name="one_step_per_status"),
            models.CheckConstraint(
                name="staff_request_step_is_known", condition=Q(status__in=list(RequestStatus))
            ),
            models.CheckConstraint(
                name="staff_request_words_have_a_language",
                condition=Q(words="", language="") | (~Q(words="") & Q(language__in=list(Language))),
            ),
        ]

    def __str__(self):
        return f"{self.request_id}: {self.status}"
