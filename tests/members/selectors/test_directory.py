"""Finding a member."""

import pytest

from members.enums import MemberStatus
from members.selectors.directory import countries_of_members, directory, status_history
from members.services.members import set_status
from tests.builders import NOW, TODAY, member, subregions

pytestmark = pytest.mark.django_db


def names(**wanted):
    return [each.name for each in directory(on=TODAY, **wanted)]


def test_the_search_is_blind_to_accents_case_and_the_order_of_words():
    member("Asociación Colombiana de Usuarios")
    member("Associação Nacional")

    assert names(search="usuarios ASOCIACION") == ["Asociación Colombiana de Usuarios"]
    assert names(search="associacao") == ["Associação Nacional"]
    assert names(search="peru") == []


def test_filters_join_by_and():
    subregions()
    member("Uno", "PE")
    member("Dos", "PE", status=MemberStatus.APPLICANT)
    member("Tres", "AR")

    assert names(country="PE", status="accredited") == ["Uno"]
    assert names(subregion="D") == ["Tres"]
    assert names(subregion="B") == ["Dos", "Uno"]
    assert sorted(countries_of_members()) == ["AR", "PE"]


def test_the_history_of_status_begins_with_the_present():
    als = member(status=MemberStatus.UNVERIFIED, since=None)
    set_status(member=als, status=MemberStatus.ACCREDITED, start=TODAY, reason="ALAC", by=None, now=NOW)

    assert [each.status for each in status_history(als)] == ["accredited", "unverified"]
