"""Who opens a secret vote, with which keys, and who watches."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from elections.enums.seals import Outcome, Purpose
from elections.models.elections import Election
from lacralo.core.people.models import Person


class ScrutineerQuerySet(models.QuerySet):
    """Questions to the scrutineers."""

    def present(self) -> "ScrutineerQuerySet":
        """Those that were not released."""
        return self.filter(released_at=None)


class Scrutineer(models.Model):
    """A person who holds a code of a secret vote; of it only the public half of its key is here."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="scrutineers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(_("number"))
    named_at = models.DateTimeField(_("named"))
    named_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(_("released"), null=True, blank=True)
    public_key = models.CharField(_("public half of the key"), max_length=64, blank=True)
    code_language = models.CharField(_("language of the words"), max_length=5, blank=True)
    code_made_at = models.DateTimeField(_("code shown"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("code typed back"), null=True, blank=True)
    failed_tries = models.PositiveSmallIntegerField(_("wrong codes in a row"), default=0)
    waits_until = models.DateTimeField(_("no further try before"), null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    objects = ScrutineerQuerySet.as_manager()

    class Meta:
        verbose_name = _("scrutineer of a vote")
        verbose_name_plural = _("scrutineers of votes")
        constraints = [
            models.UniqueConstraint(fields=["election", "number"], name="one_scrutineer_per_number"),
            models.UniqueConstraint(
                fields=["election", "person"],
                condition=Q(released_at=None),
                name="one_present_scrutineer_per_person",
            ),
            models.CheckConstraint(
                name="scrutineer_code_whole_or_not_at_all",
                condition=Q(public_key="", code_language="", code_made_at=None, confirmed_at=None)
                | (~Q(public_key="") & ~Q(code_language="") & Q(code_made_at__isnull=False)),
            ),
        ]

    def __str__(self):
        return f"{self.election} {self.number}"


class ElectionKey(models.Model):
    """The key pair of a secret vote: the public half here, the private half only in layers.

    A key is made again when a code was lost; `numbers` are the scrutineers whose codes it is sealed to,
    any `needed` of whom open it.
    """

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="keys")
    version = models.PositiveSmallIntegerField(_("version"))
    public_key = models.CharField(_("public half"), max_length=64)
    numbers = models.JSONField(_("scrutineers"))
    needed = models.PositiveSmallIntegerField(_("scrutineers needed to open"))
    test_envelope = models.TextField(_("sealed test ballot"))
    made_at = models.DateTimeField(_("made"))
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    rehearsed_at = models.DateTimeField(_("test ballot opened"), null=True, blank=True)
    superseded_at = models.DateTimeField(_("given up"), null=True, blank=True)

    class Meta:
        verbose_name = _("key of a vote")
        verbose_name_plural = _("keys of votes")
        constraints = [
            models.UniqueConstraint(fields=["election", "version"], name="one_key_per_version"),
            models.UniqueConstraint(
                fields=["election"], condition=Q(superseded_at=None), name="one_present_key_per_election"
            ),
        ]

    def __str__(self):
        return f"{self.election} v{self.version}"


class SealedKey(models.Model):
    """The private half of a key for one order of scrutineers ("3-1"): the first removes the outer layer."""

    key = models.ForeignKey(ElectionKey, on_delete=models.PROTECT, related_name="sealed")
    order = models.CharField(_("order of the scrutineers"), max_length=20)
    sealed = models.TextField(_("sealed private half"))

    class Meta:
        verbose_name = _("sealed key")
        verbose_name_plural = _("sealed keys")
        constraints = [
            models.UniqueConstraint(fields=["key", "order"], name="one_sealed_key_per_order"),
        ]

    def __str__(self):
        return f"{self.key} {self.order}"


class Opening(models.Model):
    """Scrutineers remove their layers, one after the other; `remaining` stays sealed to those who follow.

    `numbers` are those who did so far; `because` says why an opening was stopped, line by line.
    """

    key = models.ForeignKey(ElectionKey, on_delete=models.PROTECT, related_name="openings")
    purpose = models.CharField(_("purpose"), max_length=10)
    started_at = models.DateTimeField(_("started"))
    numbers = models.JSONField(_("scrutineers who removed their layer"), default=list)
    remaining = models.JSONField(_("what is still sealed"), default=dict)
    ended_at = models.DateTimeField(_("ended"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, blank=True)
    because = models.JSONField(_("why it was stopped"), default=list)

    class Meta:
        verbose_name = _("opening")
        verbose_name_plural = _("openings")
        constraints = [
            models.UniqueConstraint(
                fields=["key", "purpose"],
                condition=Q(ended_at=None),
                name="one_opening_under_way",
            ),
            models.CheckConstraint(name="opening_purpose_is_known", condition=Q(purpose__in=list(Purpose))),
            models.CheckConstraint(
                name="opening_ended_iff_outcome",
                condition=Q(ended_at=None, outcome="")
                | Q(ended_at__isnull=False, outcome__in=list(Outcome), remaining={}),
            ),
        ]

    def __str__(self):
        return f"{self.key} {self.purpose}"


class Observer(models.Model):
    """A person who watches a vote: reads everything public about it, and gets its figures by mail."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="observers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    start = models.DateTimeField(_("from"))
    end = models.DateTimeField(_("until"), null=True, blank=True)

    history = HistoricalRecords(related_name="+")

    class Meta:
        verbose_name = _("observer of a vote")
        verbose_name_plural = _("observers of votes")
        constraints = [
            models.UniqueConstraint(
                fields=["election", "person"], condition=Q(end=None), name="one_observer_per_person"
            ),
        ]

    def __str__(self):
        return f"{self.election} {self.person}"


class Postponement(models.Model):
    """A vote opens later than the calendar said, and closes later too; with the reason.  Append-only."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="postponements")
    postponed_at = models.DateTimeField(_("postponed"))
    postponed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=500)
    starts_before = models.DateTimeField(_("would have opened"))
    starts_after = models.DateTimeField(_("opens"))

    class Meta:
        verbose_name = _("postponement of a vote")
        verbose_name_plural = _("postponements of votes")
        constraints = [
            models.CheckConstraint(
                name="postponed_to_a_later_moment", condition=Q(starts_after__gt=F("starts_before"))
            ),
            models.CheckConstraint(name="postponement_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.election} {self.starts_after:%Y-%m-%d}"
