"""What the result of a secret vote could give away, before it opens."""

from fractions import Fraction
from functools import lru_cache

from django.core.cache import cache

from elections.models import Election
from elections.rules.leak_report import Report, report
from elections.rules.leaks import Voter
from elections.selectors.elections import rules_of
from elections.selectors.rolls import current_roll

Weighed = tuple[tuple[int, str, Fraction], ...]


def leak_report(election: Election) -> Report | None:
    """The report on the roll of the vote, frozen or provisional; None before a roll was published.

    It follows from the roll and the expected turnout alone, and takes seconds: it is worked out once for
    each, and all processes share it.
    """
    roll = current_roll(election)
    if roll is None:
        return None
    weighed = tuple(
        (place["place"], place["country"], Fraction(place["weight"])) for place in roll.content["places"]
    )
    turnout = rules_of(election).expected_turnout
    key = f"leaks:{roll.fingerprint}:{turnout.numerator}-{turnout.denominator}"
    return cache.get_or_set(key, lambda: _report(weighed, turnout, roll.fingerprint), timeout=None)


def ballot_warning(election: Election) -> bool:
    """Whether the ballot has to warn that perhaps only the outcome will be published."""
    found = leak_report(election)
    return found is not None and found.warns


@lru_cache(maxsize=64)
def _report(weighed: Weighed, turnout: Fraction, fingerprint: str) -> Report:
    return report([Voter(*each) for each in weighed], turnout=turnout, seed=fingerprint)
