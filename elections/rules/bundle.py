"""The bundle of an election: everything an outsider needs to recompute its result.

Schema "lacralo-bundle/1", a JSON object; exact numbers are text ("25/32"), moments ISO 8601 in UTC:

- `election`: id, title, post, year, subregion, secrecy, ballot (`plurality`, `ratification`, or
  `acclamation`), opens_at, closes_at
- `candidates`: the options of the ballot, each with `id`, `name`, `member`, `country`
- `rules`: the rule set (name), the parameters used, and the article of each
- `roll`: schema "lacralo-roll/1" with its `fingerprint`; null after an acclamation
- `ballots`: every ballot in order of casting, with its place, ordinal and receipt; the last of a place
  counts, and `replaced` marks the others
- `quorum`, `tally`, `trace`: the arithmetic, the totals (heads and weights), the count told line by line
- `chain`: `before` (the hash that the first entry follows), `entries` (this election's in full, those of
  others by number and content hash), `head` (the hash of the last one)

`static/verify/lacralo_verify.py` checks it without this portal.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from elections.rules.count import Tally, Total
from elections.rules.fingerprints import digest
from elections.rules.parameters import ElectionRules, article_of, as_values
from elections.rules.quorum import Quorum
from elections.rules.roll import fingerprint

SCHEMA = "lacralo-bundle/1"
PAPER = ("election", "candidates", "rules")
#: What the hash of a chain entry's content leaves out: its links.
_LINKS = ("previous", "hash")


@dataclass(frozen=True)
class CastBallot:
    """A ballot of a roll-call vote as it was cast."""

    place: int
    ordinal: int
    choice: str
    cast_at: datetime
    receipt: str


def moment(at: datetime) -> str:
    """A moment as bundles write it: UTC, microseconds, `Z`; the chain writes it the same way."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def ballot_row(ballot: CastBallot) -> dict[str, object]:
    """A ballot as the bundle shows it, before it is known whether another replaced it."""
    return {
        "place": ballot.place,
        "ordinal": ballot.ordinal,
        "choice": ballot.choice,
        "cast_at": moment(ballot.cast_at),
        "receipt": ballot.receipt,
    }


def ballot_digest(ballot: CastBallot) -> str:
    """The hash of a ballot that its chain entry (`elections.ballot_cast`) carries."""
    return digest(ballot_row(ballot))


def tally_document(tally: Tally) -> dict[str, object]:
    """A tally as it is published; its hash is carried by the chain entry `elections.vote_counted`."""
    return {
        "state": str(tally.state),
        "elected": tally.elected,
        "tied": list(tally.tied),
        "totals": [_total(total) for total in tally.totals],
        "abstentions": _total(tally.abstentions),
        "for_options": _total(tally.for_options),
        "cast": _total(tally.cast),
    }


def trace_document(tally: Tally) -> list[dict[str, object]]:
    """The lines of the count as codes with their facts."""
    return [{"code": str(line.code), "facts": _plain(line.facts)} for line in tally.trace]


def chain_extract(entries: Iterable[Mapping[str, object]], own: Iterable[int]) -> dict[str, object]:
    """A stretch of the chain: entries of this election in full, all others by their content hashes.

    `entries` are published entries in order, up to the head; `own` are the numbers of this election's.
    Raises ValueError for a stretch without entries.
    """
    entries, own = list(entries), set(own)
    if not entries:
        raise ValueError("a stretch of the chain has at least one entry")
    return {
        "before": entries[0]["previous"],
        "entries": [dict(entry) if entry["sequence"] in own else _masked(entry) for entry in entries],
        "head": entries[-1]["hash"],
    }


def paper(
    *,
    election: Mapping[str, object],
    candidates: Sequence[Mapping[str, object]],
    rules: ElectionRules,
    rule_set: str,
    articles: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """What is asked and under which rules: fixed when the vote opens, or when the candidate is acclaimed.

    `articles` are the citations of the rule set where it has its own.
    """
    parameters = as_values(rules)
    cited = {name: article_of(name) for name in parameters} | dict(articles or {})
    return {
        "election": dict(election),
        "candidates": [dict(candidate) for candidate in candidates],
        "rules": {"rule_set": rule_set, "parameters": parameters, "articles": cited},
    }


def opening_digest(fixed: Mapping[str, object], roll_fingerprint: str = "") -> str:
    """The hash that the chain entry `elections.vote_opened` carries: the paper and the roll's fingerprint.

    After an acclamation, with no roll, the entry `elections.candidate_acclaimed` carries it.
    """
    return digest({name: fixed[name] for name in PAPER} | {"roll": roll_fingerprint})


def compose(
    fixed: Mapping[str, object],
    *,
    chain: Mapping[str, object],
    roll: Mapping[str, object] | None = None,
    ballots: Sequence[CastBallot] = (),
    quorum: Quorum | None = None,
    tally: Tally | None = None,
) -> dict[str, object]:
    """The bundle of a `paper`; `ballots` as they were cast.  An acclamation has no roll, quorum or tally."""
    last = {ballot.place: ballot.ordinal for ballot in ballots}
    return {
        "schema": SCHEMA,
        **{name: fixed[name] for name in PAPER},
        "roll": None if roll is None else dict(roll) | {"fingerprint": fingerprint(roll)},
        "ballots": [
            ballot_row(ballot) | {"replaced": ballot.ordinal != last[ballot.place]} for ballot in ballots
        ],
        "quorum": None if quorum is None else _plain(quorum.facts) | {"met": quorum.met},
        "tally": None if tally is None else tally_document(tally),
        "trace": [] if tally is None else trace_document(tally),
        "chain": dict(chain),
    }


def dumps(bundle: Mapping[str, object]) -> str:
    """The bundle as the text of a file: readable, and the same for the same content."""
    return json.dumps(bundle, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _masked(entry: Mapping[str, object]) -> dict[str, object]:
    said = {name: value for name, value in entry.items() if name not in _LINKS}
    return {"sequence": entry["sequence"], "content": digest(said), "hash": entry["hash"]}


def _total(total: Total) -> dict[str, object]:
    return {"option": total.option, "heads": total.heads, "weight": str(total.weight)}


def _plain(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in facts.items()}
