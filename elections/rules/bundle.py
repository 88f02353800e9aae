"""The bundle of an election: everything an outsider needs to recompute its result.

Schema "lacralo-bundle/1", a JSON object; exact numbers are text ("25/32"), moments ISO 8601 in UTC:

- `election`: id, title, post, year, subregion, secrecy, ballot (`plurality`, `ratification`, or
  `acclamation`), opens_at, closes_at
- `candidates`: the options of the ballot, each with `id`, `name`, `member`, `country`
- `rules`: the rule set (name), the parameters used, and the article of each
- `roll`: schema "lacralo-roll/1" with its `fingerprint`; null after an acclamation
- `barred`: the places that were barred during the vote, by number, each with `place` and `barred_at`;
  their ballots do not count
- `box`: in a secret vote what the close published, else null: `envelopes` (how many), `trackers` (sorted),
  `list` (their hash), `replaced` and `voided` (trackers, sorted), `voters` (numbers of places; null where
  the rules do not publish them), `voters_salt` (null too then), `voters_hash` (of both), `scrutineers` and
  how many of them were `needed`
- `ballots`: by roll call every ballot in order of casting, with its place, ordinal and receipt; the last of
  a place counts, and `replaced` marks the others.  In a secret vote there are none
- `quorum`, `tally`, `trace`: the arithmetic, the totals (heads and weights), the count told line by line;
  in a secret vote `tally` says under `publication` how finely, see `publishing`
- `chain`: `before` (the hash that the first entry follows), `entries` (this election's in full, those of
  others by number and content hash), `head` (the hash of the last one)

Schema "lacralo-recount/1" is the file of the scrutineers: a `bundle`, the `voters` with the `voters_salt`,
and all `ballots`.

`static/verify/lacralo_verify.py` checks both without this portal.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from operator import itemgetter

from elections.rules.count import Tally, Total
from elections.rules.figures import exact
from elections.rules.fingerprints import digest
from elections.rules.parameters import ElectionRules, article_of, as_values
from elections.rules.quorum import Quorum
from elections.rules.roll import fingerprint

SCHEMA = "lacralo-bundle/1"
RECOUNT = "lacralo-recount/1"
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


@dataclass(frozen=True)
class SealedBox:
    """What the close of a secret vote published, its lists in any order.

    `voters` are the numbers of the places that voted, and `voters_salt` what their hash begins with, whether
    they are published or not; `needed` of the `scrutineers` open the envelopes.
    """

    trackers: Sequence[str]
    replaced: Sequence[str]
    voided: Sequence[str]
    voters: Sequence[int]
    voters_salt: str
    scrutineers: int
    needed: int


def moment(at: datetime) -> str:
    """A moment as bundles write it: UTC, microseconds, `Z`; the chain writes it the same way."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def barred_row(place: int, barred_at: datetime) -> dict[str, object]:
    """A place that was barred, as the bundle shows it.

    Its hash is carried by the chain entry `elections.place_barred`, which is of the same moment.
    """
    return {"place": place, "barred_at": moment(barred_at)}


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
    return [{"code": str(line.code), "facts": plain_facts(line.facts)} for line in tally.trace]


def box_digest(
    *, trackers: Sequence[str], replaced: Sequence[str], voided: Sequence[str], voters_hash: str
) -> str:
    """The hash that the entry `elections.vote_closed` of a secret vote carries; the lists are sorted."""
    return digest(
        {
            "envelopes": len(trackers),
            "list": digest(list(trackers)),
            "replaced": digest(list(replaced)),
            "voided": digest(list(voided)),
            "voters": voters_hash,
        }
    )


def voters_digest(voters: Iterable[int], salt: str) -> str:
    """The hash of the places that voted.  Without the salt nobody can try which lists have it."""
    return digest({"salt": salt, "voters": sorted(voters)})


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
    barred: Sequence[Mapping[str, object]] = (),
    quorum: Quorum | None = None,
    tally: Tally | None = None,
) -> dict[str, object]:
    """The bundle of a `paper`; `ballots` as they were cast, `barred` as `barred_row` writes them.

    An acclamation has no roll, quorum or tally; a secret vote has `compose_secret`.
    """
    last = {ballot.place: ballot.ordinal for ballot in ballots}
    return {
        "schema": SCHEMA,
        **{name: fixed[name] for name in PAPER},
        "roll": None if roll is None else dict(roll) | {"fingerprint": fingerprint(roll)},
        "ballots": [
            ballot_row(ballot) | {"replaced": ballot.ordinal != last[ballot.place]} for ballot in ballots
        ],
        "barred": _by_place(barred),
        "box": None,
        "quorum": None if quorum is None else plain_facts(quorum.facts) | {"met": quorum.met},
        "tally": None if tally is None else tally_document(tally),
        "trace": [] if tally is None else trace_document(tally),
        "chain": dict(chain),
    }


def compose_secret(
    fixed: Mapping[str, object],
    *,
    chain: Mapping[str, object],
    roll: Mapping[str, object],
    box: SealedBox,
    barred: Sequence[Mapping[str, object]],
    record: Mapping[str, object],
    voters_published: bool,
) -> dict[str, object]:
    """The bundle of a secret vote; `record` has `tally`, `quorum` and `trace` as they were published."""
    trackers, voters = sorted(box.trackers), sorted(box.voters)
    return {
        "schema": SCHEMA,
        **{name: fixed[name] for name in PAPER},
        "roll": dict(roll) | {"fingerprint": fingerprint(roll)},
        "ballots": [],
        "barred": _by_place(barred),
        "box": {
            "envelopes": len(trackers),
            "trackers": trackers,
            "list": digest(trackers),
            "replaced": sorted(box.replaced),
            "voided": sorted(box.voided),
            "voters": voters if voters_published else None,
            "voters_salt": box.voters_salt if voters_published else None,
            "voters_hash": voters_digest(voters, box.voters_salt),
            "scrutineers": box.scrutineers,
            "needed": box.needed,
        },
        "quorum": dict(record["quorum"]),
        "tally": dict(record["tally"]),
        "trace": list(record["trace"]),
        "chain": dict(chain),
    }


def recount(
    bundle: Mapping[str, object],
    voters: Iterable[int],
    ballots: Iterable[tuple[str, Fraction]],
    *,
    voters_salt: str,
) -> dict[str, object]:
    """The file of the scrutineers: the bundle, who voted, and every opened ballot (choice, weight).

    The order is that of choices and weights, so that it tells nothing.  Never published: a weight can
    point at a member.
    """
    return {
        "schema": RECOUNT,
        "bundle": dict(bundle),
        "voters": sorted(voters),
        "voters_salt": voters_salt,
        "ballots": [{"choice": choice, "weight": exact(weight)} for choice, weight in sorted(ballots)],
    }


def dumps(bundle: Mapping[str, object]) -> str:
    """The bundle as the text of a file: readable, and the same for the same content."""
    return json.dumps(bundle, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _masked(entry: Mapping[str, object]) -> dict[str, object]:
    said = {name: value for name, value in entry.items() if name not in _LINKS}
    return {"sequence": entry["sequence"], "content": digest(said), "hash": entry["hash"]}


def _by_place(barred: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    return sorted((dict(each) for each in barred), key=itemgetter("place"))


def _total(total: Total) -> dict[str, object]:
    return {"option": total.option, "heads": total.heads, "weight": str(total.weight)}


def plain_facts(facts: Mapping[str, object]) -> dict[str, object]:
    """Facts as JSON carries them: lists where there are tuples."""
    return {name: list(fact) if isinstance(fact, tuple) else fact for name, fact in facts.items()}
