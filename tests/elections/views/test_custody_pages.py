"""The officer's pages while a secret vote runs: places that are barred, and a backup that was put back."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags

from elections.models import Election, PlaceBar, SetBack
from elections.selectors.box import witness_name
from lacralo.core.deadlines.clock import database_now
from lacralo.core.vault import witness
from tests.builders import accredited, person
from tests.elections.builders import officer
from tests.elections.poll import HOUR, holder_of, open_vote_of, place_of
from tests.elections.sealed import Papers, mixed, open_secret_vote, put_in, secret_election
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

PAGES = (("places",), ("place_bar", 3), ("set_back",))


def url(name: str, election: Election, *args) -> str:
    return reverse(f"elections:{name}", args=[election.slug, *args])


def text_of(response) -> str:
    """What a reader reads on the page."""
    return re.sub(r"\s+", " ", unescape(strip_tags(response.content.decode())))


def read(client, name: str, election: Election, *args) -> str:
    response = client.get(url(name, election, *args))
    assert response.status_code == 200, text_of(response)
    return text_of(response)


def without_token(content: bytes) -> str:
    """A page without what is new in it each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", content.decode())


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    """The witness of each test has a folder of its own."""
    monkeypatch.setattr(settings, "HOME", tmp_path)


@pytest.fixture
def members():
    """Members enough for a vote."""
    return [accredited() for _ in range(6)]


@pytest.fixture
def running(members):
    """A secret vote that has been open for an hour."""
    return open_secret_vote(Papers(), now=database_now() - HOUR)


@pytest.fixture
def desk(client):
    """An officer before the portal, second factor shown."""
    return at_the_desk(client, officer())


def put_back(election: Election, *, missing: int = 2) -> None:
    """The portal has confirmed more than the database knows, as after a backup was put back."""
    for _ in range(missing):
        witness.confirm(witness_name(election))


# Places


def test_the_list_of_places_is_the_same_whoever_has_voted(running, desk):
    before = desk.get(url("places", running)).content
    put_in(running, 3, "1", at=database_now())
    after = desk.get(url("places", running)).content

    assert without_token(after) == without_token(before)
    assert before.decode().count("<tr>") == 1 + running.places.count()


def test_a_place_is_barred_with_its_reason(running, desk):
    asked = read(desk, "place_bar", running, 3)
    done = desk.post(url("place_bar", running, 3), {"reason": "The member recused itself."})
    page = read(desk, "places", running)

    assert "it is taken out unopened and is void" in asked
    assert done.url == url("places", running)
    assert page.count("The member recused itself.") == 1
    assert PlaceBar.objects.get().place.number == 3


def test_a_place_is_not_barred_without_a_reason_nor_twice(running, desk):
    empty = desk.post(url("place_bar", running, 3), {"reason": ""})
    desk.post(url("place_bar", running, 3), {"reason": "Recused."})
    twice = desk.post(url("place_bar", running, 3), {"reason": "Again."})

    assert (empty.status_code, twice.status_code, PlaceBar.objects.count()) == (422, 403, 1)
    assert "The place is barred already." in text_of(twice)


def test_a_place_that_is_not_on_the_roll_is_not_found(running, desk):
    assert desk.get(url("place_bar", running, 999)).status_code == 404


def test_after_the_close_the_list_offers_no_bar(desk):
    election = open_secret_vote(Papers(), now=database_now() - timedelta(days=20))
    mixed(election)

    page = read(desk, "places", election)

    assert "The vote is over: no place can be barred any more." in page
    assert url("place_bar", election, 1) not in desk.get(url("places", election)).content.decode()
    assert desk.get(url("place_bar", election, 1)).status_code == 403


def test_the_list_takes_as_many_queries_with_bars_as_without(running, desk):
    desk.get(url("places", running))
    with CaptureQueriesContext(connection) as few:
        desk.get(url("places", running))
    for number in (1, 2, 3, 4):
        desk.post(url("place_bar", running, number), {"reason": "Recused."})
    desk.get(url("places", running))
    with CaptureQueriesContext(connection) as many:
        desk.get(url("places", running))

    assert len(many) == len(few)


# A backup that was put back


def test_the_desk_is_loud_when_a_backup_was_put_back(running, desk):
    quiet = read(desk, "desk", running)
    put_back(running)
    loud = read(desk, "desk", running)

    title = "A backup was put back: the vote stands still until you decide"
    assert (title in quiet, title in loud) == (False, True)
    assert "Confirmed steps of the vote: 2; in the database: 0." in loud


def test_the_decision_shows_what_is_missing_and_both_ways(running, desk):
    put_in(running, 3, "1", at=database_now())
    put_back(running, missing=3)

    response = desk.get(url("set_back", running))
    page = text_of(response)

    assert re.search(r"Confirmed (\d+) Found in the database (\d+) Missing (\d+)", page).groups() == (
        "3",
        "1",
        "2",
    )
    assert "Either: go on with the vote" in page
    assert url("annul", running) in response.content.decode()


def test_the_officer_goes_on_with_a_reason_and_the_banner_goes(
    running, desk, django_capture_on_commit_callbacks
):
    put_back(running)

    with django_capture_on_commit_callbacks(execute=True):
        empty = desk.post(url("set_back", running), {"reason": ""})
        done = desk.post(url("set_back", running), {"reason": "A disk failed."})
    page = read(desk, "set_back", running)

    assert (empty.status_code, done.url) == (422, url("desk", running))
    assert [each.reason for each in SetBack.objects.all()] == ["A disk failed."]
    assert "Nothing is missing in the box: there is nothing to decide." in page


def test_without_a_set_back_there_is_nothing_to_decide(running, desk):
    page = read(desk, "set_back", running)
    refused = desk.post(url("set_back", running), {"reason": "Just so."})

    assert "There is nothing to decide now" in page
    assert (refused.status_code, SetBack.objects.count()) == (403, 0)


def test_a_vote_that_was_set_back_is_not_closed(desk):
    election = open_secret_vote(Papers(), now=database_now() - timedelta(days=20))
    put_back(election)

    refused = desk.get(url("vote_close", election))

    assert refused.status_code == 403
    assert "The database was set back to an earlier state" in text_of(refused)


# Who may come here


def test_the_pages_are_closed_to_everybody_else(running):
    pages = [url(name, running, *args) for name, *args in PAGES]

    for who in (holder_of(place_of(running, 3)), person()):
        client = at_the_desk(Client(), who)
        assert [client.get(page).status_code for page in pages] == [403] * 3
        assert [client.post(page, {"reason": "Mine."}).status_code for page in pages] == [403] * 3
    assert [Client().get(page).status_code for page in pages] == [302] * 3
    assert (PlaceBar.objects.count(), SetBack.objects.count()) == (0, 0)


def test_a_roll_call_has_no_such_pages(desk):
    roll_call = open_vote_of(now=database_now() - HOUR)

    assert [desk.get(url(name, roll_call, *args)).status_code for name, *args in PAGES] == [404] * 3


def test_a_secret_vote_that_has_not_opened_has_no_such_pages(desk):
    coming = secret_election(now=database_now() + timedelta(days=2))

    assert [desk.get(url(name, coming, *args)).status_code for name, *args in PAGES] == [404] * 3


def test_who_annuls_a_secret_vote_reads_what_is_destroyed(running, desk):
    page = read(desk, "annul", running)

    destroyed = "Envelopes and sealed keys are destroyed once the time to challenge the result is over"
    assert (destroyed in page, "nothing is deleted" in page) == (True, False)
