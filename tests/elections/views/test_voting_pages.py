"""The pages from the roll to the result, read as the public, a voter and an officer read them."""

import csv
import gzip
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from elections.models import Ballot, Election, Proclamation, RollCorrection
from elections.rules.roll import fingerprint
from lacralo.core.deadlines.clock import database_now
from members.models import Member
from tests.builders import accredited, person
from tests.elections.builders import candidate, officer
from tests.elections.poll import (
    HOUR,
    before_the_vote,
    closed,
    count_of,
    holder_of,
    open_vote_of,
    place_of,
    published_members,
    vote,
    vote_many,
)
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

PUBLIC = ("roll", "result", "verify_how")
LARGEST_PAGE = 20_000


def url(name: str, election: Election, *args) -> str:
    return reverse(f"elections:{name}", args=[election.slug, *args])


def read(client, name: str, election: Election, *args) -> str:
    response = client.get(url(name, election, *args))
    assert response.status_code == 200, response.content.decode()[:2000]
    return response.content.decode()


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def members():
    """LACRALO's published roll."""
    return published_members()


@pytest.fixture
def running(members):
    """A vote that has been open for an hour by the clock of the database."""
    return open_vote_of(now=database_now() - HOUR)


@pytest.fixture
def desk(client):
    """An officer before the portal, second factor shown."""
    return at_the_desk(client, officer())


def test_the_public_reads_roll_and_result_at_every_stage(client, running):
    for name in PUBLIC:
        read(client, name, running)
    count_of(running)
    for name in PUBLIC:
        read(client, name, running)


def test_a_voter_votes_votes_again_and_keeps_both_receipts(client, running):
    place = place_of(running, 3)
    client.force_login(holder_of(place))

    opened = client.get(url("ballot", running))
    page = read(client, "ballot_of", running, 3)
    checked = client.post(url("ballot_check", running, 3), {"choice": "1"})
    cast = client.post(url("ballot_cast", running, 3), {"choice": "1"})
    again = client.post(url("ballot_cast", running, 3), {"choice": "1"})
    other = client.post(url("ballot_cast", running, 3), {"choice": "abstain"})

    assert opened.url == url("ballot_of", running, 3)
    assert "25/32" in page
    assert 'name="choice" value="1"' in checked.content.decode()
    assert "no-store" in checked["Cache-Control"]
    assert cast.url == again.url != other.url
    assert "no-store" in client.get(cast.url)["Cache-Control"]
    assert [ballot.choice for ballot in Ballot.objects.order_by("ordinal")] == ["1", "abstain"]


def test_a_stranger_and_another_member_cannot_cast(client, running):
    assert client.post(url("ballot_cast", running, 3), {"choice": "1"}).status_code == 302
    client.force_login(person())

    assert client.get(url("ballot_of", running, 3)).status_code == 403
    assert client.post(url("ballot_check", running, 3), {"choice": "1"}).status_code == 403
    assert client.post(url("ballot_cast", running, 3), {"choice": "1"}).status_code == 403
    assert Ballot.objects.count() == 0


def test_while_the_vote_runs_only_numbers_are_shown(client, running):
    cast = vote(running, 3, "1", at=database_now())

    page = read(client, "result", running)

    assert "1 of 42 members on the roll (2.38 %)" in page
    assert cast.place.member_name not in page
    assert cast.receipt not in page
    assert client.get(url("receipt", running, cast.receipt)).status_code == 403
    assert client.get(url("bundle", running)).status_code == 404


def test_after_the_close_everybody_reads_who_voted_how_and_what_was_replaced(client, running):
    first = vote(running, 3, "1", at=database_now())
    last = vote(running, 3, "2", at=database_now())
    closed(running)

    page = read(client, "result", running)
    replaced = read(client, "receipt", running, first.receipt)

    assert last.receipt in page
    assert "<s>Ana Alva</s> (replaced)" in page
    assert "This ballot was replaced" in replaced


def test_the_result_names_its_bases_and_the_quorum(client, running):
    now = database_now()
    vote_many(running, {number: "1" if number % 2 else "2" for number in range(1, 25)}, at=now)
    vote(running, 25, "abstain", at=now)
    count_of(running)

    page = read(client, "result", running)

    assert "12 of 24 ballots that decide (50.00 %)" in page
    assert "1 of 25 ballots cast (4.00 %)" in page
    assert "Quorum: 25 of 42 active members (59.52 %), 21 needed." in page


def test_the_roll_can_be_downloaded_and_its_fingerprint_made_again(client, running):
    table = list(csv.DictReader(io.StringIO(client.get(url("roll_csv", running)).content.decode())))
    document = client.get(url("roll_json", running)).json()

    assert len(table) == 42
    assert {row["weight"] for row in table if row["country"] == "CL"} == {"25/8"}
    assert {row["display"] for row in table if row["country"] == "CL"} == {"3.13"}
    assert fingerprint(document) == document["fingerprint"]


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(client):
    accredited("=cmd()", "PE")
    election = open_vote_of(now=database_now() - HOUR)

    assert "'=cmd()" in client.get(url("roll_csv", election)).content.decode()


