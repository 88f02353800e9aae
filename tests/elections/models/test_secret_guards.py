"""What the database itself refuses of a secret vote, whoever writes the SQL; on both databases alike."""

import pytest
from django.db import IntegrityError, connection, transaction

from elections.enums import CalendarKey
from elections.models import Election
from elections.rules.calendar import step
from elections.selectors.elections import steps_of
from elections.services.calls import annul_election
from elections.services.mixing import destroy_box
from elections.services.proclamations import proclaim
from lacralo.core.deadlines.models import Deadline
from tests.builders import NOW
from tests.elections.builders import officer
from tests.elections.poll import HOUR, place_of
from tests.elections.sealed import (
    Papers,
    mixed,
    open_secret_vote,
    opened,
    put_in,
    put_in_many,
    rehearsed,
    secret_election,
)
from tests.elections.secret.scene import six_members

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _members():
    six_members()


def called() -> None:
    """Before the opening: a key that was rehearsed."""
    rehearsed(secret_election(), Papers())


def voting() -> None:
    """Open: place 1 put in twice, place 2 once."""
    election = open_secret_vote(Papers())
    put_in_many(election, {1: "1", 2: "2"})
    put_in(election, 1, "2")


def closed() -> None:
    """Closed and mixed."""
    election = open_secret_vote(Papers())
    put_in_many(election, {1: "1", 2: "2"})
    mixed(election)


def final() -> None:
    """Counted, proclaimed and destroyed."""
    papers = Papers()
    election = open_secret_vote(papers)
    put_in_many(election, dict.fromkeys(range(1, 7), "1"))
    mixed(election)
    opened(election, papers)
    over = step(steps_of(election), CalendarKey.CHALLENGE).ends
    proclaim(election=election, by=officer(), now=over)
    destroy_box(pk=Deadline.objects.get(key="final").pk, now=over)


REFUSED = [
    (called, "UPDATE elections_electionkey SET public_key = 'f'", "a key does not change"),
    (called, "UPDATE elections_electionkey SET numbers = '[1]'", "a key does not change"),
    (called, "UPDATE elections_electionkey SET needed = 1", "a key does not change"),
    (called, "UPDATE elections_electionkey SET test_envelope = 'f'", "a key does not change"),
    (called, "UPDATE elections_electionkey SET rehearsed_at = NULL", "a key does not change"),
    (called, "DELETE FROM elections_electionkey", "a key is given up, never removed"),
    (called, "UPDATE elections_sealedkey SET sealed = 'f'", "a sealed key does not change"),
    (called, "DELETE FROM elections_sealedkey", "a sealed key is kept"),
    (called, "UPDATE elections_opening SET outcome = 'stopped'", "an opening that ended does not change"),
    (called, "DELETE FROM elections_opening", "an opening is ended, never removed"),
    (called, "DELETE FROM elections_scrutineer", "a scrutineer is released, never removed"),
    (voting, "UPDATE elections_scrutineer SET public_key = 'f'", "no code changes once the vote is open"),
    (voting, "UPDATE elections_scrutineer SET released_at = named_at", "no code changes"),
    (voting, "UPDATE elections_scrutineer SET number = number + 10", "no code changes"),
    (
        voting,
        "INSERT INTO elections_electionkey (election_id, version, public_key, numbers, needed, test_envelope,"
        " made_at, made_by_id, superseded_at) SELECT election_id, 9, 'f', numbers, 1, 'f', made_at,"
        " made_by_id, made_at FROM elections_electionkey",
        "no key is made for a vote that is open",
    ),
    (voting, "UPDATE elections_election SET secrecy = 'roll_call'", "what governs a vote does not change"),
    (voting, "UPDATE elections_election SET frozen_at = NULL", "what governs a vote does not change"),
    (
        voting,
        "UPDATE elections_envelope SET sealed = NULL, tracker = NULL, attempt = NULL",
        "an envelope leaves the box only when its place is barred",
    ),
    (voting, "DELETE FROM elections_envelope", "envelopes are emptied, never removed"),
    (
        voting,
        "UPDATE elections_envelope SET has_voted = (1 = 0), sealed = NULL, tracker = NULL, attempt = NULL",
        "an envelope leaves the box only when its place is barred",
    ),
    (
        voting,
        "INSERT INTO elections_envelope (place_id, has_voted) VALUES ({place}, (1 = 0))",
        "envelopes are made when the roll of a secret vote freezes",
    ),
    (voting, "UPDATE elections_retiredtracker SET tracker = 'f'", "a retired tracker does not change"),
    (voting, "DELETE FROM elections_retiredtracker", "a retired tracker is kept"),
    (
        voting,
        "INSERT INTO elections_ballot (place_id, ordinal, choice, cast_at, cast_by_id, receipt)"
        " VALUES ({place}, 1, '1', '2026-03-04', {person}, 'f')",
        "no ballot is added",
    ),
    (
        closed,
        "UPDATE elections_envelope SET sealed = 'f', tracker = 'f', attempt = 'f' WHERE has_voted",
        "nothing is put into the box once the vote is closed",
    ),
    (closed, "UPDATE elections_envelope SET has_voted = (1 = 1)", "nothing is put into the box"),
    (
        closed,
        "INSERT INTO elections_mixedenvelope (id, election_id, sealed)"
        " VALUES ('00000000000000000000000000000001', {election}, 'f')",
        "no envelope is added to the mixed ones",
    ),
    (closed, "UPDATE elections_mixedenvelope SET sealed = 'f'", "a mixed envelope does not change"),
    (closed, "DELETE FROM elections_mixedenvelope", "mixed envelopes are kept"),
    (closed, "UPDATE elections_board SET envelopes = 3", "elections_board is append-only"),
    (closed, "DELETE FROM elections_board", "elections_board is append-only"),
    (closed, "DELETE FROM elections_sealedkey", "a sealed key is kept"),
    (
        closed,
        "INSERT INTO elections_placebar (place_id, barred_at, barred_by_id, reason)"
        " VALUES ({place}, '2026-03-04', {person}, 'f')",
        "no place is barred once the vote is closed",
    ),
    (final, "UPDATE elections_election SET destroyed_at = NULL", "what governs a vote does not change"),
    (final, "UPDATE elections_tally SET state = 'tie'", "elections_tally is append-only"),
]


def run(statement: str) -> None:
    election = Election.objects.get()
    place = place_of(election, 1).pk if election.frozen_at else 0
    said = statement.format(place=place, person=officer().pk, election=election.pk)
    with connection.cursor() as cursor:
        cursor.execute(said)


@pytest.mark.parametrize(
    ("at", "statement", "message"), REFUSED, ids=[f"{at.__name__}-{said[:60]}" for at, said, _ in REFUSED]
)
def test_the_database_refuses(at, statement, message):
    at()

    with pytest.raises(IntegrityError, match=message), transaction.atomic():
        run(statement)


def test_a_vote_that_was_annulled_stays_annulled():
    election = open_secret_vote(Papers())
    annul_election(election=election, reason="Void.", by=officer(), now=NOW + HOUR)

    with pytest.raises(IntegrityError, match="what governs a vote"), transaction.atomic():
        run("UPDATE elections_election SET annulled_at = NULL, annulled_because = ''")


def test_when_the_result_is_final_the_database_lets_envelopes_and_layers_go():
    final()

    with connection.cursor() as cursor:
        for table in ("mixedenvelope", "sealedkey"):
            cursor.execute(f"SELECT count(*) FROM elections_{table}")
            assert cursor.fetchone() == (0,)
