"""Putting an envelope in asks the database as much in a small vote as in a large one."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elections.models import Place
from elections.selectors.box import witness_name
from elections.services.sealed_ballots import cast_sealed_ballot
from lacralo.core.vault import witness
from tests.builders import NOW, accredited
from tests.elections.poll import HOUR, holder_of, place_of
from tests.elections.sealed import Papers, open_secret_vote, put_in_many

pytestmark = pytest.mark.django_db

#: Place, election and envelope; who may vote, and whether what the witness saw is there (four); the key and
#: the roll that it is sealed to; envelope and mail.  Four of them are savepoints: of the act in the test's
#: transaction, and of the mail.  Casting again adds a tracker to the replaced ones.
FIRST, AGAIN = 21, 22


def questions(place: Place, token: str) -> int:
    """How often the database is asked in a cast."""
    by = holder_of(place)
    with CaptureQueriesContext(connection) as captured:
        cast_sealed_ballot(place=place, choice="1", token=token, by=by, now=NOW + HOUR)
    return len(captured)


@pytest.mark.parametrize("places", [2, 30])
def test_a_cast_asks_a_small_and_constant_number_of_questions(places):
    for number in range(places):
        accredited(f"Association {number:02}")
    election = open_secret_vote(Papers())
    put_in_many(election, dict.fromkeys(range(2, places + 1), "1"))
    witness.confirm(witness_name(election))

    asked = questions(place_of(election, 1), "first"), questions(place_of(election, 1), "again")

    assert asked == (FIRST, AGAIN)
