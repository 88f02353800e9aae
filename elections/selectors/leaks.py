"""What the result of a secret vote could give away, before it opens."""

from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction

from django.core.cache import cache

from elections.models import Election
from elections.rules.leak_report import Report, report
from elections.rules.leaks import SEED, Voter
from elections.selectors.elections import rules_of
from elections.selectors.rolls import current_roll


def leak_report(election: Election) -> Report | None:
    """The report on the roll of the vote, frozen or provisional; None before a roll was published.

    It follows from the roll and the expected turnout alone, and takes seconds: it is worked out once for
    each, and all processes share it.
    """
    roll = current_roll(election)
    if roll is None:
        return None
    places = [
        Voter(place["place"], place["country"], Fraction(place["weight"])) for place in roll.content["places"]
    ]
    turnout = rules_of(election).expected_turnout
    key = f"{SEED}:{roll.fingerprint}:{turnout.numerator}-{turnout.denominator}"
    return cache.get_or_set(key, lambda: _report(places, turnout, roll.fingerprint), timeout=None)


def ballot_warning(election: Election) -> bool:
    """Whether the ballot has to warn that perhaps only the outcome will be published."""
    found = leak_report(election)
    return found is not None and found.warns


def _report(places: list[Voter], turnout: Fraction, fingerprint: str) -> Report:
    # In a thread, which begins with an empty stack: where a request has nearly filled a piece of it, Python
    # 3.11 asks the system for another one at every call, and this took up to ten times as long.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(report, places, turnout=turnout, seed=fingerprint).result()
