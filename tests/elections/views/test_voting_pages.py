"""The pages from the roll to the result, read as the public, a voter and an officer read them."""

import pytest
from django.urls import reverse

from elections.models import Ballot, Election
from lacralo.core.deadlines.clock import database_now
from tests.builders import person
from tests.elections.poll import (
    count_of,
    holder_of,
    open_vote_of,
    place_of,
    published_members,
)

pytestmark = pytest.mark.django_db

PUBLIC = ("roll", "result", "verify_how")


def url(name: str, election: Election, *args) -> str:
    return reverse(f"elections:{name}", args=[election.slug, *args])


def read(client, name: str, election: Election, *args) -> str:
    response = client.get(url(name, election, *args))
    assert response.status_code == 200, response.content.decode()[:2000]
    return response.content.decode()


@pytest.fixture(autouse=True)
def _english(settings):
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def running(_english):
    """A vote that is open by the clock of the database."""
    from django.utils import translation

    published_members()
    with translation.override("en"):
        yield open_vote_of(now=database_now())


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
