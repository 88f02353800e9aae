"""System checks of the ground."""

from django.conf import settings
from django.core.checks import Warning as Advice


def check_attempts_are_counted_together(app_configs=None, **kwargs):
    """`manage.py check --deploy`: several processes limit attempts at signing in only by a shared cache."""
    if not settings.DATABASE_URL or settings.REDIS_URL:
        return []
    return [
        Advice(
            "Each process counts failed sign-ins by itself.",
            hint="Set REDIS_URL, or serve the portal from a single process.",
            id="core.W002",
        )
    ]
