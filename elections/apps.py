"""Calls, nominations, rolls, ballots, counts, proclamations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ElectionsConfig(AppConfig):
    """Declares the rules' parameters, the sentences, and what the database refuses."""

    name = "elections"
    verbose_name = _("Elections")

    def ready(self):
        """Register parameters, sentences, tasks and guards."""
        from elections import phrases, tasks  # noqa: F401  (registers its sentences and its tasks)
        from elections.rules.parameters import ElectionRules
        from lacralo.core.audit.guards import Guard, append_only, guard
        from lacralo.core.rulebook import parameters

        parameters.declare("elections", ElectionRules)
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
                " WHERE p.id = NEW.place_id AND (e.frozen_at IS NULL OR e.mixed_at IS NOT NULL)",
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
                " OR (OLD.proclaimed_at IS NOT NULL"
                " AND NEW.proclaimed_at IS DISTINCT FROM OLD.proclaimed_at))",
            )
        )
