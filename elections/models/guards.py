"""What the database itself refuses of elections, on PostgreSQL and SQLite alike."""

from lacralo.core.audit.guards import Guard, append_only, guard


def guard_elections() -> None:
    """Frozen rolls, cast ballots, sealed boxes and published results stay as they are."""
    _guard_votes()
    _guard_keys()
    _guard_boxes()


def _guard_votes() -> None:
    for table in (
        "ballot",
        "candidate",
        "place",
        "proclamation",
        "publishedroll",
        "rotationrow",
        "tally",
    ):
        append_only(f"elections_{table}")
    guard(
        Guard(
            "elections_ballot_after_close",
            "elections_ballot",
            ("INSERT",),
            "no ballot is added once the vote is closed",
            exists="SELECT 1 FROM elections_place p JOIN elections_election e ON e.id = p.election_id"
            " WHERE p.id = NEW.place_id"
            " AND (e.frozen_at IS NULL OR e.mixed_at IS NOT NULL OR e.secrecy <> 'roll_call')",
        )
    )
    for table in ("place", "candidate"):
        guard(
            Guard(
                f"elections_{table}_after_freeze",
                f"elections_{table}",
                ("INSERT",),
                "nothing is added to a frozen roll or ballot",
                exists="SELECT 1 FROM elections_election e"
                " WHERE e.id = NEW.election_id AND e.frozen_at IS NOT NULL",
            )
        )
    guard(
        Guard(
            "elections_election_frozen",
            "elections_election",
            ("UPDATE",),
            "what governs a vote does not change once it is open",
            when="OLD.frozen_at IS NOT NULL AND (NEW.frozen_at IS DISTINCT FROM OLD.frozen_at"
            " OR NEW.secrecy <> OLD.secrecy OR NEW.rule_set_id <> OLD.rule_set_id"
            " OR NEW.position_id <> OLD.position_id OR NEW.is_ratification <> OLD.is_ratification"
            " OR NEW.slug <> OLD.slug OR NEW.year <> OLD.year OR NEW.subregion <> OLD.subregion"
            " OR (OLD.mixed_at IS NOT NULL AND NEW.mixed_at IS DISTINCT FROM OLD.mixed_at)"
            " OR (OLD.counted_at IS NOT NULL AND NEW.counted_at IS DISTINCT FROM OLD.counted_at)"
            " OR (OLD.proclaimed_at IS NOT NULL AND NEW.proclaimed_at IS DISTINCT FROM OLD.proclaimed_at)"
            " OR (OLD.annulled_at IS NOT NULL AND NEW.annulled_at IS DISTINCT FROM OLD.annulled_at)"
            " OR (OLD.destroyed_at IS NOT NULL AND NEW.destroyed_at IS DISTINCT FROM OLD.destroyed_at))",
        )
    )


def _guard_keys() -> None:
    append_only("elections_postponement")
    guard(
        Guard(
            "elections_scrutineer_after_freeze",
            "elections_scrutineer",
            ("UPDATE",),
            "no code changes once the vote is open",
            when="NEW.public_key <> OLD.public_key OR NEW.released_at IS DISTINCT FROM OLD.released_at"
            " OR NEW.person_id <> OLD.person_id OR NEW.number <> OLD.number"
            " OR NEW.election_id <> OLD.election_id",
            exists="SELECT 1 FROM elections_election e"
            " WHERE e.id = OLD.election_id AND e.frozen_at IS NOT NULL",
        )
    )
    guard(
        Guard(
            "elections_scrutineer_kept",
            "elections_scrutineer",
            ("DELETE",),
            "a scrutineer is released, never removed",
            truncate=True,
        )
    )
    guard(
        Guard(
            "elections_opening_ended",
            "elections_opening",
            ("UPDATE",),
            "an opening that ended does not change",
            when="OLD.ended_at IS NOT NULL",
        )
    )
    guard(
        Guard(
            "elections_opening_kept",
            "elections_opening",
            ("DELETE",),
            "an opening is ended, never removed",
            truncate=True,
        )
    )
    guard(
        Guard(
            "elections_electionkey_fixed",
            "elections_electionkey",
            ("UPDATE",),
            "a key does not change: another one takes its place",
            when="NEW.public_key <> OLD.public_key OR NEW.version <> OLD.version"
            " OR NEW.needed <> OLD.needed OR NEW.numbers <> OLD.numbers"
            " OR NEW.election_id <> OLD.election_id"
            " OR NEW.test_envelope <> OLD.test_envelope"
            " OR (OLD.superseded_at IS NOT NULL AND NEW.superseded_at IS DISTINCT FROM OLD.superseded_at)"
            " OR (OLD.rehearsed_at IS NOT NULL AND NEW.rehearsed_at IS DISTINCT FROM OLD.rehearsed_at)",
        )
    )
    guard(
        Guard(
            "elections_electionkey_after_freeze",
            "elections_electionkey",
            ("INSERT",),
            "no key is made for a vote that is open",
            exists="SELECT 1 FROM elections_election e"
            " WHERE e.id = NEW.election_id AND (e.frozen_at IS NOT NULL OR e.secrecy <> 'secret')",
        )
    )
    guard(
        Guard(
            "elections_electionkey_kept",
            "elections_electionkey",
            ("DELETE",),
            "a key is given up, never removed",
            truncate=True,
        )
    )
    guard(
        Guard(
            "elections_sealedkey_fixed",
            "elections_sealedkey",
            ("UPDATE",),
            "a sealed key does not change",
            truncate=True,
        )
    )
    guard(
        Guard(
            "elections_sealedkey_kept",
            "elections_sealedkey",
            ("DELETE",),
            "a sealed key is kept until its key is given up, or the vote is counted or annulled",
            exists="SELECT 1 FROM elections_electionkey k JOIN elections_election e ON e.id = k.election_id"
            " WHERE k.id = OLD.key_id AND k.superseded_at IS NULL"
            " AND e.counted_at IS NULL AND e.annulled_at IS NULL",
        )
    )


