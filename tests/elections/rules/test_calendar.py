from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.enums import Bar, CalendarKey
from elections.rules.calendar import (
    BESIDE,
    MAIN,
    NoStep,
    NotAWorkingDay,
    Step,
    article_for,
    before_vote,
    checked,
    correction_ends,
    generate,
    step,
    with_fallback,
)
from elections.rules.days import after_days, before_days, is_working_day, midnight, whole_days
from elections.rules.parameters import check

CALL = date(2021, 5, 7)  # a Friday


def days_of(steps):
    """First and last day of every step."""
    return {each.key: (each.starts.date(), each.last_day) for each in steps}


def changed(steps, key, **moments):
    """The calendar with one step edited."""
    return tuple(
        Step(each.key, moments.get("starts", each.starts), moments.get("ends", each.ends))
        if each.key == key
        else each
        for each in steps
    )


def bars_of(steps, rules=None):
    """Which steps are barred by what."""
    verdict = checked(steps, rules or check({}))
    return [(line.code, line.facts["step"]) for line in verdict.bars]


def test_the_calendar_of_2021_comes_out_as_it_was_published():
    days = days_of(generate(CALL, check({})))

    assert days[CalendarKey.NOMINATIONS] == (date(2021, 5, 10), date(2021, 5, 21))
    assert days[CalendarKey.ACCEPTANCE][1] == date(2021, 5, 28)
    assert days[CalendarKey.CANDIDATE_CALLS][0] == date(2021, 5, 31)
    assert days[CalendarKey.VOTE] == (date(2021, 6, 7), date(2021, 6, 11))


def test_steps_end_where_the_next_begins_at_midnight_utc():
    steps = generate(CALL, check({}))

    review, challenge = step(steps, CalendarKey.REVIEW), step(steps, CalendarKey.ELIGIBILITY_CHALLENGE)
    assert review.ends == challenge.starts == datetime(2021, 6, 2, tzinfo=UTC)
    assert review.last_day == date(2021, 6, 1)
    assert review.runs_at(review.ends - timedelta(microseconds=1))
    assert not review.runs_at(review.ends)
    assert challenge.runs_at(review.ends)


def test_the_provisional_roll_is_public_until_the_vote_opens():
    steps = generate(CALL, check({"provisional_roll_days": 7}))

    roll, vote = step(steps, CalendarKey.PROVISIONAL_ROLL), step(steps, CalendarKey.VOTE)
    assert roll.ends == vote.starts
    assert whole_days(roll.starts, roll.ends, working=True) == 7
    assert roll.starts >= step(steps, CalendarKey.ACCEPTANCE).ends


def test_calendar_days_know_no_weekend():
    rules = check({"working_days": False, "nomination_days": 28})

    days = days_of(generate(date(2026, 1, 3), rules))

    assert days[CalendarKey.CALL] == (date(2026, 1, 3), date(2026, 1, 3))
    assert days[CalendarKey.NOMINATIONS] == (date(2026, 1, 4), date(2026, 1, 31))


def test_a_call_published_on_a_saturday_counts_from_monday():
    days = days_of(generate(date(2021, 5, 8), check({})))

    assert days[CalendarKey.CALL] == (date(2021, 5, 10), date(2021, 5, 10))


def test_nominations_may_open_with_the_call():
    steps = generate(CALL, check({"call_days": 0}))

    call = step(steps, CalendarKey.CALL)
    assert call.starts == call.ends == step(steps, CalendarKey.NOMINATIONS).starts


def test_candidate_calls_may_be_left_out_but_not_asked_for():
    steps = generate(CALL, check({"candidate_call_days": 0}))

    with pytest.raises(NoStep):
        step(steps, CalendarKey.CANDIDATE_CALLS)
    assert checked(steps, check({"candidate_call_days": 0}))


def test_the_calendar_is_counted_backward_from_the_vote():
    assert before_vote(date(2021, 6, 7), check({})) == generate(CALL, check({}))


