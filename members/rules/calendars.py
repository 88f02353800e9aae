"""The secret address of a personal calendar.  Pure."""

import hashlib

from lacralo.core.verdicts import Line, Verdict
from members.enums.calendars import CalendarBar


def digest_of_secret(secret: str) -> str:
    """What is kept of the secret in an address: its SHA-256; the secret itself is shown once.

    The secret is 256 random bits, so a fast hash is enough: there is nothing to guess.
    """
    return hashlib.sha256(secret.encode()).hexdigest()


def may_revoke(*, has_address: bool) -> Verdict:
    """Whether there is an address that can be revoked."""
    return Verdict((Line(CalendarBar.NO_ADDRESS, has_address),))
