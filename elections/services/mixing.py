"""The close of a secret vote: outer envelopes emptied, inner ones mixed, the board published."""

import re
import secrets
from datetime import datetime

from django.db import OperationalError, connection, transaction

from elections.enums import CalendarKey
from elections.enums.acts import Act
from elections.enums.seals import Outcome
from elections.models import Board, Election, Envelope, MixedEnvelope, Opening, RetiredTracker, SealedKey
from elections.rules.bundle import box_digest, voters_digest
from elections.rules.calendar import step
from elections.rules.fingerprints import digest
from elections.selectors.box import voters_listed, witness_name
from elections.selectors.elections import steps_of
from elections.services.entries import note
from elections.services.locks import take_with_election
from lacralo.core.audit import act
from lacralo.core.deadlines.models import Deadline
from lacralo.core.deadlines.services import schedule, take
from lacralo.core.vault import witness

#: The tasks that sweep what a database keeps of removed rows, and that destroy a box whose result is final.
SWEEP_TASK = "elections.sweep"
DESTROY_TASK = "elections.destroy"
#: The tables whose former rows would tell more than the present ones.
_TABLES = ("envelope", "retiredtracker", "mixedenvelope", "sealedkey", "opening")
_PATIENCE_SECONDS = 2
_LOCK_NOT_AVAILABLE = "55P03"


def mix(election: Election, *, now: datetime) -> str:
    """Part of the act of closing, all places locked: the digest of what is published.

    The inner envelopes are shuffled and written under random keys, the outer ones emptied, all in one
    transaction; whoever voted stays marked, without a moment.
    """
    envelopes = Envelope.objects.filter(place__election=election)
    inside = list(envelopes.exclude(sealed=None).values_list("sealed", "tracker"))
    sealed = [each for each, _ in inside]
    secrets.SystemRandom().shuffle(sealed)
    trackers = sorted(tracker for _, tracker in inside)
    salt = secrets.token_hex(16)
    retired = RetiredTracker.objects.filter(election=election)

    MixedEnvelope.objects.bulk_create(MixedEnvelope(election=election, sealed=each) for each in sealed)
    board = Board.objects.create(
        election=election,
        envelopes=len(sealed),
        trackers=trackers,
        replaced=sorted(retired.filter(is_voided=False).values_list("tracker", flat=True)),
        voided=sorted(retired.filter(is_voided=True).values_list("tracker", flat=True)),
        list_hash=digest(trackers),
        voters_hash=voters_digest(voters_listed(election), salt),
        voters_salt=salt,
    )
    envelopes.update(sealed=None, tracker=None, attempt=None)
    retired.delete()
    sweep_soon(election, now)
    transaction.on_commit(lambda: witness.confirm(witness_name(election)), robust=True)
    return box_digest(
        trackers=board.trackers,
        replaced=board.replaced,
        voided=board.voided,
        voters_hash=board.voters_hash,
    )


def sweep_soon(election: Election, now: datetime) -> None:
    """Part of an act that removed something: the files of the database shall not keep it."""
    key = f"{now:%Y%m%dT%H%M%S%f}"
    schedule(task=SWEEP_TASK, key=key, subject=election, due_at=now, now=now)


def sweep(*, pk: int, now: datetime) -> bool:
    """Rewrite the tables of the box without what was removed; whether it is done.

    Deleted rows stay in PostgreSQL's files until a table is rewritten, and in SQLite's log until it is
    emptied.  Outside of a transaction; what cannot be done now is done at the next ring.
    """
    if not Deadline.objects.open().filter(pk=pk).exists():
        return True
    is_done = _are_rewritten() if connection.vendor == "postgresql" else _is_log_empty()
    if is_done:
        _swept(pk=pk, now=now)
    return is_done


def _are_rewritten() -> bool:
    """Whether every table was rewritten; not while somebody reads it, or has read it before the removal."""
    try:
        return all(_left_behind(table) == ["0"] for table in _TABLES)
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", None) != _LOCK_NOT_AVAILABLE:
            raise
        return False


def _left_behind(table: str) -> list[str]:
    """The table is rewritten: how many removed rows came along, as PostgreSQL counted them.

    Asked of PostgreSQL itself, since others' transactions are not all shown to everybody: whichever is
    older than the removal, also one that has only written elsewhere, makes it copy the removed rows.
    """
    details: list[str] = []

    def keep(notice) -> None:
        details.append(notice.message_detail or "")

    connection.ensure_connection()
    session = connection.connection
    session.add_notice_handler(keep)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            # Who waits for the table makes everybody wait behind them: so not for long.
            cursor.execute(f"SET LOCAL lock_timeout = '{_PATIENCE_SECONDS}s'")
            cursor.execute(f'CLUSTER VERBOSE "elections_{table}" USING "elections_{table}_pkey"')
    finally:
        session.remove_notice_handler(keep)
    # "0 dead row versions cannot be removed yet.", in the language of the server.
    return [number for each in details for number in re.findall(r"\A\d+", each)]


def _is_log_empty() -> bool:
    """Whether SQLite could move its log into the database and empty it: not while somebody reads."""
    with connection.cursor() as cursor:
        usual = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        # Who waits for readers keeps everybody from writing: so not for long.
        cursor.execute(f"PRAGMA busy_timeout = {_PATIENCE_SECONDS * 1000}")
        try:
            is_busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")
    return not is_busy


@act
def _swept(*, pk: int, now: datetime) -> None:
    take(pk=pk, now=now)


def destroy_when_final(election: Election, *, now: datetime) -> None:
    """Part of an act: once the time to challenge is over, envelopes and sealed keys will be destroyed."""
    over = max(now, step(steps_of(election), CalendarKey.CHALLENGE).ends)
    schedule(task=DESTROY_TASK, key="final", subject=election, due_at=over, now=now)


@act
def destroy_box(*, pk: int, now: datetime) -> Election | None:
    """Answer that deadline: envelopes and sealed keys are destroyed; what was published stays.

    None when it was answered before.
    """
    taken = take_with_election(pk=pk, now=now)
    if taken is None:
        return None
    _, election = taken
    if election.destroyed_at or not (election.counted_at or election.annulled_at):
        return None
    MixedEnvelope.objects.filter(election=election).delete()
    Envelope.objects.filter(place__election=election).update(sealed=None, tracker=None, attempt=None)
    SealedKey.objects.filter(key__election=election).delete()
    unfinished = Opening.objects.filter(key__election=election, ended_at=None)
    unfinished.update(ended_at=now, outcome=Outcome.DROPPED, remaining={})
    election.destroyed_at = now
    election.save(update_fields=["destroyed_at"])
    note(Act.BOX_DESTROYED, election, by=None, now=now)
    sweep_soon(election, now)
    return election
