"""Calls, nominations, rolls, ballots, counts, proclamations."""

from django.apps import AppConfig


class ElectionsConfig(AppConfig):
    """Declares the rules' parameters, the sentences, and what the database refuses."""

    name = "elections"

    def ready(self):
        """Register parameters, sentences, tasks and guards."""
        from elections import phrases, tasks  # noqa: F401  (registers its sentences and its tasks)
        from elections.rules.parameters import ElectionRules
        from lacralo.core.audit.guards import append_only
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
