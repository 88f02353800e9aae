from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from elections.enums import Bar, Phase
from elections.rules.count import ABSTAIN
from elections.rules.parameters import check
from elections.rules.voting import Voter, may_ask_correction, may_cast, may_vote

ANA = Voter(on_roll=True, is_holder_now=True, was_holder_at_freeze=True)
PREDECESSOR = replace(ANA, is_holder_now=False)
SUCCESSOR = replace(ANA, was_holder_at_freeze=False)
AT_FREEZE = check({"replaced_representative": "holder_at_freeze_votes"})
CLOSES = datetime(2026, 6, 3, tzinfo=UTC)


def bars_of(verdict):
    return [line.code for line in verdict.bars]


def casting(voter=ANA, **changes):
    """The bars of a ballot for candidate 1 of 2 in an open vote."""
    asked = {
        "phase": Phase.OPEN,
        "has_voted": False,
        "rules": check({}),
        "choice": "1",
        "options": ("1", "2"),
    }
    return bars_of(may_cast(voter, **(asked | changes)))


@pytest.mark.parametrize(
    ("voter", "rules", "bars"),
    [
        (ANA, check({}), []),
        (ANA, AT_FREEZE, []),
        (SUCCESSOR, check({}), []),
        (SUCCESSOR, AT_FREEZE, [Bar.NOT_HOLDER_AT_FREEZE]),
        (PREDECESSOR, check({}), [Bar.NOT_HOLDER_NOW]),
        (PREDECESSOR, AT_FREEZE, []),
    ],
)
def test_who_votes_after_a_replacement_is_the_rule_sets(voter, rules, bars):
    assert bars_of(may_vote(voter, rules)) == bars


@pytest.mark.parametrize(
    ("change", "bar"),
    [({"on_roll": False}, Bar.NOT_ON_ROLL), ({"is_barred": True}, Bar.PLACE_BARRED)],
)
def test_a_place_that_is_missing_or_barred_has_no_vote(change, bar):
    assert casting(replace(ANA, **change)) == [bar]


@pytest.mark.parametrize("phase", Phase)
def test_ballots_are_taken_while_the_vote_is_open(phase):
    assert casting(phase=phase) == ([] if phase == Phase.OPEN else [Bar.VOTE_NOT_OPEN])


@pytest.mark.parametrize(
    ("choice", "bars"), [("2", []), (ABSTAIN, []), ("3", [Bar.NOT_ON_BALLOT]), ("", [Bar.NOT_ON_BALLOT])]
)
def test_only_what_is_on_the_ballot_is_cast_and_abstention_always_is(choice, bars):
    assert casting(choice=choice) == bars


def test_voting_again_is_the_rule_sets():
    assert casting(has_voted=True) == []
    assert casting(has_voted=True, rules=check({"vote_again_allowed": False})) == [Bar.VOTED_ALREADY]


def test_a_ballot_may_be_opened_without_a_choice():
    assert casting(choice=None, options=()) == []


@pytest.mark.parametrize(
    ("change", "bars"),
    [
        ({}, []),
        ({"is_concerned": False}, [Bar.NOT_CONCERNED]),
        ({"is_published": False}, [Bar.ROLL_NOT_PUBLISHED]),
        ({"is_frozen": True}, [Bar.ROLL_FROZEN]),
        ({"now": CLOSES - timedelta(microseconds=1)}, []),
        ({"now": CLOSES}, [Bar.CORRECTION_WINDOW_OVER]),
    ],
)
def test_a_correction_is_asked_for_within_its_window(change, bars):
    asked = {
        "is_concerned": True,
        "is_published": True,
        "is_frozen": False,
        "closes": CLOSES,
        "now": CLOSES - timedelta(days=1),
    }

    assert bars_of(may_ask_correction(**(asked | change))) == bars
