"""System checks of the ground."""

from django.conf import settings
from django.core.checks import Error
from django.core.checks import Warning as Advice
from django.db import DatabaseError

from lacralo.core.durability import settings_that_lose


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


def check_no_failure_is_shown_whole(app_configs=None, **kwargs):
    """`manage.py check --deploy`: with DEBUG the portal keeps every query, and shows its inside to all."""
    if not settings.DEBUG:
        return []
    return [
        Error(
            "No election is held with DEBUG: queries are kept in memory and failures are shown whole.",
            hint="Unset LACRALO_DEBUG.",
            id="core.E003",
        )
    ]


def check_what_is_confirmed_is_kept(app_configs=None, **kwargs):
    """`manage.py check --deploy`: a ballot whose receipt was shown outlives a power cut."""
    try:
        found = settings_that_lose()
    except DatabaseError as error:
        return [Advice(f"The database was not asked how it keeps ballots: {error}", id="core.W005")]
    return [
        Error(
            f"A power cut can lose ballots that were confirmed to voters: {each}.",
            hint="Hold no election before this is set to on in the configuration of the database.",
            id="core.E004",
        )
        for each in found
    ]
