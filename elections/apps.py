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
        from elections.models.guards import guard_elections
        from elections.rules.parameters import ElectionRules
        from lacralo.core.rulebook import parameters

        parameters.declare("elections", ElectionRules)
        guard_elections()
