"""How a member stands: windows, leave, excuses, what comes before a window is full."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.enums.participation import CreditKind, Excuse, Ground, OccasionKind, Standing
from members.rules.indicators import OF_STRUCTURES, Indicator, Measure
from members.rules.periods import Period
from members.rules.standing import (
    Calendar,
    Earned,
    Facts,
    Held,
    Start,
    measured,
    months_before,
    standing,
    window_start,
)

TODAY = date(2026, 7, 15)
LONG_AGO = date(2020, 1, 1)
HALF = Measure((CreditKind.VOTED,), (OccasionKind.VOTE,), Fraction(1, 2))
THIRD = Measure((CreditKind.ATTENDED, CreditKind.APOLOGIES), (OccasionKind.CALL,), Fraction(1, 3))
THREE = Measure((CreditKind.COMMENTED,), number=3)
BOTH = (Indicator((HALF,)), Indicator((THIRD, THREE)))


def vote(number: int, on: date = TODAY - timedelta(days=40)) -> Held:
    return Held(OccasionKind.VOTE, on, ("vote", str(number)))


def call(number: int, on: date = TODAY - timedelta(days=40)) -> Held:
    return Held(OccasionKind.CALL, on, ("call", str(number)))


def voted(number: int, on: date = TODAY - timedelta(days=40)) -> Earned:
    return Earned(CreditKind.VOTED, on, ("vote", str(number)))


def commented(number: int, on: date = TODAY - timedelta(days=40)) -> Earned:
    return Earned(CreditKind.COMMENTED, on, ("comment", str(number)))


def calendar(*held: Held) -> Calendar:
    return Calendar(held, began=LONG_AGO)


def facts(*earned: Earned, **more) -> Facts:
    return Facts(earned=earned, since=LONG_AGO, **more)


@pytest.mark.parametrize(
    "taken, expected",
    [(0, Standing.STANDBY), (1, Standing.STANDBY), (2, Standing.ACTIVE), (3, Standing.ACTIVE)],
)
def test_half_of_four_votes_is_at_least_half(taken, expected):
    votes = calendar(*(vote(number) for number in range(4)))

    answer = standing(facts(*(voted(number) for number in range(taken))), (Indicator((HALF,)),), votes, TODAY)

    assert (answer.standing, answer.ground) == (expected, Ground.MEASURED)


def test_half_of_five_votes_is_three():
    votes = calendar(*(vote(number) for number in range(5)))

    found = measured(HALF, facts(voted(0), voted(1)), votes, TODAY)

    assert (found.taken, found.total, found.needed, found.missing) == (2, 5, 3, 1)


@pytest.mark.parametrize(
    "earned, expected",
    [
        ((), Standing.STANDBY),
        ((voted(0),), Standing.LESS_ACTIVE),
        ((commented(1), commented(2), commented(3)), Standing.LESS_ACTIVE),
        ((voted(0), commented(1), commented(2), commented(3)), Standing.ACTIVE),
        ((voted(0), commented(1), commented(2)), Standing.LESS_ACTIVE),
    ],
)
def test_the_bands_follow_from_how_many_indicators_are_met(earned, expected):
    held = calendar(vote(0), call(0), call(1))

    assert standing(facts(*earned), BOTH, held, TODAY).standing == expected


def test_apologies_count_like_attendance():
    held = calendar(call(0), call(1), call(2))
    sent = Earned(CreditKind.APOLOGIES, TODAY, ("call", "1"))

    assert measured(THIRD, facts(sent), held, TODAY).is_met


def test_a_meeting_attended_and_excused_counts_once():
    held = calendar(call(0), call(1), call(2), call(3))
    twice = [Earned(kind, TODAY, ("call", "1")) for kind in (CreditKind.ATTENDED, CreditKind.APOLOGIES)]

    assert measured(THIRD, facts(*twice), held, TODAY).taken == 1


def test_a_window_without_votes_counts_as_met_and_says_so():
    found = measured(HALF, facts(), calendar(call(0)), TODAY)

    assert (found.is_met, found.is_empty, found.total) == (True, True, 0)


def test_a_plain_number_is_never_empty():
    assert not measured(THREE, facts(), calendar(), TODAY).is_empty


@pytest.mark.parametrize("days, is_in", [(0, True), (364, True), (365, False), (-1, False)])
def test_a_window_of_a_year_ends_with_the_day_and_begins_a_year_and_a_day_before(days, is_in):
    earned = [commented(each, TODAY - timedelta(days=days)) for each in range(3)]

    assert measured(THREE, facts(*earned), calendar(), TODAY).is_met == is_in


@pytest.mark.parametrize(
    "on, months, before",
    [
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 7, 15), 24, date(2024, 7, 15)),
    ],
)
def test_months_are_counted_back_by_the_calendar(on, months, before):
    assert months_before(on, months) == before


def test_an_excused_vote_is_not_counted_against_a_member():
    held = calendar(vote(0), vote(1), vote(2))
    known = facts(voted(0), excused={("vote", "1"): Excuse.NOT_ON_THE_ROLL})

    found = measured(HALF, known, held, TODAY)

    assert (found.taken, found.total, found.needed) == (1, 2, 1)


def test_taking_part_counts_although_one_was_excused():
    held = calendar(vote(0), vote(1))
    known = facts(voted(0), excused={("vote", "0"): Excuse.NO_INTERPRETATION})

    assert measured(HALF, known, held, TODAY).total == 2


def test_votes_during_leave_do_not_count_and_the_window_reaches_further_back():
    leave = Period(date(2026, 1, 1), date(2026, 7, 1))
    before = vote(1, date(2025, 3, 1))
    held = calendar(before, vote(2, date(2026, 2, 1)), vote(3, date(2026, 7, 10)))

    found = measured(HALF, facts(leaves=(leave,)), held, TODAY)

    assert (found.start, found.total) == (window_start(TODAY, 12) - timedelta(days=181), 2)


def test_two_leaves_after_one_another_both_push_the_window_back():
    first = Period(date(2025, 6, 1), date(2025, 7, 1))
    second = Period(date(2026, 1, 1), date(2026, 3, 1))

    reached = window_start(TODAY, 12, (first, second))

    assert reached == window_start(TODAY, 12) - timedelta(days=59 + 30)


def test_a_leave_still_to_come_changes_nothing():
    assert window_start(TODAY, 12, (Period(date(2027, 1, 1), date(2027, 2, 1)),)) == window_start(TODAY, 12)


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 60), st.integers(1, 600))
def test_a_window_is_never_shorter_for_leave(on, months, days):
    leave = Period(on - timedelta(days=days), on + timedelta(days=1))

    assert window_start(on, months, (leave,)) <= window_start(on, months)


def test_without_indicators_every_member_is_active():
    answer = standing(facts(), (), calendar(vote(0)), TODAY)

    assert (answer.standing, answer.ground) == (Standing.ACTIVE, Ground.NO_INDICATORS)


def test_a_member_of_less_than_a_window_is_active():
    known = Facts(since=TODAY - timedelta(days=100))

    answer = standing(known, BOTH, calendar(vote(0), call(0)), TODAY)

    assert (answer.standing, answer.ground) == (Standing.ACTIVE, Ground.TOO_NEW)


@pytest.mark.parametrize("late, ground", [(0, Ground.MEASURED), (1, Ground.TOO_NEW)])
def test_a_member_is_measured_from_the_day_its_window_is_full(late, ground):
    known = Facts(since=window_start(TODAY, 12) + timedelta(days=late))

    assert standing(known, BOTH, calendar(vote(0), call(0)), TODAY).ground == ground


def test_without_a_record_of_a_whole_window_a_member_is_active():
    young = Calendar([vote(0), call(0)], began=TODAY - timedelta(days=200))

    answer = standing(facts(), BOTH, young, TODAY)

    assert (answer.standing, answer.ground) == (Standing.ACTIVE, Ground.RECORD_TOO_SHORT)


def test_without_any_record_a_member_is_active():
    answer = standing(facts(), BOTH, Calendar([]), TODAY)

    assert (answer.standing, answer.ground) == (Standing.ACTIVE, Ground.RECORD_TOO_SHORT)


def test_a_loaded_standing_holds_until_there_is_a_record_of_a_whole_window():
    young = Calendar([vote(0), call(0)], began=TODAY - timedelta(days=200))
    loaded = Start(TODAY - timedelta(days=300), Standing.STANDBY, Ground.INITIAL)

    answer = standing(facts(starts=(loaded,)), BOTH, young, TODAY)

    assert (answer.standing, answer.ground) == (Standing.STANDBY, Ground.INITIAL)


def test_a_loaded_standing_says_nothing_of_the_days_before_it():
    loaded = Start(TODAY + timedelta(days=1), Standing.STANDBY, Ground.INITIAL)

    assert standing(facts(starts=(loaded,)), BOTH, calendar(), TODAY).ground == Ground.MEASURED


def test_once_the_window_is_full_a_loaded_standing_no_longer_counts():
    loaded = Start(TODAY - timedelta(days=400), Standing.STANDBY, Ground.INITIAL)

    answer = standing(facts(starts=(loaded,)), BOTH, calendar(vote(0)), TODAY)

    assert (answer.standing, answer.ground) == (Standing.LESS_ACTIVE, Ground.MEASURED)


def test_the_last_of_several_starts_counts():
    loaded = Start(TODAY - timedelta(days=300), Standing.STANDBY, Ground.INITIAL)
    restored = Start(TODAY - timedelta(days=30), Standing.RESTORED, Ground.RESTORED)

    assert standing(facts(starts=(loaded, restored)), BOTH, calendar(), TODAY).standing == Standing.RESTORED


def test_a_member_whose_vote_is_suspended_is_on_standby_until_it_is_restored():
    suspended = (Period(TODAY - timedelta(days=500)),)
    earned = [voted(0), *(commented(each) for each in range(3))]

    answer = standing(facts(*earned, suspended=suspended), BOTH, calendar(vote(0)), TODAY)

    assert (answer.standing, answer.ground, answer.met) == (Standing.STANDBY, Ground.SUSPENDED, 2)


def test_the_same_facts_say_how_a_member_stood_on_any_earlier_day():
    votes = calendar(vote(0, date(2025, 3, 1)), vote(1, date(2026, 3, 1)), call(0, date(2024, 9, 1)))
    known = facts(voted(0, date(2025, 3, 1)))

    stood = [standing(known, BOTH, votes, day).standing for day in (date(2025, 3, 2), date(2026, 4, 1))]

    assert stood == [Standing.LESS_ACTIVE, Standing.LESS_ACTIVE]


def test_the_rules_of_the_portal_ask_for_both():
    held = calendar(vote(0), call(0))

    assert standing(facts(), OF_STRUCTURES, held, TODAY).standing == Standing.STANDBY
    assert standing(facts(voted(0)), OF_STRUCTURES, held, TODAY).standing == Standing.LESS_ACTIVE
