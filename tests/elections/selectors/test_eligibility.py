"""What the register knows of a nominee becomes the sheet; as many queries for thirty as for one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from elections.enums import Bar, CalendarKey, NominationPhase
from elections.models import Candidate
from elections.selectors.eligibility import candidate_sheets, sheet, valid_nominations
from lacralo.core.verdicts.phrases import sentence
from members.enums import MemberStatus, Role
from tests.builders import (
    NOW,
    TODAY,
    accredited,
    member,
    person,
    representative,
    statement,
    subregions,
    term,
)
from tests.elections.builders import candidate, challenge, nomination_for, officer, on_ballot, open_call

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _countries():
    subregions()


def bars(nomination) -> list[str]:
    return [str(line.code) for line in sheet(nomination, now=NOW).verdict.bars]


def test_a_sound_candidate_passes_every_line_with_its_article():
    found = sheet(candidate(open_call()), now=NOW)

    assert found.is_valid is True
    assert [line.code for line in found.lines if not line.line.article] == []
    assert [line.code for line in found.lines] == [
        Bar.NOT_ACCEPTED,
        Bar.NOT_IN_STANDING,
        Bar.IS_OBSERVER,
        Bar.NOT_OF_SUBREGION,
        Bar.CONSECUTIVE_TERM,
        Bar.SAME_NATIONALITY,
        Bar.SAME_ALS,
        Bar.SITS_IN_NOMCOM,
        Bar.NO_STATEMENT_OF_INTEREST,
        Bar.INCOMPATIBLE_INTEREST,
        Bar.NO_PLEDGE,
        Bar.RUNS_THE_ELECTION,
    ]


def test_who_has_not_accepted_passes_neither_acceptance_nor_pledge():
    nominee = person()
    statement(nominee)

    assert bars(nomination_for(open_call(), nominee)) == [Bar.NOT_ACCEPTED, Bar.NO_PLEDGE]


def test_a_decertified_als_is_not_in_standing():
    assert bars(candidate(open_call(), member=member(status=MemberStatus.DECERTIFIED))) == [
        Bar.NOT_IN_STANDING
    ]


def test_an_observer_does_not_stand_and_an_alternate_does():
    election, als = open_call(), accredited()
    observer = representative(als, role=Role.OBSERVER)
    alternate = representative(als, role=Role.ALTERNATE)

    assert bars(candidate(election, nominee=observer, member=als)) == [Bar.IS_OBSERVER]
    assert bars(candidate(election, nominee=alternate, member=als)) == []


def test_the_table_binds_in_the_first_phase_only():
    election = open_call()

    first = candidate(election, country="AR")
    second = candidate(election, country="AR", phase=NominationPhase.NAMED_BY_SUBREGION)

    assert bars(first) == [Bar.NOT_OF_SUBREGION]
    assert bars(second) == []


def test_an_excluded_country_bars_by_nationality_and_by_als():
    election = open_call(excluded=("CL",))

    assert bars(candidate(election, country="PE", nationality="CL")) == [Bar.COUNTRY_EXCLUDED]
    assert bars(candidate(election, country="CL", nationality="PE")) == [Bar.COUNTRY_EXCLUDED]


def test_who_holds_the_office_now_does_not_follow_themselves():
    election, somebody = open_call(), person()
    term("alac_even", somebody)

    assert bars(candidate(election, nominee=somebody)) == [Bar.CONSECUTIVE_TERM]


def test_the_member_of_the_alac_named_by_the_nomcom_counts_and_the_predecessor_does_not():
    election = open_call()
    als = accredited(country="PE")
    term("alac_even", person("Predecessor", nationalities=("PE",)))
    term("alac_nomcom", person("Named", nationalities=("PE", "IT")))
    term("alac_odd", person("Colleague", nationalities=("CL",)), of=als)

    lines = {line.code: line.line for line in sheet(candidate(election, member=als), now=NOW).lines}

    assert lines[Bar.SAME_NATIONALITY].facts == {"own": "PE", "holders": "Named"}
    assert lines[Bar.SAME_ALS].facts == {"own": als.name, "holders": "Colleague"}
    with override("en"):
        assert sentence(lines[Bar.SAME_NATIONALITY]) == (
            "Somebody who holds a seat beside this one has the same nationality (Peru): Named."
        )


def test_a_nationality_not_declared_is_taken_from_a_profile_that_has_only_one():
    election = open_call()
    term("alac_odd", person(nationalities=("CL",)))
    one, two = person(nationalities=("BO",)), person(nationalities=("BO", "EC"))

    assert bars(candidate(election, nominee=one, nationality="")) == []
    assert bars(candidate(election, nominee=two, nationality="")) == [Bar.NATIONALITY_NOT_DECLARED]


def test_a_sitting_member_of_the_nomcom_does_not_stand_for_the_alac():
    election, somebody = open_call(), person()
    term("nomcom", somebody)

    assert bars(candidate(election, nominee=somebody)) == [Bar.SITS_IN_NOMCOM]


def test_the_statement_of_interest_is_on_file_and_names_no_detail():
    election = open_call()
    without, clashing = person(), person()
    statement(clashing, incompatibilities=("paid_by_icann",))

    missing = nomination_for(election, without, state="accepted", nationality="PE")
    barred = nomination_for(election, clashing, state="accepted", nationality="PE")

    assert bars(missing) == [Bar.NO_STATEMENT_OF_INTEREST]
    assert bars(barred) == [Bar.INCOMPATIBLE_INTEREST]
    assert sheet(missing, now=NOW).awaits_statement_of_interest
    assert not sheet(barred, now=NOW).awaits_statement_of_interest
    assert sheet(barred, now=NOW).line(str(Bar.INCOMPATIBLE_INTEREST)).line.facts == {}


def test_who_runs_the_election_does_not_stand_in_it():
    assert bars(candidate(open_call(), nominee=officer())) == [Bar.RUNS_THE_ELECTION]


def test_only_valid_candidates_go_on_the_ballot_by_name():
    election = open_call()
    candidate(election, "Zoe"), candidate(election, "Ana"), candidate(election, "Bea", country="AR")

    assert [each.nominee.name for each in valid_nominations(election, NOW)] == ["Ana", "Zoe"]


def test_once_the_ballot_is_frozen_the_sheet_is_the_one_of_that_day():
    election = open_call(at=CalendarKey.VOTE)
    standing = candidate(election)
    decided = challenge(standing, str(Bar.NO_PLEDGE), line_passed=True)
    decided.is_upheld, decided.answer = False, "It was given."
    decided.answered_at, decided.answered_by = NOW, officer()
    decided.save()
    on_ballot(standing)
    election.frozen_at = NOW
    election.save()
    term("nomcom", standing.nominee)
    standing.election = election

    later = sheet(standing, now=NOW + timedelta(days=3))

    assert (later.on, later.is_valid) == (TODAY, True)
    assert later.as_json() == standing_on_ballot(standing)
    assert later.line(str(Bar.NO_PLEDGE)).challenges == (decided,)


def standing_on_ballot(standing) -> dict:
    return Candidate.objects.get(nomination=standing).sheet


def test_thirty_candidates_take_as_many_queries_as_one():
    election = open_call()
    term("alac_odd", person(nationalities=("CL",)))
    challenge(candidate(election), str(Bar.NO_PLEDGE), line_passed=True)
    with CaptureQueriesContext(
        connection,
    ) as one:
        candidate_sheets(election, now=NOW)
    for _ in range(29):
        challenge(candidate(election), str(Bar.NO_PLEDGE), line_passed=True)

    with CaptureQueriesContext(connection) as thirty:
        found = candidate_sheets(election, now=NOW)

    assert len(found) == 30
    assert len(thirty) == len(one)