def _guard_boxes() -> None:
    for table in ("board", "placebar", "setback"):
        append_only(f"elections_{table}")
    guard(
        Guard(
            "elections_envelope_made_by_the_freeze",
            "elections_envelope",
            ("INSERT",),
            "envelopes are made when the roll of a secret vote freezes",
            exists="SELECT 1 FROM elections_place p JOIN elections_election e ON e.id = p.election_id"
            " WHERE p.id = NEW.place_id AND (e.frozen_at IS NOT NULL OR e.secrecy <> 'secret')",
        )
    )
    guard(
        Guard(
            "elections_envelope_kept",
            "elections_envelope",
            ("DELETE",),
            "envelopes are emptied, never removed",
            truncate=True,
        )
    )
    guard(
        Guard(
            "elections_envelope_after_close",
            "elections_envelope",
            ("UPDATE",),
            "nothing is put into the box once the vote is closed",
            when="NEW.sealed IS NOT NULL OR NEW.has_voted <> OLD.has_voted OR NEW.place_id <> OLD.place_id",
            exists="SELECT 1 FROM elections_place p JOIN elections_election e ON e.id = p.election_id"
            " WHERE p.id = OLD.place_id"
            " AND (e.frozen_at IS NULL OR e.mixed_at IS NOT NULL OR e.annulled_at IS NOT NULL)",
        )
    )
    guard(
        Guard(
            "elections_envelope_taken_out_only_by_a_bar",
            "elections_envelope",
            ("UPDATE",),
            "an envelope leaves the box only when its place is barred, or in the mix",
            when="(OLD.has_voted AND NOT NEW.has_voted) OR NEW.place_id <> OLD.place_id"
            " OR (OLD.sealed IS NOT NULL AND NEW.sealed IS NULL)",
            exists="SELECT 1 FROM elections_place p JOIN elections_election e ON e.id = p.election_id"
            " WHERE p.id = OLD.place_id AND e.annulled_at IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM elections_placebar b WHERE b.place_id = OLD.place_id)"
            " AND NOT EXISTS (SELECT 1 FROM elections_board o WHERE o.election_id = e.id)",
        )
    )
    guard(
        Guard(
            "elections_placebar_after_close",
            "elections_placebar",
            ("INSERT",),
            "no place is barred once the vote is closed",
            exists="SELECT 1 FROM elections_place p JOIN elections_election e ON e.id = p.election_id"
            " WHERE p.id = NEW.place_id AND e.mixed_at IS NOT NULL",
        )
    )
    guard(
        Guard(
            "elections_retiredtracker_fixed",
            "elections_retiredtracker",
            ("UPDATE",),
            "a retired tracker does not change",
            truncate=True,
        )
    )
    guard(
        Guard(
            "elections_retiredtracker_kept",
            "elections_retiredtracker",
            ("DELETE",),
            "a retired tracker is kept until the board publishes it",
            exists="SELECT 1 FROM elections_election e WHERE e.id = OLD.election_id"
            " AND NOT EXISTS (SELECT 1 FROM elections_board b WHERE b.election_id = OLD.election_id)",
        )
    )
    guard(
        Guard(
            "elections_mixedenvelope_made_by_the_mix",
            "elections_mixedenvelope",
            ("INSERT",),
            "no envelope is added to the mixed ones",
            exists="SELECT 1 FROM elections_election e WHERE e.id = NEW.election_id"
            " AND (e.mixed_at IS NOT NULL OR e.frozen_at IS NULL OR e.secrecy <> 'secret')",
        )
    )
    guard(
        Guard(
            "elections_mixedenvelope_fixed",
            "elections_mixedenvelope",
            ("UPDATE",),
            "a mixed envelope does not change",
            truncate=True,
        )
    )
    guard(
        Guard(
            "elections_mixedenvelope_kept",
            "elections_mixedenvelope",
            ("DELETE",),
            "mixed envelopes are kept until the vote is counted or annulled",
            exists="SELECT 1 FROM elections_election e WHERE e.id = OLD.election_id"
            " AND e.counted_at IS NULL AND e.annulled_at IS NULL",
        )
    )
