"""Who held which office on a day, as everybody can ask."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from tests.builders import person, position, term

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def holders(response):
    bodies = response.context["bodies"].values()
    return {
        post.position.key: [term.person.name for term in post.terms] for posts in bodies for post in posts
    }


def asked(client, day):
    return client.get(reverse("members:offices"), {"day": day})


def test_the_day_decides_and_vacant_posts_say_so(client):
    term("chair", person("Ana"), start=date(2022, 11, 1), end=date(2024, 11, 1))
    term("chair", person("Luz"), start=date(2024, 11, 1))
    position("secretary")

    eve, day = asked(client, "2024-10-31"), asked(client, "2024-11-01")

    assert holders(eve) == {"chair": ["Ana"], "secretary": []}
    assert holders(day) == {"chair": ["Luz"], "secretary": []}
    assert "Vacant" in day.content.decode()


@pytest.mark.parametrize("day", ["", "yesterday", "2024-13-01"])
def test_a_day_that_is_none_shows_today(client, day):
    term("chair", person("Ana"), start=date(2020, 1, 1))

    response = asked(client, day)

    assert holders(response) == {"chair": ["Ana"]}
    assert response.context["day"] == response.context["today"]
    assert bool(response.context["form"].errors) == bool(day)


@pytest.mark.parametrize("page", ["offices", "office_history"])
def test_thirty_terms_take_as_many_queries_as_one(client, page):
    counts = []
    for more in (1, 29):
        for _ in range(more):
            term("elder")
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(f"members:{page}"))
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[1] <= 10


def test_the_history_of_an_office_is_newest_first_with_the_reason_of_ending(client):
    term("chair", person("Ana"), start=date(2022, 1, 1), end=date(2023, 1, 1), end_reason="resigned")
    term("chair", person("Luz"), start=date(2023, 1, 1))

    response = client.get(reverse("members:office_history"))

    assert holders(response) == {"chair": ["Luz", "Ana"]}
    assert "Resigned" in response.content.decode()
