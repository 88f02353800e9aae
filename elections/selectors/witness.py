"""The figures of a vote that observers keep: with them a later change can be shown."""

from collections.abc import Mapping

from elections.models import Election
from elections.selectors.box import board_of
from elections.selectors.elections import rules_of
from elections.selectors.results import last_tally
from elections.selectors.rolls import current_roll
from elections.selectors.scrutiny import present_key


def witness_facts(election: Election) -> Mapping[str, object]:
    """Fingerprint of the roll, public key, counts and hashes, as far as the vote has come; empty before."""
    roll, key, board, tally = (
        current_roll(election),
        present_key(election),
        board_of(election),
        last_tally(election),
    )
    return {
        "roll": roll.fingerprint if roll else "",
        "is_roll_frozen": election.frozen_at is not None,
        "places": len(roll.content["places"]) if roll else 0,
        "public_key": key.public_key if key else "",
        "envelopes": board.envelopes if board else None,
        "replaced": len(board.replaced) if board else None,
        "voided": len(board.voided) if board else None,
        "list_hash": board.list_hash if board else "",
        "voters_salt": board.voters_salt if board and rules_of(election).voters_published else "",
        "voters_hash": board.voters_hash if board else "",
        "tally": tally.digest if tally else "",
    }
