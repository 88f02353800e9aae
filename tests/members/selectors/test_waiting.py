"""What waits for a person, in one question to the database."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from members.enums.waiting import Wait
from members.models import Contest, ParticipationWarning
from members.phrases.waiting import WAIT_WORDS
from members.selectors.waiting import Waiting, waiting_for
from tests.builders import NOW, accredited, secretary, voter_of
from tests.members.participation_builders import held

pytestmark = pytest.mark.django_db


def contested(als) -> Contest:
    return Contest.objects.create(
        member=als,
        occasion=held(),
        words="x",
        language="es",
        filed_by=voter_of(als),
        filed_at=NOW,
        due_on=NOW.date(),
    )


def warned(als) -> ParticipationWarning:
    return ParticipationWarning.objects.create(member=als, step="first_notice", written_at=NOW)


def test_what_is_due_first_comes_first_and_has_its_moment():
    als = accredited("Red Ceibo")
    warned(als)
    contest = contested(als)

    found = waiting_for(secretary(), members=[als.pk], keeps_register=True, now=NOW)

    assert found == [
        Waiting(Wait.CONTEST_TO_ANSWER, str(contest.pk), "Red Ceibo", datetime(2026, 3, 3, tzinfo=UTC)),
        Waiting(Wait.PARTICIPATION_FELL, als.slug, "Red Ceibo", None),
    ]


def test_what_concerns_others_waits_for_them():
    als, other = accredited("Red Ceibo"), accredited()
    warned(als)
    contested(als)

    assert waiting_for(voter_of(other), members=[other.pk], keeps_register=False, now=NOW) == []


def test_it_is_one_query_however_much_waits():
    als = accredited()
    for _ in range(5):
        contested(accredited())

    with CaptureQueriesContext(connection) as queries:
        waiting_for(secretary(), members=[als.pk], keeps_register=True, now=NOW)

    assert len([each for each in queries if "UNION" in each["sql"]]) == 1
    assert len([each for each in queries if "contest" in each["sql"]]) == 1


def test_everything_that_can_wait_has_words():
    assert set(WAIT_WORDS) == set(Wait)


def test_the_front_page_links_to_where_it_is_done(client):
    als = accredited("Red Ceibo")
    warned(als)
    client.force_login(voter_of(als))

    with override("en"):
        page = client.get(reverse("home:front")).content.decode()

        assert reverse("members:participation_of", args=[als.slug]) in page
    assert "See what keeps Red Ceibo active" in page
