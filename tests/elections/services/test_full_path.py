"""From the provisional roll to the proclaimed result, on LACRALO's published roll."""

import json
import subprocess
import sys
from fractions import Fraction

import pytest

from elections.models import Election, PublishedRoll
from elections.rules.bundle import dumps
from lacralo.core.audit.chain import verify
from members.models import Term
from tests.elections.poll import open_vote_of, proclaimed, published_members, vote, vote_many

pytestmark = pytest.mark.django_db

VERIFIER = "static/verify/lacralo_verify.py"


def verified(bundle: dict, tmp_path) -> subprocess.CompletedProcess:
    file = tmp_path / "bundle.json"
    file.write_text(dumps(bundle), encoding="utf-8")
    return subprocess.run([sys.executable, VERIFIER, str(file)], capture_output=True, text=True, check=False)


@pytest.fixture
def election() -> Election:
    published_members()
    return open_vote_of()


def test_the_published_roll_weighs_what_lacralo_published(election):
    weights = {place.member_name: place.weight for place in election.places.all()}
    by_country = {}
    for place in election.places.all():
        by_country.setdefault(place.country, set()).add(place.weight)

    assert sum(weights.values()) == 100
    assert by_country["AR"] == {Fraction(25, 32)}
    assert by_country["MX"] == {Fraction(25, 4)}


@pytest.fixture
def bundle(election) -> dict:
    """Two candidates, 23 of 42 members vote, one of them twice, one abstains; then proclaimed."""
    vote(election, 1, "2")
    vote_many(election, {number: "1" if number % 3 else "2" for number in range(1, 23)})
    vote(election, 42, "abstain")
    return proclaimed(election).bundle


def test_the_elected_has_the_term_and_the_chain_holds(bundle):
    election = Election.objects.get()
    tally = election.tallies.get()

    assert tally.state == "elected"
    assert tally.record["quorum"]["present"] == 23
    assert tally.record["quorum"]["required"] == 21
    assert tally.record["tally"]["abstentions"]["heads"] == 1
    term = Term.objects.get(position=election.position)
    assert (term.person, term.start, term.end) == (
        tally.elected.nominee,
        election.term_start,
        election.term_end,
    )
    assert verify() is None


def test_an_outsider_recounts_the_proclaimed_bundle(bundle, tmp_path):
    checked = verified(json.loads(dumps(bundle)), tmp_path)

    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize(
    "change",
    [
        lambda bundle: bundle["ballots"][2].update(choice="2"),
        lambda bundle: bundle["ballots"].pop(),
        lambda bundle: bundle["roll"]["places"][0].update(weight="25/16"),
        lambda bundle: bundle["tally"].update(elected="2"),
        lambda bundle: bundle["quorum"].update(required=1),
        lambda bundle: bundle["chain"]["entries"].pop(2),
    ],
)
def test_a_bundle_that_was_tampered_with_does_not_verify(bundle, tmp_path, change):
    changed = json.loads(dumps(bundle))
    change(changed)

    assert verified(changed, tmp_path).returncode != 0


def test_the_frozen_roll_is_the_one_that_members_have_seen(election):
    provisional, frozen = PublishedRoll.objects.order_by("published_at")

    assert frozen.fingerprint == provisional.fingerprint
