from dataclasses import replace
from datetime import date, timedelta

import pytest

from elections.enums import Bar, CalendarKey, TallyState
from elections.rules.calendar import generate, step
from elections.rules.parameters import check
from elections.rules.phase import Acts
from elections.rules.running import (
    Progress,
    may_acclaim,
    may_close,
    may_count,
    may_freeze,
    may_object,
    may_proclaim,
    may_publish_call,
    may_publish_roll,
    objections_until,
)

RULES = check({})
RATIFYING = check({"uncontested": "ratification"})
STEPS = generate(date(2021, 5, 7), RULES)
CALL = step(STEPS, CalendarKey.CALL).starts
ROLL = step(STEPS, CalendarKey.PROVISIONAL_ROLL)
VOTE = step(STEPS, CalendarKey.VOTE)
CHALLENGE = step(STEPS, CalendarKey.CHALLENGE)
INSTANT = timedelta(microseconds=1)

PUBLISHED = Acts(published_at=CALL)
READY = Progress(PUBLISHED, STEPS, VOTE.starts, valid_candidates=2, roll_published_at=ROLL.starts)
RUNNING = replace(READY, acts=replace(PUBLISHED, frozen_at=VOTE.starts))
CLOSED = replace(RUNNING, acts=replace(RUNNING.acts, closed_at=VOTE.ends), now=VOTE.ends)
COUNTED = replace(
    CLOSED,
    acts=replace(CLOSED.acts, counted_at=VOTE.ends),
    tally_state=TallyState.ELECTED,
    now=CHALLENGE.ends,
)
ALONE = Progress(PUBLISHED, STEPS, step(STEPS, CalendarKey.ELIGIBILITY_CHALLENGE).ends, valid_candidates=1)
ACCLAIMED = replace(
    ALONE, acts=replace(PUBLISHED, acclaimed_at=ALONE.now), now=ALONE.now + timedelta(hours=48)
)


def bars_of(verdict):
    return [line.code for line in verdict.bars]


def with_acts(progress, **acts):
    return replace(progress, acts=replace(progress.acts, **acts))


def test_a_call_goes_out_once_with_a_calendar_that_follows_the_rules():
    draft = Progress(Acts(), STEPS, CALL)

    assert may_publish_call(draft, RULES)
    assert bars_of(may_publish_call(with_acts(draft, published_at=CALL), RULES)) == [Bar.PUBLISHED_ALREADY]
    assert bars_of(may_publish_call(with_acts(draft, annulled_at=CALL), RULES)) == [Bar.ANNULLED]
    assert bars_of(may_publish_call(draft, check({"vote_days": 9}))) == [Bar.STEP_TOO_SHORT]


def test_the_provisional_roll_is_published_before_the_freeze():
    assert may_publish_roll(ALONE)
    assert bars_of(may_publish_roll(replace(ALONE, acts=Acts()))) == [Bar.NOT_PUBLISHED]
    assert bars_of(may_publish_roll(RUNNING)) == [Bar.ROLL_FROZEN]


def test_the_vote_opens_when_everything_is_settled():
    assert may_freeze(READY, RULES)


@pytest.mark.parametrize(
    ("change", "bars"),
    [
        ({"roll_published_at": None}, [Bar.ROLL_NOT_PUBLISHED]),
        ({"roll_last_published_at": VOTE.starts - timedelta(hours=1)}, [Bar.CORRECTION_WINDOW_RUNS]),
        ({"roll_last_published_at": ROLL.starts}, []),
        ({"roll_published_at": ROLL.starts + timedelta(hours=23)}, []),
        ({"roll_published_at": ROLL.starts + timedelta(days=1)}, [Bar.PROVISIONAL_ROLL_TOO_SHORT]),
        ({"open_corrections": 1}, [Bar.CORRECTIONS_UNANSWERED]),
        ({"open_challenges": 2}, [Bar.CHALLENGES_UNANSWERED]),
        ({"now": VOTE.ends - INSTANT}, []),
        ({"now": VOTE.ends}, [Bar.VOTE_TIME_OVER]),
        ({"valid_candidates": 0}, [Bar.NO_CANDIDATE]),
        ({"valid_candidates": 1}, [Bar.ONE_CANDIDATE]),
        ({"acts": Acts()}, [Bar.NOT_PUBLISHED]),
        ({"acts": replace(PUBLISHED, annulled_at=CALL)}, [Bar.ANNULLED]),
        ({"acts": RUNNING.acts}, [Bar.ROLL_FROZEN]),
        ({"acts": replace(PUBLISHED, acclaimed_at=CALL)}, [Bar.ACCLAIMED_ALREADY]),
    ],
)
def test_each_open_question_keeps_the_vote_from_opening(change, bars):
    assert bars_of(may_freeze(replace(READY, **change), RULES)) == bars


def test_the_vote_does_not_open_an_instant_early():
    early = replace(READY, now=VOTE.starts - INSTANT, roll_published_at=ROLL.starts - timedelta(days=7))

    assert bars_of(may_freeze(early, RULES)) == [Bar.VOTE_DAY_NOT_REACHED]


