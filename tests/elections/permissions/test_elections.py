"""Who runs an election, and who nominates: allowed and refused side by side."""

import pytest

from elections.enums import Bar
from elections.enums.doors import Door
from elections.permissions.elections import can_annul, can_edit_calendar, can_run, can_run_elections
from elections.permissions.nominations import can_nominate, can_withdraw, can_write_statement
from elections.selectors.elections import stage_of
from tests.builders import NOW, TODAY, accredited, person, subregions, term, voter_of
from tests.elections.builders import announced, candidate, officer, open_call, prepared

pytestmark = pytest.mark.django_db


def codes(verdict) -> list[str]:
    return [str(line.code) for line in verdict.bars]


def test_the_secretary_and_the_staff_run_elections_and_nobody_else():
    staff = term("support").person

    assert [bool(can_run_elections(who, on=TODAY)) for who in (officer(), staff, person(), None)] == [
        True,
        True,
        False,
        False,
    ]


def test_an_officer_who_stands_does_not_run_that_election():
    staff = term("support").person
    standing = candidate(open_call(), nominee=staff)

    assert codes(can_run(staff, standing.election, on=TODAY)) == [Door.OWN_CANDIDACY]
    assert codes(can_run(officer(), standing.election, on=TODAY)) == []


def test_a_calendar_is_edited_before_the_call_and_an_election_annulled_after_it():
    draft, out = prepared(), announced(year=2025)

    assert codes(can_edit_calendar(officer(), draft, on=TODAY)) == []
    assert codes(can_edit_calendar(officer(), out, on=TODAY)) == [Bar.PUBLISHED_ALREADY]
    assert codes(can_annul(officer(), draft, on=TODAY)) == [Bar.NOT_PUBLISHED]
    assert codes(can_annul(officer(), out, on=TODAY)) == []


def test_a_representative_nominates_and_a_stranger_does_not():
    subregions()
    stage = stage_of(open_call(), NOW)

    assert codes(can_nominate(voter_of(accredited()), stage)) == []
    assert codes(can_nominate(person(), stage)) == [
        Bar.NOMINATOR_REPRESENTS_NO_MEMBER,
        Bar.NOMINATOR_NOT_IN_STANDING,
    ]


def test_only_the_candidate_withdraws_and_writes():
    standing = candidate(open_call())
    stage = stage_of(standing.election, NOW)

    assert codes(can_withdraw(standing.nominee, standing, stage)) == []
    assert codes(can_withdraw(officer(), standing, stage)) == [Bar.NOT_THE_NOMINEE]
    assert codes(can_write_statement(standing.nominee, standing)) == []
    assert codes(can_write_statement(officer(), standing)) == [Door.NOT_THE_CANDIDATE]
