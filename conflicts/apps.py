"""Interests declared."""

from django.apps import AppConfig


class ConflictsConfig(AppConfig):
    """Statements of interest; their cases and sanctions come with later parts."""

    name = "conflicts"

    def ready(self):
        """Register guards and sentences."""
        from conflicts import phrases  # noqa: F401  (registers its sentences)
        from lacralo.core.audit.guards import append_only

        append_only("conflicts_statement")
