"""Who acts for whom, and who holds the vote."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members.enums import Role
from members.selectors.representation import (
    representations_of,
    represented_members,
    represents,
    vote_holder,
    voting_representatives_on,
)
from tests.builders import TODAY, accredited, member, person, representative, voter_of

pytestmark = pytest.mark.django_db


def test_the_voters_of_all_members_take_one_query():
    members = [accredited() for _ in range(5)]

    with CaptureQueriesContext(connection) as queries:
        voters = {key: each.person.name for key, each in voting_representatives_on(TODAY).items()}

    assert voters == {each.pk: voter_of(each).name for each in members}
    assert len(queries) == 1


def test_an_observer_represents_nobody():
    als, who = member(), person()
    representative(als, who, role=Role.OBSERVER)

    assert list(represented_members(who, on=TODAY)) == []
    assert [each.member for each in representations_of(who, on=TODAY)] == [als]
    assert represents(who, als, on=TODAY, roles=[Role.OBSERVER])


def test_primary_and_alternate_represent_and_only_the_primary_holds_the_vote():
    als = accredited()
    alternate = representative(als, role=Role.ALTERNATE)

    assert [represents(who, als, on=TODAY) for who in (voter_of(als), alternate)] == [True, True]
    assert vote_holder(als, on=TODAY) == voter_of(als)


def test_on_its_last_day_a_representation_still_holds():
    als = member()
    who = representative(als, start=date(2026, 1, 1), end=date(2026, 2, 1))

    asked = [represents(who, als, on=date(*day)) for day in ((2025, 12, 31), (2026, 1, 31), (2026, 2, 1))]

    assert asked == [False, True, False]
