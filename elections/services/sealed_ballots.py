"""A secret ballot is put into its envelope, put in again, or taken out because its place was barred.

Nothing here writes who chose what, or when: the choice is sealed in memory to the key of the vote, and no
chain entry, history, credit or fine moment is made.
"""

import secrets
from datetime import datetime

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from elections.enums.acts import Act
from elections.enums.seals import Seal
from elections.models import Election, Envelope, Place, PlaceBar, RetiredTracker, SetBack
from elections.notifications import scrutiny as notifications
from elections.permissions.scrutiny import can_answer_set_back, can_bar_place, can_cast_sealed
from elections.rules.bundle import barred_row
from elections.rules.fingerprints import digest
from elections.rules.scrutiny import reason_given
from elections.rules.sealing import LENGTH, Inner, attempt_of, written
from elections.rules.statements import plain
from elections.selectors.box import context_of, custody_of, envelope_of, witness_name
from elections.selectors.scrutiny import present_key
from elections.services.entries import note
from elections.services.locks import locked_election
from elections.services.observers import tell_observers
from lacralo.core.audit import act
from lacralo.core.people.models import Person
from lacralo.core.vault import witness
from lacralo.core.vault.seals import padded, seal, tracker_of
from lacralo.core.verdicts import Line, Verdict, require


# Outermost: the act itself is handed the choice too, and an error report shows what it was handed.
@sensitive_variables()
@act
def cast_sealed_ballot(*, place: Place, choice: str, token: str, by: Person, now: datetime) -> str:
    """The ballot of a place is sealed and put into the box; its tracker, which says nothing of the choice.

    Putting in again replaces the envelope.  `token` is the random number of the form: the same form sent
    twice is one ballot, with the same tracker, and an older form undoes nothing.  Raises Refused.
    """
    # The place first, then the election: whoever mixed meanwhile held every place, and is seen here.
    place = Place.objects.select_for_update(of=("self",)).select_related("member").get(pk=place.pk)
    place.election = Election.objects.select_related("position", "rule_set").get(pk=place.election_id)
    envelope, attempt = envelope_of(place), attempt_of(token)
    is_repeated = envelope.attempt == attempt
    has_voted = envelope.has_voted and not is_repeated
    allowed = can_cast_sealed(by, place, now=now, has_voted=has_voted, choice=choice)
    require(allowed & _sent_once(place.election, attempt))
    if is_repeated:
        return envelope.tracker

    election = place.election
    inner = padded(written(Inner(choice, place.weight), secrets.token_hex(16)), LENGTH)
    sealed = seal(inner, present_key(election).public_key, context=context_of(election))
    _retire(envelope, election)
    envelope.has_voted, envelope.sealed = True, sealed
    envelope.tracker, envelope.attempt = tracker_of(sealed), attempt
    envelope.save(update_fields=["has_voted", "sealed", "tracker", "attempt"])

    notifications.ballot_received(place=place, by=by, now=now)
    # The ballot is in: a witness that cannot be written is logged, and takes nothing back.
    transaction.on_commit(lambda: witness.confirm(witness_name(election)), robust=True)
    return envelope.tracker


def _retire(envelope: Envelope, election: Election, *, is_voided: bool = False) -> None:
    if envelope.tracker:
        RetiredTracker.objects.create(
            election=election, tracker=envelope.tracker, attempt=envelope.attempt, is_voided=is_voided
        )


def _sent_once(election: Election, attempt: str) -> Verdict:
    """An old form sent again (back, reload) would undo the ballot that replaced it."""
    replaced = RetiredTracker.objects.filter(election=election, attempt=attempt, is_voided=False)
    return Verdict((Line(Seal.FORM_SENT_BEFORE, not replaced.exists()),))


@act
def bar_place(*, place: Place, reason: str, by: Person, now: datetime) -> PlaceBar:
    """An officer bars a place during a secret vote: it cannot vote any more, and its envelope is void.

    The roll and every weight stay as they are (design, section 3).  Raises Refused.
    """
    place = Place.objects.select_for_update(of=("self",)).select_related("member").get(pk=place.pk)
    place.election = locked_election(place.election_id)
    require(can_bar_place(by, place, now=now) & reason_given(reason))

    envelope = envelope_of(place)
    bar = PlaceBar.objects.create(place=place, barred_at=now, barred_by=by, reason=plain(reason))
    _retire(envelope, place.election, is_voided=True)
    envelope.has_voted, envelope.sealed, envelope.tracker, envelope.attempt = False, None, None, None
    envelope.save(update_fields=["has_voted", "sealed", "tracker", "attempt"])

    told = digest(barred_row(place.number, now))
    note(Act.PLACE_BARRED, place.election, by=by, now=now, role="officer", digest=told)
    tell_observers(place.election, step="barred", now=now)
    notifications.place_barred(bar=bar, now=now)
    transaction.on_commit(lambda: witness.confirm(witness_name(place.election)), robust=True)
    return bar


@act
def answer_set_back(*, election: Election, reason: str, by: Person, now: datetime) -> SetBack:
    """An officer decides that a vote goes on although a backup was put back and ballots are missing.

    Every voter is asked to look for their tracker, and to vote again where it is not in the box.
    Raises Refused.
    """
    election = locked_election(election.pk)
    require(can_answer_set_back(by, election, now=now) & reason_given(reason))
    custody = custody_of(election)

    decision = SetBack.objects.create(
        election=election,
        decided_at=now,
        decided_by=by,
        confirmed=custody.confirmed,
        found=custody.found,
        reason=plain(reason),
    )

    note(Act.SET_BACK_ANSWERED, election, by=by, now=now, role="officer")
    tell_observers(election, step="set_back", now=now)
    notifications.set_back_answered(decision=decision, now=now)
    transaction.on_commit(lambda: witness.set_to(witness_name(election), custody.found))
    return decision