def test_the_officer_opens_closes_counts_and_proclaims_page_by_page(client, desk, members):
    now = database_now()
    election = before_the_vote(now=now - timedelta(days=6), post="chair_elect")

    def shift(days: int) -> None:
        """Time goes by: the calendar moves into the past."""
        for row in election.calendar.all():
            row.starts_at, row.ends_at = (
                row.starts_at - timedelta(days=days),
                row.ends_at - timedelta(days=days),
            )
            row.save()

    def act(name: str) -> None:
        assert read(client, "desk", election)
        assert read(client, name, election)
        assert client.post(url(name, election)).status_code == 302

    act("vote_open")
    for number in range(1, 23):
        vote(election, number, "1", at=now)
    shift(10)
    act("vote_close")
    act("vote_count")
    shift(30)
    act("result_proclaim")

    assert read(client, "desk", election)
    assert Proclamation.objects.get().elected.nominee.name == "Ana Alva"
    assert client.get(url("bundle", election)).json()["tally"]["elected"] == "1"
    assert client.get(url("vote_open", election)).status_code == 403


def test_the_officers_pages_are_closed_to_others(client, running):
    pages = ("desk", "vote_open", "vote_close", "vote_count", "result_proclaim")
    client.force_login(holder_of(place_of(running)))

    for name in pages:
        assert client.get(url(name, running)).status_code == 403, name
    for name in (*pages[1:], "roll_publish"):
        assert client.post(url(name, running)).status_code == 403, name


def test_a_correction_is_asked_for_and_answered_on_the_pages(client, members):
    election = before_the_vote(now=database_now() + timedelta(days=7), post="chair_elect")
    member = Member.objects.get(name="Red Ceibo")
    client.force_login(member.representations.get().person)

    asked = client.post(url("correction_ask", election), {"member": member.pk, "request": "Wrong."})
    at_the_desk(client, officer())
    answer = url("correction_answer", election, RollCorrection.objects.get().pk)
    shown = client.get(answer)
    answered = client.post(answer, {"is_granted": "no", "answer": "The register is right."})
    again = client.post(url("roll_publish", election))

    assert (asked.status_code, shown.status_code, answered.status_code, again.status_code) == (
        302,
        200,
        302,
        302,
    )
    assert "The register is right." in read(client, "roll", election)


def test_who_votes_for_several_members_chooses_which(client, running):
    voter, other = holder_of(place_of(running, 1)), place_of(running, 2)
    other.member.representations.update(person=voter)
    client.force_login(voter)

    page = read(client, "ballot", running)

    assert url("ballot_of", running, 1) in page
    assert url("ballot_of", running, 2) in page


def test_an_empty_choice_comes_back_with_the_ballot(client, running):
    client.force_login(holder_of(place_of(running)))

    response = client.post(url("ballot_check", running, 1), {})

    assert response.status_code == 422
    assert "Choose one line" in response.content.decode()


def test_the_ballot_is_small_and_asks_no_script(client, running):
    client.force_login(holder_of(place_of(running)))

    page = read(client, "ballot_of", running, 1)

    assert len(gzip.compress(page.encode())) < LARGEST_PAGE
    assert "<script" not in page


def test_a_ratification_ballot_asks_yes_or_no(client, members):
    election = open_vote_of(
        now=database_now() - HOUR, names=["Uma Unica"], uncontested="ratification", post="chair_elect"
    )
    client.force_login(holder_of(place_of(election)))

    page = read(client, "ballot_of", election, 1)

    assert "Shall Uma Unica be elected?" in page
    assert 'value="yes"' in page


def queries(client, name: str, election: Election, *args) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        read(client, name, election, *args)
    return len(caught)


@pytest.mark.parametrize("name", ["roll", "result"])
def test_a_longer_roll_asks_no_more_of_the_database(client, name):
    accredited("Red Andina", "PE"), accredited("Red Costa", "PE")
    short = open_vote_of(now=database_now() - HOUR)
    vote_many(short, {1: "1", 2: "1"}, at=database_now())
    count_of(short)
    few = queries(client, name, short)
    published_members()
    long = open_vote_of(now=database_now() - HOUR, post="chair_elect")
    vote_many(long, {number: "1" for number in range(1, 31)}, at=database_now())
    count_of(long)

    assert queries(client, name, long) == few


def test_the_desk_asks_the_same_with_more_candidates_and_places(client, desk, members):
    one = before_the_vote(now=database_now() - HOUR, post="chair_elect")
    few = queries(client, "desk", one)
    for number in range(8):
        candidate(one, f"More {number}", member=Member.objects.filter(country="PE").first())

    assert queries(client, "desk", one) == few


def test_who_comes_to_the_check_by_a_link_begins_at_the_ballot(client, running):
    client.force_login(holder_of(place_of(running)))

    for name in ("ballot_check", "ballot_cast"):
        assert client.get(url(name, running, 1)).url == url("ballot_of", running, 1)


def test_after_the_close_the_ballot_says_why_it_is_not_taken(client, members):
    election = open_vote_of(now=database_now() - timedelta(days=10))
    client.force_login(holder_of(place_of(election)))

    page = read(client, "ballot_of", election, 1)

    assert "You cannot vote now" in page
    assert 'name="choice"' not in page
