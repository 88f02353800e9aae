"""How entries are linked.  Pure; the stand-alone verifier repeats it line by line."""

import hashlib
import json
from collections.abc import Iterable, Mapping

GENESIS = "0" * 64

#: The fields that the hash covers, as the bundle of an election publishes them.
FIELDS = (
    "sequence",
    "at",
    "act",
    "actor_role",
    "actor_id",
    "subject_type",
    "subject_id",
    "digest",
    "rule_set",
    "previous",
)


def canonical(thing: object) -> str:
    """JSON with sorted keys and no spaces: the one text that a hash is taken of."""
    return json.dumps(thing, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest_of(thing: object) -> str:
    """SHA-256 of the canonical JSON, in hexadecimal."""
    return hashlib.sha256(canonical(thing).encode()).hexdigest()


def content_hash(entry: Mapping[str, object]) -> str:
    """The hash of what an entry says, its link left out; `at` is ISO 8601 in UTC with microseconds."""
    return digest_of({name: entry[name] for name in FIELDS if name != "previous"})


def hash_of(entry: Mapping[str, object]) -> str:
    """The hash of an entry: over the hash before it and the hash of its content.

    Two steps, so that a bundle can show the entries of others by their content hashes alone
    and every link still recomputes up to the head.
    """
    return hashlib.sha256((entry["previous"] + content_hash(entry)).encode()).hexdigest()


def first_break(entries: Iterable[Mapping[str, object]], previous: str = GENESIS) -> int | None:
    """The sequence number of the first entry that does not follow from the one before; None if all do."""
    expected = None
    for entry in entries:
        out_of_step = expected is not None and entry["sequence"] != expected
        if out_of_step or entry["previous"] != previous or entry["hash"] != hash_of(entry):
            return entry["sequence"]
        previous, expected = entry["hash"], entry["sequence"] + 1
    return None
