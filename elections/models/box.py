"""The box of a secret vote: outer envelopes while it runs, mixed ones after, and the board.

None of these tables has a history, and none of their rows carries a moment, a person or a sequence that
would lead from a voter to a choice.
"""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from elections.models.elections import Election
from elections.models.rolls import Place
from lacralo.core.people.models import Person


class Envelope(models.Model):
    """The outer envelope of one place, made when the roll froze: whether it voted, and what it put in.

    `attempt` is the hash of a number that the form carried, so that the same ballot sent twice is one.
    The mix empties it: only `has_voted` stays.
    """

    place = models.OneToOneField(Place, on_delete=models.PROTECT, related_name="envelope", primary_key=True)
    has_voted = models.BooleanField(_("has voted"), default=False)
    sealed = models.TextField(_("sealed inner envelope"), null=True)  # noqa: DJ001 - none is not an empty one
    tracker = models.CharField(_("tracker"), max_length=64, null=True, unique=True)  # noqa: DJ001
    attempt = models.CharField(_("attempt"), max_length=64, null=True)  # noqa: DJ001

    class Meta:
        verbose_name = _("envelope")
        verbose_name_plural = _("envelopes")
        constraints = [
            models.CheckConstraint(
                name="envelope_whole_or_empty",
                condition=Q(sealed=None, tracker=None, attempt=None)
                | Q(sealed__isnull=False, tracker__isnull=False, attempt__isnull=False, has_voted=True),
            ),
        ]

    def __str__(self):
        return f"{self.place_id}"


class RetiredTracker(models.Model):
    """A tracker whose envelope is no longer in the box, until the mix publishes them all together.

    With its attempt, so that an old form sent again does not undo a later ballot.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="retired_trackers")
    tracker = models.CharField(_("tracker"), max_length=64, unique=True)
    attempt = models.CharField(_("attempt"), max_length=64)
    is_voided = models.BooleanField(_("taken out because the place was barred"), default=False)

    class Meta:
        verbose_name = _("retired tracker")
        verbose_name_plural = _("retired trackers")

    def __str__(self):
        return self.tracker


class MixedEnvelope(models.Model):
    """An inner envelope after the mix: a random key, no place, no order."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="mixed_envelopes")
    sealed = models.TextField(_("sealed inner envelope"))

    class Meta:
        verbose_name = _("mixed envelope")
        verbose_name_plural = _("mixed envelopes")

    def __str__(self):
        return str(self.id)


class Board(models.Model):
    """What the close published: the sorted trackers, their hash, and that of the voters.  Append-only.

    The salt of the voters' hash is published where the voters are, else given to the scrutineers alone.
    """

    election = models.OneToOneField(Election, on_delete=models.PROTECT, related_name="board")
    envelopes = models.PositiveSmallIntegerField(_("envelopes"))
    trackers = models.JSONField(_("trackers in the box"))
    replaced = models.JSONField(_("trackers replaced by a later ballot"))
    voided = models.JSONField(_("trackers of places that were barred"))
    list_hash = models.CharField(_("SHA-256 of the list"), max_length=64)
    voters_hash = models.CharField(_("SHA-256 of the list of voters"), max_length=64)
    voters_salt = models.CharField(_("salt of the hash of voters"), max_length=32)

    class Meta:
        verbose_name = _("board of a vote")
        verbose_name_plural = _("boards of votes")

    def __str__(self):
        return f"{self.election}"


class PlaceBar(models.Model):
    """A place may not vote any more from a moment on; an envelope that was in is void.  Append-only.

    Who was barred is public; why stands here for those who run the election.
    """

    place = models.OneToOneField(Place, on_delete=models.PROTECT, related_name="bar", primary_key=True)
    barred_at = models.DateTimeField(_("barred"))
    barred_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(_("reason"), max_length=500)

    class Meta:
        verbose_name = _("barred place")
        verbose_name_plural = _("barred places")
        constraints = [
            models.CheckConstraint(name="place_bar_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.place_id}"


class SetBack(models.Model):
    """The database was set back during a vote, and the returning officer decided to go on.  Append-only."""

    election = models.ForeignKey(Election, on_delete=models.PROTECT, related_name="set_backs")
    decided_at = models.DateTimeField(_("decided"))
    decided_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    confirmed = models.PositiveIntegerField(_("ballots that had been confirmed"))
    found = models.PositiveIntegerField(_("ballots that were found"))
    reason = models.CharField(_("reason"), max_length=500)

    class Meta:
        verbose_name = _("decision after a set-back")
        verbose_name_plural = _("decisions after set-backs")
        constraints = [
            models.CheckConstraint(name="set_back_has_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self):
        return f"{self.election} {self.found}/{self.confirmed}"
