"""The votes of a member on its page, as far as the reader may know."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from lacralo.core.deadlines.clock import database_now
from tests.builders import accredited
from tests.elections.poll import HOUR, closed, holder_of, open_vote_of, place_of, published_members, vote_many
from tests.elections.sealed import Papers, mixed, open_secret_vote, put_in_many

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _members():
    published_members()


def page_of(client, member) -> str:
    with override("en"):
        return client.get(reverse("members:member_detail", args=[member.slug])).content.decode()


def test_the_page_of_a_member_lists_its_votes_to_those_who_may_know(client):
    election = open_secret_vote(Papers(), now=database_now() - HOUR, rules={"voters_published": False})
    put_in_many(election, {4: "1"}, at=database_now())
    mixed(election)
    place = place_of(election, 4)
    link = reverse("elections:election_detail", args=[election.slug]).removeprefix("/es")

    stranger = page_of(client, place.member)
    client.force_login(holder_of(place))
    own = page_of(client, place.member)

    assert (link in stranger, link in own) == (False, True)
    assert "No vote is listed for this member." in stranger


def test_the_page_asks_as_much_for_many_votes_as_for_one(client):
    member = accredited("Red Austral", "UY")
    elections = [
        open_vote_of(post=post, now=database_now() - HOUR) for post in ("nomcom", "chair_elect", "secretary")
    ]
    asked = []
    for election in elections:
        number = election.places.get(member=member).number
        vote_many(election, {number: "1"}, at=database_now())
        closed(election)
        with CaptureQueriesContext(connection) as caught:
            page_of(client, member)
        asked.append(len(caught))

    assert asked[1] == asked[2]
