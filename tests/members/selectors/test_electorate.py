"""The register as a roll needs it, on a day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members.enums import MemberKind, MemberStatus
from members.selectors.electorate import ElectorateMember, electorate_on
from members.services.members import set_status
from members.services.representation import replace_primary
from tests.builders import NOW, TODAY, accredited, member, person, representative, subregions, voter_of

pytestmark = pytest.mark.django_db


def test_every_fact_of_a_member_is_that_of_the_day():
    subregions()
    als = accredited("Red Andina", "PE")
    before, after = voter_of(als), person("Successor")
    replace_primary(member=als, person=after, start=TODAY, reason="elected", by=None, now=NOW)
    set_status(member=als, status=MemberStatus.DECERTIFIED, start=TODAY, reason="ICANN", by=None, now=NOW)

    eve, today = electorate_on(date(2026, 3, 2)), electorate_on(TODAY)

    common = {"id": als.pk, "name": "Red Andina", "country": "PE", "subregion": "B", "kind": MemberKind.ALS}
    assert eve == (
        ElectorateMember(
            **common, status=MemberStatus.ACCREDITED, holder_id=before.pk, holder_name=before.name
        ),
    )
    assert today == (
        ElectorateMember(
            **common, status=MemberStatus.DECERTIFIED, holder_id=after.pk, holder_name="Successor"
        ),
    )


def test_what_is_not_known_is_empty_and_nobody_is_left_out():
    als = member("Nexti", "", status=MemberStatus.UNVERIFIED, since=None)

    (facts,) = electorate_on(TODAY)

    assert (facts.id, facts.country, facts.subregion, facts.holder_id, facts.holder_name) == (
        als.pk,
        "",
        "",
        None,
        "",
    )


def test_a_member_is_there_from_the_day_of_its_first_status_and_not_before():
    als = member(since=TODAY)

    assert electorate_on(date(2026, 3, 2)) == ()
    assert [each.id for each in electorate_on(TODAY)] == [als.pk]


def test_an_alternate_does_not_hold_the_vote():
    als = member()
    representative(als, role="alternate")

    assert [each.holder_id for each in electorate_on(TODAY)] == [None]


def test_thirty_members_take_as_many_queries_as_one():
    counts = []
    for more in (1, 29):
        for _ in range(more):
            accredited()
        with CaptureQueriesContext(connection) as queries:
            electorate_on(TODAY)
        counts.append(len(queries))

    assert counts == [2, 2]
