"""What eligibility asks of a person."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from members.enums import MemberStatus, Role
from members.selectors.profiles import Membership, candidate_profile
from tests.builders import TODAY, member, person, representative, subregions, term

pytestmark = pytest.mark.django_db


def test_everything_that_the_rules_see_of_a_person():
    subregions()
    who = person("Ana", residence="PE", nationalities=("PE",))
    als = member("Red Andina", "PE")
    representative(als, who, role=Role.ALTERNATE)
    term("nomcom", who)

    with CaptureQueriesContext(connection) as queries:
        profile = candidate_profile(who, on=TODAY)

    assert len(queries) == 4
    assert (profile.name, profile.residence, profile.nationalities, profile.offices) == (
        "Ana",
        "PE",
        ("PE",),
        ("nomcom",),
    )
    assert profile.sits_in_nomcom
    assert profile.memberships == (
        Membership(als.pk, "Red Andina", "PE", "B", MemberStatus.ACCREDITED, Role.ALTERNATE),
    )


def test_a_person_who_said_nothing_has_an_empty_profile():
    profile = candidate_profile(person("Ana"), on=TODAY)

    assert (profile.residence, profile.nationalities, profile.memberships, profile.offices) == (
        "",
        (),
        (),
        (),
    )
