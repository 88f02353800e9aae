"""Scrutineers are named and released; each has a code made, keeps it on paper, and types it back."""

from dataclasses import dataclass
from datetime import datetime

from elections.enums.acts import Act
from elections.enums.seals import Seal
from elections.models import Election, Scrutineer
from elections.notifications import scrutiny as notifications
from elections.permissions.scrutiny import (
    can_confirm_code,
    can_make_code,
    can_name_scrutineer,
    can_prepare_scrutiny,
)
from elections.rules.scrutiny import tries_after
from elections.rules.sealing import code_context
from elections.services.entries import note
from elections.services.keys import give_up_key
from elections.services.locks import locked_election, locked_scrutineer
from lacralo.core.audit import act
from lacralo.core.people.models import Person
from lacralo.core.vault import codes
from lacralo.core.vault.seals import public_half
from lacralo.core.verdicts import PASS, Line, Verdict, require


@act
def name_scrutineer(*, election: Election, person: Person, by: Person, now: datetime) -> Scrutineer:
    """An officer names a scrutineer of LACRALO for this vote; a key made before is given up.

    Raises Refused.
    """
    election = locked_election(election.pk)
    require(can_name_scrutineer(by, election, person, now=now))

    scrutineer = Scrutineer.objects.create(
        election=election,
        person=person,
        number=election.scrutineers.count() + 1,
        named_at=now,
        named_by=by,
    )
    give_up_key(election, now=now)

    note(Act.SCRUTINEER_NAMED, election, by=by, now=now, role="officer")
    notifications.scrutineer_named(scrutineer=scrutineer, now=now)
    return scrutineer


@act
def release_scrutineer(*, scrutineer: Scrutineer, by: Person, now: datetime) -> Scrutineer:
    """An officer releases a scrutineer before the vote opens; another can be named, and the key made anew.

    Releasing again changes nothing.  Raises Refused.
    """
    scrutineer = locked_scrutineer(scrutineer)
    election = scrutineer.election
    if scrutineer.released_at:
        return scrutineer
    require(can_prepare_scrutiny(by, election, now=now))

    scrutineer.released_at = now
    scrutineer.save(update_fields=["released_at"])
    give_up_key(election, now=now)

    note(Act.SCRUTINEER_RELEASED, election, by=by, now=now, role="officer")
    notifications.scrutineer_released(scrutineer=scrutineer, now=now)
    return scrutineer


@act
def make_code(*, scrutineer: Scrutineer, by: Person, now: datetime) -> tuple[str, ...]:
    """A new code for the scrutineer: its words are answered, once, and kept nowhere.

    A code made before opens nothing any more, and a key sealed to it is given up.  Raises Refused.
    """
    scrutineer = locked_scrutineer(scrutineer)
    election = scrutineer.election
    require(can_make_code(by, scrutineer, now=now))
    language = codes.code_language(by.language)
    words = codes.new_code(language)
    secret = codes.secret_of(" ".join(words), language)

    scrutineer.public_key = _public_key(election, scrutineer, secret)
    scrutineer.code_language, scrutineer.code_made_at, scrutineer.confirmed_at = language, now, None
    scrutineer.failed_tries, scrutineer.waits_until = 0, None
    scrutineer.save(
        update_fields=[
            "public_key", "code_language", "code_made_at", "confirmed_at", "failed_tries", "waits_until",
        ]
    )  # fmt: skip
    give_up_key(election, now=now)

    note(Act.CODE_MADE, election, by=by, now=now, role="scrutineer")
    return words


@dataclass(frozen=True)
class Typed:
    """What came of a code that was typed: why not, or the 16 bytes that it stands for."""

    verdict: Verdict
    secret: bytes = b""


@act
def confirm_code(*, scrutineer: Scrutineer, typed: str, by: Person, now: datetime) -> Verdict:
    """The scrutineer types the code back from the paper.

    A code that is wrong is answered with its reason and counted; it is no error.  Raises Refused.
    """
    scrutineer = locked_scrutineer(scrutineer)
    election = scrutineer.election
    require(can_confirm_code(by, scrutineer, now=now))
    found = read_code(scrutineer, typed, by=by, now=now)
    if not found.verdict:
        return found.verdict

    scrutineer.confirmed_at = now
    scrutineer.save(update_fields=["confirmed_at"])

    note(Act.CODE_CONFIRMED, election, by=by, now=now, role="scrutineer")
    return found.verdict


def read_code(scrutineer: Scrutineer, typed: str, *, by: Person, now: datetime) -> Typed:
    """Part of an act: whether the words are the scrutineer's code for this vote; wrong ones are counted.

    A slip that the words themselves show (their number, an unknown word) is no try.
    """
    try:
        secret = codes.secret_of(typed, scrutineer.code_language)
    except codes.Misread as misread:
        return Typed(Verdict((_misread(misread),)))
    if _public_key(scrutineer.election, scrutineer, secret) == scrutineer.public_key:
        if scrutineer.failed_tries:
            scrutineer.failed_tries = 0
            scrutineer.save(update_fields=["failed_tries"])
        return Typed(PASS, secret)

    scrutineer.failed_tries, scrutineer.waits_until = tries_after(scrutineer.failed_tries, now)
    scrutineer.save(update_fields=["failed_tries", "waits_until"])
    note(Act.CODE_REFUSED, scrutineer.election, by=by, now=now, role="scrutineer")
    if scrutineer.waits_until:
        notifications.tries_exhausted(scrutineer=scrutineer, now=now)
    return Typed(Verdict((Line(Seal.CODE_WRONG, passed=False),)))


def _misread(misread: codes.Misread) -> Line:
    if misread.slip == codes.Slip.NUMBER:
        return Line(Seal.CODE_NUMBER_OF_WORDS, passed=False, facts={"number": codes.WORDS})
    if misread.slip == codes.Slip.WORD:
        return Line(Seal.CODE_WORD_UNKNOWN, passed=False, facts={"place": misread.place})
    return Line(Seal.CODE_CHECKSUM, passed=False)


def _public_key(election: Election, scrutineer: Scrutineer, secret: bytes) -> str:
    context = code_context(election=election.slug, number=scrutineer.number)
    return public_half(codes.key_of(secret, context))
