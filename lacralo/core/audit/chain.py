"""An act is one transaction, and its entries in the chain are the last thing it writes."""

import functools
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from enum import StrEnum
from typing import ParamSpec, TypeVar

from django.db import OperationalError, connection, models, transaction

from lacralo.core.audit.links import FIELDS, GENESIS, first_break, hash_of
from lacralo.core.audit.models import Entry

P = ParamSpec("P")
R = TypeVar("R")

_pending: ContextVar[list[dict] | None] = ContextVar("entries of the act under way", default=None)

#: PostgreSQL's "deadlock detected" and "could not serialize": the act may be tried again from the start.
_TRY_AGAIN = {"40P01", "40001"}
_TRIES = 3
_CHAIN_LOCK = 0x1AC2A10


class OutsideAnAct(RuntimeError):
    """Something was recorded although no act was under way."""


def act(service: Callable[P, R]) -> Callable[P, R]:
    """Make a service one atomic act.

    The outermost act takes the chain's lock and writes the entries of all acts inside it as its last
    statement, so that nested acts cannot wait for each other.  A deadlock found by the database is
    tried again, at most three times in all.
    """

    @functools.wraps(service)
    def whole(*args, **kwargs):
        if _pending.get() is not None:
            return _nested(service, args, kwargs)
        for last in (False,) * (_TRIES - 1) + (True,):
            try:
                return _outermost(service, args, kwargs)
            except OperationalError as error:
                if last or connection.in_atomic_block or _sqlstate(error) not in _TRY_AGAIN:
                    raise
        raise AssertionError("unreachable")

    whole.is_act = True
    return whole


def _sqlstate(error: OperationalError) -> str | None:
    return getattr(error.__cause__, "sqlstate", None)


def _outermost(service, args, kwargs):
    token = _pending.set([])
    try:
        with transaction.atomic():
            outcome = service(*args, **kwargs)
            _write(_pending.get())
        return outcome
    finally:
        _pending.reset(token)


def _nested(service, args, kwargs):
    entries = _pending.get()
    before = len(entries)
    try:
        with transaction.atomic():
            return service(*args, **kwargs)
    except BaseException:
        del entries[before:]
        raise


def record(
    code: StrEnum,
    *,
    subject: models.Model,
    by: models.Model | None,
    at: datetime,
    role: str = "",
    rule_set: str = "",
    digest: str = "",
) -> None:
    """Note an act for the chain: `by` did `code` to `subject` at `at` (UTC), under the rule set named.

    `digest` is the SHA-256 of what was decided or published, if anything was.
    Raises OutsideAnAct when no act is under way.
    """
    entries = _pending.get()
    if entries is None:
        raise OutsideAnAct(str(code))
    entries.append(
        {
            "at": iso(at),
            "act": str(code),
            "actor_role": role or ("person" if by else "system"),
            "actor_id": str(by.pk) if by else "",
            "subject_type": subject._meta.label_lower,
            "subject_id": str(subject.pk),
            "digest": digest,
            "rule_set": rule_set,
        }
    )


def iso(at: datetime) -> str:
    """A moment as the chain writes it: UTC, microseconds, `Z`."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _write(entries: list[dict]) -> None:
    if not entries:
        return
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_CHAIN_LOCK])
    last = head()
    sequence, previous = (last.sequence, last.hash) if last else (0, GENESIS)
    rows = []
    for entry in entries:
        sequence += 1
        entry |= {"sequence": sequence, "previous": previous}
        previous = hash_of(entry)
        rows.append(Entry(**entry | {"at": datetime.fromisoformat(entry["at"])}, hash=previous))
    Entry.objects.bulk_create(rows)


def head() -> Entry | None:
    """The last entry of the chain; None before the first act."""
    return Entry.objects.order_by("-sequence").first()


def as_published(entry: Entry) -> dict[str, object]:
    """An entry with the fields that its hash covers, and the hash: what a bundle carries."""
    fields = {name: getattr(entry, name) for name in FIELDS}
    return fields | {"at": iso(entry.at), "hash": entry.hash}


def verify() -> int | None:
    """The number of the first entry that does not follow; None when the whole chain holds."""
    entries = Entry.objects.in_order().iterator(chunk_size=2000)
    first = next(entries, None)
    if first is None:
        return None
    if first.sequence != 1:
        return first.sequence
    return first_break(as_published(entry) for entry in _with_first(first, entries))


def _with_first(first, rest):
    yield first
    yield from rest
