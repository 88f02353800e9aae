"""Scrutineers remove their layers, each in their own session; the last one's request opens."""

import base64
from dataclasses import dataclass, field
from datetime import datetime

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.views.decorators.debug import sensitive_variables

from elections.enums.acts import Act
from elections.enums.seals import Outcome, Purpose, Seal
from elections.models import Election, ElectionKey, Opening, Scrutineer, SealedKey
from elections.notifications import scrutiny as notifications
from elections.permissions.scrutiny import can_remove_layer
from elections.rules.sealing import TEST_CHOICE, behind, code_context, layer_context, rehearsal_context
from elections.selectors.scrutiny import opening_under_way, openings_ended, present_key
from elections.services.counting import count_box, recount_box
from elections.services.entries import note
from elections.services.locks import locked_scrutineer
from elections.services.mixing import sweep_soon
from elections.services.observers import tell_observers
from elections.services.scrutineers import read_code
from lacralo.core.audit import act
from lacralo.core.people.models import Person
from lacralo.core.vault import codes
from lacralo.core.vault.seals import BrokenSeal, opened, public_half
from lacralo.core.verdicts import PASS, Line, Verdict, require

_KEY_DIFFERS = Verdict((Line(Seal.KEY_DIFFERS, passed=False),))


@dataclass(frozen=True)
class Removed:
    """What came of a layer: why not, or how many scrutineers are still missing.

    `recount` is the scrutineers' file, answered to the last of them in a recount.
    """

    verdict: Verdict
    missing: int = 0
    recount: dict[str, object] = field(default_factory=dict)


@act
@sensitive_variables()
def remove_layer(
    *,
    scrutineer: Scrutineer,
    purpose: Purpose,
    typed: str,
    by: Person,
    now: datetime,
    ended_before: int | None = None,
) -> Removed:
    """A scrutineer removes their layer with their code; what is stored stays sealed to those who follow.

    `ended_before` is how many openings of this purpose had ended when the form was made, where it says so:
    the page of a recount, loaded again, would begin another one.

    With the last layer the test ballot is opened, or the envelopes are opened and counted, or recounted.
    A wrong code, and a box that is not in order, are answered with their reasons; they are no errors.
    Raises Refused.
    """
    scrutineer = locked_scrutineer(scrutineer)
    election = scrutineer.election
    ended = openings_ended(election, purpose)
    again = Line(Seal.OPENING_ENDED, ended_before is None or ended_before == ended)
    require(can_remove_layer(by, scrutineer, purpose, now=now) & Verdict((again,)))
    found = read_code(scrutineer, typed, by=by, now=now)
    if not found.verdict:
        return Removed(found.verdict)

    key = present_key(election)
    key.election = election
    context = code_context(election=election.slug, number=scrutineer.number)
    own = codes.key_of(found.secret, context)
    opening = opening_under_way(key, purpose) or Opening(key=key, purpose=purpose, started_at=now)
    try:
        remaining = _without_layer(_sealed(key, opening), scrutineer.number, own, _layer(key))
    except BrokenSeal:
        return _stopped(opening, _KEY_DIFFERS, by=by, now=now)
    opening.numbers = [*opening.numbers, scrutineer.number]
    note(Act.LAYER_REMOVED, election, by=by, now=now, role="scrutineer")
    if "" not in remaining:
        opening.remaining = remaining
        opening.save()
        notifications.layer_removed(opening=opening, by=by, now=now)
        return Removed(PASS, missing=key.needed - len(opening.numbers))
    return _opened(opening, remaining[""], by=by, now=now)


def _sealed(key: ElectionKey, opening: Opening) -> dict[str, str]:
    if opening.numbers:
        return opening.remaining
    return dict(SealedKey.objects.filter(key=key).values_list("order", "sealed"))


def _without_layer(
    sealed: dict[str, str], number: int, own: X25519PrivateKey, context: str
) -> dict[str, str]:
    """What is left, by the order that is left; under the empty order, the private half in hexadecimal.

    Raises BrokenSeal, also when no layer for this scrutineer is there: somebody removed it.
    """
    left = {behind(order, number): layer for order, layer in sealed.items()}
    left.pop(None, None)
    if not left:
        raise BrokenSeal
    return {rest: _inner(opened(layer, own, context=context), rest) for rest, layer in left.items()}


def _inner(layer: bytes, rest: str) -> str:
    """What was under a layer, as text: another layer, or what has to be the private half."""
    if not rest:
        return layer.hex()
    try:
        base64.b64decode(layer, validate=True)
    except ValueError:
        raise BrokenSeal from None
    return layer.decode()


def _layer(key: ElectionKey) -> str:
    return layer_context(election=key.election.slug, version=key.version)


def _opened(opening: Opening, raw: str, *, by: Person, now: datetime) -> Removed:
    """All layers are removed: the private half is in memory for the length of this request."""
    private = _private_half(raw)
    if private is None or public_half(private) != opening.key.public_key:
        return _stopped(opening, _KEY_DIFFERS, by=by, now=now)
    if opening.purpose == Purpose.REHEARSAL:
        return _rehearsed(opening, private, by=by, now=now)
    if opening.purpose == Purpose.RECOUNT:
        verdict, recount = recount_box(opening.key.election, private, by=by, now=now)
    else:
        verdict, recount = count_box(opening.key.election, private, by=by, now=now), {}
    if not verdict:
        return _stopped(opening, verdict, by=by, now=now)
    _end(opening, Outcome.DONE, now)
    return Removed(PASS, recount=recount)


def _private_half(raw: str) -> X25519PrivateKey | None:
    """The private half that the last layer held; None when that was no key: layers can be forged."""
    try:
        return X25519PrivateKey.from_private_bytes(bytes.fromhex(raw))
    except ValueError:
        return None


def _rehearsed(opening: Opening, private: X25519PrivateKey, *, by: Person, now: datetime) -> Removed:
    key, election = opening.key, opening.key.election
    context = rehearsal_context(election=election.slug, version=key.version)
    try:
        is_test = opened(key.test_envelope, private, context=context).startswith(TEST_CHOICE.encode())
    except BrokenSeal:
        is_test = False
    if not is_test:
        return _stopped(opening, _KEY_DIFFERS, by=by, now=now)
    _end(opening, Outcome.DONE, now)
    key.rehearsed_at = now
    key.save(update_fields=["rehearsed_at"])
    note(Act.KEY_REHEARSED, election, by=by, now=now, role="scrutineer")
    tell_observers(election, step="rehearsed", now=now)
    notifications.rehearsed(election=election, now=now)
    return Removed(PASS)


def _stopped(opening: Opening, verdict: Verdict, *, by: Person, now: datetime) -> Removed:
    """The opening ends without a result, and everybody reads why."""
    election: Election = opening.key.election
    opening.because = [{"code": str(line.code), "facts": dict(line.facts)} for line in verdict.bars]
    _end(opening, Outcome.STOPPED, now)
    note(Act.COUNT_STOPPED, election, by=by, now=now, role="scrutineer")
    tell_observers(election, step="stopped", now=now)
    notifications.count_stopped(election=election, event=f"stopped:{opening.pk}", now=now)
    return Removed(verdict)


def _end(opening: Opening, outcome: Outcome, now: datetime) -> None:
    opening.remaining, opening.ended_at, opening.outcome = {}, now, outcome
    opening.save()
    # Between two scrutineers the key was sealed to fewer than open it: no former row may keep that.
    sweep_soon(opening.key.election, now)
