"""The key of a secret vote is made in memory and kept only in layers, one for each who opens it."""

import secrets
from datetime import datetime

from elections.enums.acts import Act
from elections.enums.seals import Outcome
from elections.models import Election, ElectionKey, SealedKey
from elections.permissions.scrutiny import can_freeze_key
from elections.rules.fingerprints import digest
from elections.rules.sealing import (
    LENGTH,
    TEST_CHOICE,
    layer_context,
    order_text,
    orders,
    rehearsal_context,
)
from elections.selectors.elections import rules_of
from elections.selectors.scrutiny import present_key, scrutineers_of
from elections.services.entries import note
from elections.services.locks import locked_election
from elections.services.observers import tell_observers
from lacralo.core.audit import act
from lacralo.core.people.models import Person
from lacralo.core.vault.seals import new_key, padded, public_half, seal, seal_in_layers
from lacralo.core.verdicts import require


@act
def freeze_key(*, election: Election, by: Person, now: datetime) -> ElectionKey:
    """The key pair of the vote is made; its private half is sealed to every order of scrutineers who can
    open it, and forgotten.  A sealed test ballot waits for the rehearsal.

    Raises Refused.
    """
    election = locked_election(election.pk)
    require(can_freeze_key(by, election, now=now))
    people = {each.number: each.public_key for each in scrutineers_of(election)}
    needed, version = rules_of(election).scrutineers_needed, election.keys.count() + 1
    private = new_key()
    bound = {"election": election.slug, "version": version}
    test = padded(f"{TEST_CHOICE} {secrets.token_hex(16)}".encode(), LENGTH)

    key = ElectionKey.objects.create(
        election=election,
        version=version,
        public_key=public_half(private),
        numbers=sorted(people),
        needed=needed,
        test_envelope=seal(test, public_half(private), context=rehearsal_context(**bound)),
        made_at=now,
        made_by=by,
    )
    SealedKey.objects.bulk_create(
        SealedKey(
            key=key,
            order=order_text(order),
            sealed=seal_in_layers(
                private.private_bytes_raw(),
                [people[number] for number in order],
                context=layer_context(**bound),
            ),
        )
        for order in orders(people, needed)
    )

    made = digest({"public_key": key.public_key, "scrutineers": key.numbers, "needed": needed})
    note(Act.KEY_FROZEN, election, by=by, now=now, role="officer", digest=made)
    tell_observers(election, step="key_frozen", now=now)
    return key


def give_up_key(election: Election, *, now: datetime) -> None:
    """Part of an act: a key that a lost code or another scrutineer made useless; its layers are destroyed."""
    key = present_key(election)
    if key is None:
        return
    key.superseded_at = now
    key.save(update_fields=["superseded_at"])
    key.sealed.all().delete()
    key.openings.filter(ended_at=None).update(ended_at=now, outcome=Outcome.DROPPED, remaining={})
    note(Act.KEY_GIVEN_UP, election, by=None, now=now)