def test_one_candidate_is_voted_on_where_the_rules_ratify():
    assert may_freeze(replace(READY, valid_candidates=1), RATIFYING)


@pytest.mark.parametrize(
    ("now", "bars"),
    [(VOTE.ends - INSTANT, [Bar.VOTE_STILL_RUNS]), (VOTE.ends, []), (VOTE.ends + timedelta(days=9), [])],
)
def test_the_vote_closes_when_its_time_is_over_however_late(now, bars):
    assert bars_of(may_close(replace(RUNNING, now=now))) == bars


def test_a_vote_closes_once_and_only_if_it_was_opened():
    assert bars_of(may_close(replace(READY, now=VOTE.ends))) == [Bar.NOT_FROZEN]
    assert bars_of(may_close(CLOSED)) == [Bar.CLOSED_ALREADY]


def test_ballots_are_counted_once_after_the_close():
    assert may_count(CLOSED)
    assert bars_of(may_count(RUNNING)) == [Bar.NOT_CLOSED]
    assert bars_of(may_count(COUNTED)) == [Bar.COUNTED_ALREADY]


@pytest.mark.parametrize(
    ("change", "bars"),
    [
        ({}, []),
        ({"now": CHALLENGE.ends - INSTANT}, [Bar.RESULT_CHALLENGE_RUNS]),
        ({"open_objections": 1}, [Bar.OBJECTIONS_UNANSWERED]),
        ({"tally_state": TallyState.TIE}, [Bar.NOBODY_ELECTED]),
        ({"tally_state": TallyState.NO_QUORUM}, [Bar.NOBODY_ELECTED]),
        ({"tally_state": TallyState.NO_VOTES}, [Bar.NOBODY_ELECTED]),
        ({"tally_state": TallyState.NOT_RATIFIED}, [Bar.NOBODY_ELECTED]),
        ({"acts": CLOSED.acts, "tally_state": None}, [Bar.NOT_COUNTED, Bar.NOBODY_ELECTED]),
        ({"acts": replace(COUNTED.acts, proclaimed_at=CHALLENGE.ends)}, [Bar.PROCLAIMED_ALREADY]),
        ({"acts": replace(COUNTED.acts, annulled_at=CHALLENGE.ends)}, [Bar.ANNULLED]),
    ],
)
def test_a_result_is_proclaimed_when_somebody_is_elected_and_the_window_is_over(change, bars):
    assert bars_of(may_proclaim(replace(COUNTED, **change), RULES)) == bars


@pytest.mark.parametrize(
    ("change", "bars"),
    [
        ({}, []),
        ({"now": ALONE.now - INSTANT}, [Bar.ELIGIBILITY_CHALLENGE_RUNS]),
        ({"now": CALL}, [Bar.ELIGIBILITY_CHALLENGE_RUNS]),
        ({"valid_candidates": 0}, [Bar.NO_CANDIDATE]),
        ({"valid_candidates": 2}, [Bar.SEVERAL_CANDIDATES]),
        ({"open_challenges": 1}, [Bar.CHALLENGES_UNANSWERED]),
        ({"acts": replace(PUBLISHED, frozen_at=VOTE.starts)}, [Bar.ROLL_FROZEN]),
        ({"acts": replace(PUBLISHED, acclaimed_at=CALL)}, [Bar.ACCLAIMED_ALREADY]),
    ],
)
def test_one_valid_candidate_is_acclaimed_once_the_time_to_challenge_is_over(change, bars):
    assert bars_of(may_acclaim(replace(ALONE, **change), RULES)) == bars


def test_nobody_is_acclaimed_where_the_rules_ratify():
    assert bars_of(may_acclaim(ALONE, RATIFYING)) == [Bar.BALLOT_NEEDED]


def test_objections_are_taken_until_the_instant_the_window_ends():
    until = objections_until(ALONE.now, RULES)

    assert until == ALONE.now + timedelta(hours=48)
    assert may_object(replace(ACCLAIMED, now=until - INSTANT), RULES, is_concerned=True)
    assert bars_of(may_object(replace(ACCLAIMED, now=until), RULES, is_concerned=True)) == [
        Bar.OBJECTION_WINDOW_OVER
    ]


def test_members_object_to_an_acclamation_only():
    assert bars_of(may_object(ALONE, RULES, is_concerned=True)) == [Bar.NOT_ACCLAIMED]
    during = replace(ACCLAIMED, now=ALONE.now)
    assert bars_of(may_object(during, RULES, is_concerned=False)) == [Bar.NOT_CONCERNED]
    proclaimed = with_acts(during, proclaimed_at=ALONE.now)
    assert bars_of(may_object(proclaimed, RULES, is_concerned=True)) == [Bar.PROCLAIMED_ALREADY]


@pytest.mark.parametrize(
    ("change", "bars"),
    [
        ({}, []),
        ({"now": ACCLAIMED.now - INSTANT}, [Bar.OBJECTION_WINDOW_RUNS]),
        ({"open_objections": 1}, [Bar.OBJECTIONS_UNANSWERED]),
    ],
)
def test_an_acclamation_is_proclaimed_when_its_window_is_over(change, bars):
    assert bars_of(may_proclaim(replace(ACCLAIMED, **change), RULES)) == bars
