"""Proclaiming: after the window, once, with the term and the bundle; acclaimed candidates too."""

import json
import subprocess
import sys
from datetime import timedelta

import pytest

from elections.enums import Bar, CalendarKey, NominationState
from elections.rules.bundle import dumps
from elections.rules.calendar import step
from elections.selectors.elections import steps_of
from elections.services.eligibility import acclaim
from elections.services.proclamations import proclaim
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from members.models import Term
from tests.builders import NOW, accredited, person, statement, subregions, term
from tests.elections.builders import candidate, end_step, nomination_for, officer, open_call, written
from tests.elections.poll import count_of, open_vote_of, proclaimed, vote_many

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def members():
    """Places 1 (Jamaica), 2 and 3 (Peru)."""
    return [accredited("Red Andina", "PE"), accredited("Red Costa", "PE"), accredited("Red Canaria", "JM")]


def voted(**fields):
    election = open_vote_of(**fields)
    vote_many(election, {1: "1", 2: "1"})
    return election


def verifies(bundle: dict, tmp_path) -> bool:
    file = tmp_path / "bundle.json"
    file.write_text(dumps(json.loads(dumps(bundle))), encoding="utf-8")
    run = [sys.executable, "static/verify/lacralo_verify.py", str(file)]
    return subprocess.run(run, capture_output=True, check=False).returncode == 0


def test_the_result_is_proclaimed_after_the_window_of_challenge_and_not_before():
    election = voted()
    count_of(election)
    over = step(steps_of(election), CalendarKey.CHALLENGE).ends

    with pytest.raises(Refused) as too_early:
        proclaim(election=election, by=officer(), now=over - timedelta(seconds=1))
    with pytest.raises(Refused):
        proclaim(election=election, by=person(), now=over)
    first = proclaim(election=election, by=officer(), now=over)
    again = proclaim(election=election, by=officer(), now=over)

    assert [line.code for line in too_early.value.verdict.bars] == [Bar.RESULT_CHALLENGE_RUNS]
    assert first == again
    assert Term.objects.filter(position=election.position).count() == 1


def test_everybody_is_told_who_is_elected():
    proclaimed(voted())

    mails = Notice.objects.filter(event__endswith=":proclaimed:1")
    assert mails.count() == 4
    assert all("Ana Alva is elected" in mail.body for mail in mails)


def test_a_predecessor_without_a_known_end_leaves_the_seat_on_that_day():
    before = term("alac_even", person("Old Holder"))
    election = voted()

    proclaimed(election)

    before.refresh_from_db()
    assert (before.end, before.end_reason) == (election.term_start, "completed")


def test_an_acclaimed_candidate_is_proclaimed_and_the_bundle_verifies(tmp_path):
    subregions()
    election = open_call(at=CalendarKey.REVIEW)
    only = candidate(election, "Ana Alva")
    end_step(election, CalendarKey.ELIGIBILITY_CHALLENGE)
    acclaim(election=election, by=officer(), now=NOW)

    with pytest.raises(Refused) as refusal:
        proclaim(election=election, by=officer(), now=NOW + timedelta(hours=1))
    result = proclaim(election=election, by=officer(), now=NOW + timedelta(hours=49))

    assert [line.code for line in refusal.value.verdict.bars] == [Bar.OBJECTION_WINDOW_RUNS]
    assert (result.elected, result.is_acclamation, result.tally) == (only, True, None)
    assert verifies(result.bundle, tmp_path)


def test_who_was_acclaimed_is_proclaimed_even_if_somebody_else_becomes_valid_since():
    subregions()
    election = open_call(at=CalendarKey.REVIEW)
    acclaimed = candidate(election, "Ana Alva")
    undeclared = {"nationality": "PE", "residence": "PE", "statement": written()}
    other = nomination_for(election, person("Eva Egas"), state=NominationState.ACCEPTED, **undeclared)
    end_step(election, CalendarKey.ELIGIBILITY_CHALLENGE)
    acclaim(election=election, by=officer(), now=NOW)
    statement(other.nominee)

    result = proclaim(election=election, by=officer(), now=NOW + timedelta(hours=49))

    assert result.elected == acclaimed


def test_who_was_acclaimed_and_is_no_longer_eligible_is_not_proclaimed_and_the_line_is_named():
    subregions()
    election = open_call(at=CalendarKey.REVIEW)
    acclaimed = candidate(election, "Ana Alva")
    end_step(election, CalendarKey.ELIGIBILITY_CHALLENGE)
    acclaim(election=election, by=officer(), now=NOW)
    term("alac_even", acclaimed.nominee)

    with pytest.raises(Refused) as refusal:
        proclaim(election=election, by=officer(), now=NOW + timedelta(hours=49))

    assert [line.code for line in refusal.value.verdict.bars] == [Bar.CONSECUTIVE_TERM]


@pytest.mark.parametrize("rule", ["one_member_one_vote", "degressive", "country_cap"])
def test_the_bundle_verifies_under_every_scheme_of_weights(rule, tmp_path):
    assert verifies(proclaimed(voted(weighting=rule)).bundle, tmp_path)


def test_the_bundle_of_a_ratification_verifies(tmp_path):
    election = open_vote_of(names=["Ana Alva"], uncontested="ratification")
    vote_many(election, {1: "yes", 2: "no", 3: "abstain"})

    assert verifies(proclaimed(election).bundle, tmp_path)
