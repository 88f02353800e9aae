"""The report on leaks: of the roll and its fingerprint, made once for all who ask."""

from fractions import Fraction

import pytest

from elections.rules import leak_report as rules
from elections.rules.leaks import Voter
from elections.selectors import leaks
from elections.selectors.rolls import current_roll
from tests.elections.builders import open_call
from tests.elections.sealed import Papers, open_secret_vote
from tests.elections.secret.scene import six_members

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def asked(monkeypatch):
    """What the true rule is asked; in other tests one report does for all rolls of the same weights."""
    asked = []

    def report(places, *, turnout, seed):
        asked.append((places, turnout, seed))
        return rules.report(places, turnout=turnout, seed=seed)

    monkeypatch.setattr(leaks, "report", report)
    return asked


def test_it_is_made_of_the_roll_the_turnout_and_the_fingerprint_once(asked):
    six_members()
    election = open_secret_vote(Papers(), rules={"expected_turnout": "1/2"})
    roll = current_roll(election)
    places = [
        Voter(place["place"], place["country"], Fraction(place["weight"])) for place in roll.content["places"]
    ]

    found = [leaks.leak_report(election) for _ in range(2)]

    expected = rules.report(places, turnout=Fraction(1, 2), seed=roll.fingerprint)
    assert found == [expected, expected]
    assert asked[-1] == (places, Fraction(1, 2), roll.fingerprint)
    assert len({seed for _places, _turnout, seed in asked}) == len(asked)


def test_before_a_roll_is_published_there_is_none():
    assert leaks.leak_report(open_call()) is None
