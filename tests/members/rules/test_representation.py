"""One primary at any moment; one person, one quality."""

from datetime import date

import pytest

from members.enums import Bar, Role
from members.rules.periods import Period
from members.rules.representation import may_begin, may_end, may_replace

JAN, FEB, MAR, APR = (date(2026, month, 1) for month in (1, 2, 3, 4))


def bars(verdict):
    return [line.code for line in verdict.bars]


def test_a_second_primary_in_the_same_time_is_refused_by_name():
    verdict = may_begin(Period(MAR), Role.PRIMARY, primaries=[Period(JAN, None, "Ana")], own=())

    assert bars(verdict) == [Bar.PRIMARY_ALREADY]
    assert verdict.bars[0].facts == {"name": "Ana"}


def test_a_primary_may_begin_on_the_day_the_other_ends():
    assert may_begin(Period(MAR), Role.PRIMARY, primaries=[Period(JAN, MAR, "Ana")], own=())


@pytest.mark.parametrize("role", [Role.ALTERNATE, Role.OBSERVER])
def test_others_act_beside_the_primary(role):
    assert may_begin(Period(MAR), role, primaries=[Period(JAN, None, "Ana")], own=())


def test_a_person_does_not_act_twice_for_one_member():
    assert bars(may_begin(Period(MAR), Role.ALTERNATE, primaries=(), own=[Period(JAN)])) == [
        Bar.REPRESENTS_ALREADY
    ]


def test_an_end_on_the_first_day_is_refused():
    assert bars(may_begin(Period(MAR, MAR), Role.OBSERVER, primaries=(), own=())) == [
        Bar.ENDS_BEFORE_IT_STARTS
    ]


@pytest.mark.parametrize(
    "period, end, reason, expected",
    [
        (Period(JAN), MAR, "left", []),
        (Period(JAN, APR), MAR, "left", []),
        (Period(JAN, APR), APR, "left", []),
        (Period(JAN), MAR, " ", [Bar.REASON_MISSING]),
        (Period(JAN, FEB), FEB, "left", [Bar.ALREADY_ENDED]),
        (Period(MAR), MAR, "left", [Bar.ENDS_BEFORE_IT_STARTS]),
        (Period(JAN, MAR), APR, "left", [Bar.ENDS_LATER_THAN_AGREED]),
    ],
)
def test_every_bar_of_an_end(period, end, reason, expected):
    assert bars(may_end(period, end=end, reason=reason, today=date(2026, 2, 15))) == expected


@pytest.mark.parametrize(
    "primaries, own, reason, expected",
    [
        ([Period(JAN, None, "Ana")], [], "elected", []),
        ([], [], "elected", []),
        ([Period(JAN, None, "Ana")], [], "", [Bar.REASON_MISSING]),
        ([Period(JAN, None, "Ana")], [Period(JAN, None, "Ana")], "elected", [Bar.ALREADY_PRIMARY]),
        ([Period(MAR, None, "Ana")], [], "elected", [Bar.ENDS_BEFORE_IT_STARTS]),
        ([Period(APR, None, "Ana")], [], "elected", [Bar.PRIMARY_ALREADY]),
    ],
)
def test_every_bar_of_a_replacement(primaries, own, reason, expected):
    assert bars(may_replace(MAR, primaries=primaries, own_primaries=own, reason=reason)) == expected
