"""Nobody who reads the database after the mix learns who chose what: an attacker tries, on PostgreSQL."""

import random
import secrets
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from elections.models import Election, MixedEnvelope, Tally
from elections.selectors.box import places_marked, witness_name
from elections.services.mixing import SWEEP_TASK
from elections.tasks.scrutiny import sweep_box
from lacralo.core.deadlines.models import Deadline
from lacralo.core.vault.seals import tracker_of
from tests.builders import accredited
from tests.elections.sealed import Papers, mixed, open_secret_vote, opened, put_in
from tests.elections.secret.attacker import (
    Known,
    contents,
    found_in,
    links,
    orders_of_envelopes,
    orders_of_voters,
    private_key,
    whole_database,
)

pytestmark = pytest.mark.postgres

OPTIONS = ("1", "2", "abstain")


@dataclass(frozen=True)
class Vote:
    """A vote that was cast, and what only the voters and the network know of it."""

    election: Election
    papers: Papers
    known: Known
    seen: dict[str, dict[int, object]]
    casts: int


def cast_vote(*, places: int, voters: int, casts: int) -> Vote:
    """Members of three countries, as many of each: every place weighs the same, so that no weight tells.

    Who votes when, what they choose and who votes again is drawn; what was chosen first is drawn too.
    """
    for number in range(places):
        accredited(f"Association {number:03}", ("PE", "AR", "BR")[number % 3])
    papers, drawn = Papers(), random.Random(2026)
    election = open_secret_vote(papers)
    rows = {each.number: each for each in election.places.all()}
    numbers = drawn.sample(sorted(rows), voters)
    line = numbers + drawn.choices(numbers, k=casts - voters)
    trackers, choices, first, last = {}, {}, {}, {}
    for turn, number in enumerate(line):
        place, choice = rows[number].pk, drawn.choice(OPTIONS)
        trackers[place], choices[place] = put_in(election, number, choice), choice
        first.setdefault(place, (0, turn))
        last[place] = (0, turn)
    seen = {"network first": first, "network last": last}
    return Vote(election, papers, Known(trackers, choices), seen, casts)


def attacked(vote: Vote, inside: dict[str, dict]) -> list:
    """What the attacker finds in the database as it stands."""
    voters = orders_of_voters(places_marked(vote.election), vote.seen)
    return links(vote.known, voters, orders_of_envelopes(vote.election, inside))


def swept(election: Election) -> Deadline:
    """The task that sweeps is called, as the bell calls it."""
    deadline = Deadline.objects.filter(task=SWEEP_TASK, subject_id=str(election.pk)).latest("pk")
    sweep_box.delay(deadline.pk)
    deadline.refresh_from_db()
    return deadline


def where_each_stands(election: Election, inside: dict[str, dict]) -> set[tuple[str, ...]]:
    """The columns of the whole database that hold what tells one envelope from the others."""
    database, found = whole_database(), set()
    for row in MixedEnvelope.objects.filter(election=election):
        tracker = tracker_of(row.sealed)
        for told in (str(row.pk), row.sealed, tracker, inside[tracker]["nonce"]):
            found.add(tuple(sorted(found_in(told, database))))
    return found


@pytest.mark.django_db(transaction=True)
def test_of_two_hundred_casts_nothing_links_a_voter_to_a_choice():
    vote = cast_vote(places=123, voters=110, casts=200)
    election = vote.election
    private = private_key(election, vote.papers)

    mixed(election)
    inside = contents(election, private)
    before_the_sweep = attacked(vote, inside)
    deadline = swept(election)
    after_the_sweep = attacked(vote, inside)
    opened(election, vote.papers)
    after_the_count = attacked(vote, inside)

    assert {tracker: said["choice"] for tracker, said in inside.items()} == {
        vote.known.trackers[place]: choice for place, choice in vote.known.choices.items()
    }
    assert (before_the_sweep, after_the_sweep, after_the_count) == ([], [], [])
    assert deadline.rung_at is not None
    assert Tally.objects.get(election=election).record["tally"]["state"] != ""
    assert where_each_stands(election, inside) == {
        ("elections_mixedenvelope.id",),
        ("elections_mixedenvelope.sealed",),
        ("elections_board.trackers",),
        (),  # the number that makes each envelope another one
    }
    witness = Path(settings.HOME) / "witness" / witness_name(election)
    assert witness.read_bytes() == b"." * (vote.casts + 1)


class Unshuffled(secrets.SystemRandom):
    """A source of chance that leaves everything where it is."""

    def shuffle(self, x):
        """Nothing."""


@pytest.mark.django_db
def test_the_same_attacker_finds_the_link_where_the_mix_does_not_shuffle(monkeypatch):
    vote = cast_vote(places=81, voters=80, casts=80)
    private = private_key(vote.election, vote.papers)
    monkeypatch.setattr(secrets, "SystemRandom", Unshuffled)

    mixed(vote.election)

    found = attacked(vote, contents(vote.election, private))
    assert {each.statistic for each in found} == {"rank correlation", "right guesses", "neighbours"}
    assert {each.envelopes for each in found} == {"ctid"}
