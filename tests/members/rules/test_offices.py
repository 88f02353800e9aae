"""Seats of a post, and the length of a term."""

from datetime import date

import pytest

from members.enums import Bar
from members.rules.offices import expected_end, may_begin_term, may_end_term
from members.rules.periods import Period

JAN, FEB, MAR, APR = (date(2026, month, 1) for month in (1, 2, 3, 4))


def bars(verdict):
    return [line.code for line in verdict.bars]


def test_a_taken_seat_refuses_and_names_who_sits_there():
    verdict = may_begin_term(Period(MAR), seats=1, others=[Period(JAN, None, "Ana")], own=())

    assert bars(verdict) == [Bar.SEATS_TAKEN]
    assert verdict.bars[0].facts == {"seats": 1, "names": "Ana"}


def test_two_seats_take_two_at_once_and_any_number_in_turn():
    others = [Period(JAN, FEB, "a"), Period(FEB, MAR, "b"), Period(MAR, None, "c")]

    assert may_begin_term(Period(JAN), seats=2, others=others, own=())
    assert bars(may_begin_term(Period(JAN), seats=2, others=[*others, Period(FEB, MAR, "d")], own=())) == [
        Bar.SEATS_TAKEN
    ]


def test_a_post_without_a_number_of_seats_is_never_full():
    assert may_begin_term(Period(MAR), seats=None, others=[Period(JAN)] * 20, own=())


def test_nobody_holds_a_post_twice_at_once():
    assert bars(may_begin_term(Period(MAR), seats=None, others=(), own=[Period(JAN)])) == [Bar.HOLDS_ALREADY]


@pytest.mark.parametrize(
    "period, has_ended, end, expected",
    [
        (Period(JAN), False, MAR, []),
        (Period(JAN, MAR), False, MAR, []),
        (Period(JAN, MAR), False, APR, [Bar.ENDS_LATER_THAN_AGREED]),
        (Period(JAN, MAR), True, FEB, [Bar.ALREADY_ENDED]),
        (Period(MAR), False, FEB, [Bar.ENDS_BEFORE_IT_STARTS]),
    ],
)
def test_every_bar_of_the_end_of_a_term(period, has_ended, end, expected):
    assert bars(may_end_term(period, end=end, has_ended=has_ended)) == expected


@pytest.mark.parametrize(
    "start, months, end",
    [
        (date(2024, 11, 1), 24, date(2026, 11, 1)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2026, 3, 1), None, None),
    ],
)
def test_a_term_of_so_many_months_ends_on_the_same_day_of_the_month(start, months, end):
    assert expected_end(start, months) == end
