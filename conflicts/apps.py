"""Interests declared."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ConflictsConfig(AppConfig):
    """Statements of interest; their cases and sanctions come with later parts."""

    name = "conflicts"
    verbose_name = _("Statements of interest")

    def ready(self):
        """Register guards and sentences."""
        from conflicts import phrases  # noqa: F401  (registers its sentences)
        from lacralo.core.audit.guards import append_only

        append_only("conflicts_statement")
