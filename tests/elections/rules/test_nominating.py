from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from elections.enums import Bar, NominationPhase, NominationState, Phase
from elections.rules.nominating import (
    Nominator,
    Nominee,
    may_accept,
    may_challenge_line,
    may_decline,
    may_nominate,
    may_withdraw,
    nomination_phase,
)
from elections.rules.parameters import check

RED = Nominator(acts_for_a_member=True, in_standing=True, subregion="C")
LUZ = Nominee(is_nominee=True, state=NominationState.SUBMITTED, phase=Phase.NOMINATIONS, pledge_given=True)
CLOSES = datetime(2026, 6, 5, tzinfo=UTC)
TAKING = (Phase.NOMINATIONS, Phase.NOMINATIONS_2, Phase.NOMINATIONS_3)


def bars_of(verdict):
    return [line.code for line in verdict.bars]


def naming(nominator=RED, **changes):
    """The bars of a nomination for a seat of sub-region B in the first phase."""
    asked = {
        "phase": Phase.NOMINATIONS,
        "subregion": "B",
        "already_nominated": False,
        "rules": check({}),
    }
    return bars_of(may_nominate(nominator, **(asked | changes)))


def test_any_member_in_standing_may_nominate():
    assert naming() == []


@pytest.mark.parametrize(
    ("change", "bar"),
    [
        ({"acts_for_a_member": False}, Bar.NOMINATOR_REPRESENTS_NO_MEMBER),
        ({"in_standing": False}, Bar.NOMINATOR_NOT_IN_STANDING),
        ({"is_observer": True}, Bar.NOMINATOR_IS_OBSERVER),
    ],
)
def test_each_fact_of_the_nominator_bars_alone(change, bar):
    assert naming(replace(RED, **change)) == [bar]


def test_nobody_is_nominated_twice():
    assert naming(already_nominated=True) == [Bar.ALREADY_NOMINATED]


@pytest.mark.parametrize("phase", Phase)
def test_nominations_are_taken_in_their_phases_only(phase):
    home = replace(RED, subregion="B")

    assert naming(home, phase=phase) == ([] if phase in TAKING else [Bar.NOMINATIONS_CLOSED])


def test_in_the_second_phase_the_subregion_names():
    assert naming(phase=Phase.NOMINATIONS_2) == [Bar.NOMINATOR_NOT_OF_SUBREGION]
    assert naming(replace(RED, subregion="B"), phase=Phase.NOMINATIONS_2) == []
    assert naming(phase=Phase.NOMINATIONS_3) == []


def test_a_rule_set_may_let_only_the_subregion_name():
    rules = check({"nominators": "members_of_subregion"})

    assert naming(rules=rules) == [Bar.NOMINATOR_NOT_OF_SUBREGION]
    assert naming(rules=rules, subregion="") == []
    assert naming(rules=rules, phase=Phase.NOMINATIONS_3) == []


def test_a_rule_set_may_let_observers_nominate():
    observer = replace(RED, is_observer=True)

    assert naming(observer, rules=check({"observers_may_nominate": True})) == []


@pytest.mark.parametrize(
    ("phase", "expected"),
    [
        (Phase.NOMINATIONS, NominationPhase.SUBREGION),
        (Phase.NOMINATIONS_2, NominationPhase.NAMED_BY_SUBREGION),
        (Phase.NOMINATIONS_3, NominationPhase.OPEN_TO_ALL),
    ],
)
def test_a_nomination_belongs_to_the_phase_it_was_made_in(phase, expected):
    assert nomination_phase(phase) == expected


def test_outside_nominations_there_is_no_phase_to_belong_to():
    with pytest.raises(KeyError):
        nomination_phase(Phase.ACCEPTANCE)


@pytest.mark.parametrize(
    ("change", "bar"),
    [
        ({"is_nominee": False}, Bar.NOT_THE_NOMINEE),
        ({"state": NominationState.ACCEPTED}, Bar.ANSWERED_ALREADY),
        ({"state": NominationState.DECLINED}, Bar.ANSWERED_ALREADY),
        ({"state": NominationState.WITHDRAWN}, Bar.ANSWERED_ALREADY),
        ({"state": NominationState.LAPSED}, Bar.ANSWERED_ALREADY),
        ({"phase": Phase.REVIEW}, Bar.ACCEPTANCE_OVER),
        ({"phase": Phase.OPEN}, Bar.ACCEPTANCE_OVER),
    ],
)
def test_only_the_nominee_answers_once_and_in_time(change, bar):
    assert bars_of(may_accept(replace(LUZ, **change), check({}))) == [bar]
    assert bars_of(may_decline(replace(LUZ, **change))) == [bar]


@pytest.mark.parametrize("phase", [*TAKING, Phase.ACCEPTANCE])
def test_an_answer_may_come_until_the_acceptance_ends(phase):
    assert may_accept(replace(LUZ, phase=phase), check({}))
    assert may_decline(replace(LUZ, phase=phase))


def test_accepting_asks_for_the_pledge_and_declining_does_not():
    silent = replace(LUZ, pledge_given=False)

    assert bars_of(may_accept(silent, check({}))) == [Bar.NO_PLEDGE]
    assert may_accept(silent, check({"pledge_required": False}))
    assert may_decline(silent)


@pytest.mark.parametrize("state", NominationState)
def test_a_live_nomination_may_be_withdrawn(state):
    live = state in {NominationState.SUBMITTED, NominationState.ACCEPTED}

    verdict = may_withdraw(replace(LUZ, state=state, phase=Phase.REVIEW))

    assert bars_of(verdict) == ([] if live else [Bar.ANSWERED_ALREADY])


def test_once_the_ballot_is_frozen_nobody_withdraws():
    assert bars_of(may_withdraw(replace(LUZ, is_frozen=True))) == [Bar.CANDIDATES_FIXED]
    assert bars_of(may_withdraw(replace(LUZ, is_nominee=False))) == [Bar.NOT_THE_NOMINEE]


@pytest.mark.parametrize(
    ("change", "bars"),
    [
        ({}, []),
        ({"is_concerned": False}, [Bar.NOT_CONCERNED]),
        ({"is_frozen": True}, [Bar.ROLL_FROZEN]),
        ({"now": CLOSES - timedelta(microseconds=1)}, []),
        ({"now": CLOSES}, [Bar.CHALLENGE_WINDOW_OVER]),
    ],
)
def test_a_line_is_disputed_before_the_window_ends_and_the_roll_freezes(change, bars):
    asked = {
        "is_concerned": True,
        "is_frozen": False,
        "closes": CLOSES,
        "now": CLOSES - timedelta(days=1),
    }

    assert bars_of(may_challenge_line(**(asked | change))) == bars
