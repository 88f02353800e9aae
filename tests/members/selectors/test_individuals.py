"""The joint vote is no member of its own: nowhere is it counted as one."""

from datetime import date

import pytest

from lacralo.core.people.models import Person
from members.enums import MemberKind, MemberStatus, Role
from members.rules.parameters import MemberRules
from members.selectors.bands import bands_on
from members.selectors.coverage import coverage_on, without_country
from members.selectors.directory import directory
from members.selectors.electorate import electorate_on, in_standing_on
from members.selectors.individuals import individuals_on, is_own_person, joint_entry, own_votes_on
from members.selectors.standing import standings_on
from tests.builders import TODAY, accredited, representative, subregions, voter_of
from tests.members.individuals_builders import individual, joint_vote

pytestmark = pytest.mark.django_db


@pytest.fixture
def region():
    subregions()
    return {"als": accredited("Red"), "individual": individual("Luz"), "joint": joint_vote()}


def test_it_is_in_no_list_measure_or_count_of_members(region):
    members = {region["als"], region["individual"]}

    assert set(directory(on=TODAY)) == members
    assert set(in_standing_on(TODAY)) == members
    assert {band.member for band in bands_on(TODAY, MemberRules())} == members
    assert set(standings_on(TODAY, MemberRules(), [each.pk for each in region.values()])) == {
        each.pk for each in members
    }
    assert sum(area.accredited for area in coverage_on(TODAY)) == 1
    assert without_country() == 0


def test_it_has_no_indicators():
    with pytest.raises(KeyError):
        MemberRules().indicators_of(MemberKind.COLLECTIVE)


def test_the_electorate_passes_it_on(region):
    kinds = {each.name: each.kind for each in electorate_on(TODAY)}

    assert kinds[region["joint"].name] == MemberKind.COLLECTIVE
    assert len(kinds) == 3


def test_the_entry_is_found_or_not():
    assert joint_entry() is None
    entry = joint_vote()
    assert joint_entry() == entry


def test_who_votes_as_an_individual_member_is_that_person_alone(region):
    luz = region["individual"]
    observer = representative(luz, role=Role.OBSERVER)
    individual("Ada", status=MemberStatus.APPLICANT)

    assert list(individuals_on(TODAY)) == [luz]
    assert [each.person for each in own_votes_on(TODAY)] == [voter_of(luz)]
    assert is_own_person(voter_of(luz), luz, on=TODAY)
    assert not is_own_person(observer, luz, on=TODAY)
    assert not is_own_person(voter_of(region["als"]), region["als"], on=TODAY)
    assert not is_own_person(None, luz, on=TODAY)
    assert not is_own_person(voter_of(luz), luz, on=date(2019, 1, 1))
    assert Person.objects.count() == 4