def test_a_vote_does_not_open_on_a_weekend():
    with pytest.raises(NotAWorkingDay):
        before_vote(date(2021, 6, 6), check({}))
    assert before_vote(date(2021, 6, 6), check({"working_days": False}))


def test_a_second_phase_of_nominations_moves_what_follows_by_whole_weeks():
    rules = check({})
    first = generate(CALL, rules)

    steps = with_fallback(first, CalendarKey.NOMINATIONS_2, rules)

    days = days_of(steps)
    assert days[CalendarKey.NOMINATIONS] == days_of(first)[CalendarKey.NOMINATIONS]
    assert days[CalendarKey.NOMINATIONS_2] == (date(2021, 5, 22), date(2021, 5, 28))
    assert days[CalendarKey.ACCEPTANCE] == (date(2021, 5, 29), date(2021, 6, 4))
    assert days[CalendarKey.VOTE] == (date(2021, 6, 14), date(2021, 6, 18))
    assert bars_of(steps, rules) == []


def test_a_phase_decided_after_the_acceptance_moves_the_acceptance_behind_it():
    rules = check({})
    first = generate(CALL, rules)
    decided = step(first, CalendarKey.ACCEPTANCE).ends

    steps = with_fallback(first, CalendarKey.NOMINATIONS_2, rules, starts=decided)

    assert step(steps, CalendarKey.NOMINATIONS_2).starts == decided
    assert step(steps, CalendarKey.ACCEPTANCE).starts >= step(steps, CalendarKey.NOMINATIONS_2).ends
    assert bars_of(steps, rules) == []


def test_a_third_phase_follows_the_second_only():
    rules = check({"rotation_phase_3_days": 3, "working_days": False})
    first = generate(CALL, rules)

    with pytest.raises(NoStep):
        with_fallback(first, CalendarKey.NOMINATIONS_3, rules)
    second = with_fallback(first, CalendarKey.NOMINATIONS_2, rules)
    third = with_fallback(second, CalendarKey.NOMINATIONS_3, rules)

    assert step(third, CalendarKey.NOMINATIONS_3).starts == step(second, CalendarKey.NOMINATIONS_2).ends
    assert step(third, CalendarKey.VOTE).starts - step(second, CalendarKey.VOTE).starts == timedelta(3)
    assert bars_of(third, rules) == []


@pytest.mark.parametrize("key", [*MAIN, *BESIDE])
def test_every_step_has_its_article(key):
    assert article_for(key)


# Edited calendars


def test_a_generated_calendar_follows_the_rules():
    assert bars_of(generate(CALL, check({}))) == []


def test_a_missing_step_is_named():
    steps = generate(CALL, check({}))

    without = tuple(
        each for each in steps if each.key not in {CalendarKey.REVIEW, CalendarKey.PROVISIONAL_ROLL}
    )

    assert bars_of(without) == [
        (Bar.STEP_MISSING, "review"),
        (Bar.STEP_MISSING, "provisional_roll"),
    ]


def test_a_step_twice_is_named():
    steps = generate(CALL, check({}))

    assert (Bar.STEP_TWICE, "vote") in bars_of((*steps, step(steps, CalendarKey.VOTE)))


def test_a_step_a_minute_too_short_is_too_short():
    steps = generate(CALL, check({}))
    ends = step(steps, CalendarKey.VOTE).ends

    exact = changed(steps, CalendarKey.VOTE, ends=ends)
    short = changed(steps, CalendarKey.VOTE, ends=ends - timedelta(minutes=1))

    assert bars_of(exact) == []
    assert bars_of(short) == [(Bar.STEP_TOO_SHORT, "vote")]


def test_a_longer_vote_is_no_fault_but_must_not_run_into_the_challenge():
    steps = generate(CALL, check({}))
    longer = changed(steps, CalendarKey.VOTE, ends=step(steps, CalendarKey.VOTE).ends + timedelta(days=2))

    assert bars_of(longer) == [(Bar.STEP_OUT_OF_ORDER, "challenge")]


def test_a_step_that_ends_before_it_starts_is_named():
    steps = generate(CALL, check({"call_days": 0}))
    call = step(steps, CalendarKey.CALL)

    wrong = changed(steps, CalendarKey.CALL, ends=call.starts - timedelta(days=1))

    assert bars_of(wrong, check({"call_days": 0})) == [(Bar.STEP_ENDS_BEFORE_IT_STARTS, "call")]


def test_what_runs_beside_ends_before_the_vote():
    steps = generate(CALL, check({}))
    opens = step(steps, CalendarKey.VOTE).starts

    wrong = changed(steps, CalendarKey.CANDIDATE_CALLS, ends=opens + timedelta(seconds=1))

    assert bars_of(wrong) == [(Bar.STEP_REACHES_INTO_VOTE, "candidate_calls")]


def test_corrections_end_before_the_provisional_roll_does():
    rules = check({})
    provisional = step(generate(CALL, rules), CalendarKey.PROVISIONAL_ROLL)

    assert provisional.starts == datetime(2021, 5, 31, tzinfo=UTC)
    assert correction_ends(provisional, rules) == datetime(2021, 6, 3, tzinfo=UTC)
    assert correction_ends(provisional, check({"correction_days": 5})) == datetime(2021, 6, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("published_at", "ends_on"),
    [
        (datetime(2021, 5, 28, 12, tzinfo=UTC), 3),
        (datetime(2021, 5, 31, 0, 5, tzinfo=UTC), 3),
        (datetime(2021, 6, 1, 12, tzinfo=UTC), 4),
        (datetime(2021, 6, 3, 23, 59, tzinfo=UTC), 8),
    ],
    ids=["early", "on its day", "a day late", "on a Thursday, so over the weekend"],
)
def test_corrections_of_a_roll_published_late_have_their_days_from_its_publication(published_at, ends_on):
    rules = check({})
    provisional = step(generate(CALL, rules), CalendarKey.PROVISIONAL_ROLL)

    assert correction_ends(provisional, rules, published_at) == datetime(2021, 6, ends_on, tzinfo=UTC)


LENGTHS = st.fixed_dictionaries(
    {
        "working_days": st.booleans(),
        "call_days": st.integers(0, 20),
        "nomination_days": st.integers(1, 30),
        "acceptance_days": st.integers(1, 15),
        "review_days": st.integers(1, 15),
        "eligibility_challenge_days": st.integers(1, 15),
        "candidate_call_days": st.integers(0, 15),
        "provisional_roll_days": st.integers(3, 25),
        "vote_days": st.integers(1, 15),
        "challenge_days": st.integers(0, 15),
        "proclamation_days": st.integers(1, 5),
        "rotation_phase_2_days": st.integers(1, 20),
        "rotation_phase_3_days": st.integers(1, 20),
    }
)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), LENGTHS)
def test_every_generated_calendar_follows_its_rules_with_and_without_further_phases(call_on, lengths):
    rules = check(lengths)
    steps = generate(call_on, rules)
    second = with_fallback(steps, CalendarKey.NOMINATIONS_2, rules)
    third = with_fallback(second, CalendarKey.NOMINATIONS_3, rules)

    assert bars_of(steps, rules) == bars_of(second, rules) == bars_of(third, rules) == []
    if rules.working_days:
        assert is_working_day(step(third, CalendarKey.VOTE).starts.date())


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(0, 40), st.booleans())
def test_days_counted_forward_are_counted_backward(start, count, working):
    end = after_days(start, count, working=working)

    assert whole_days(midnight(start), midnight(end), working=working) == count
    begins = before_days(end, count, working=working)
    assert whole_days(midnight(begins), midnight(end), working=working) == count
    assert start <= begins <= end
