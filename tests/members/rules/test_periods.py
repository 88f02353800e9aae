"""Days of periods: the start is in, the end is out."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from members.rules.periods import Period, most_at_once, overlapping

JAN, FEB, MAR, APR = (date(2026, month, 1) for month in (1, 2, 3, 4))
days = st.dates(date(2026, 1, 1), date(2026, 3, 1))


@st.composite
def periods(draw):
    start = draw(st.none() | days)
    end = draw(st.none() | st.dates(start or date(2026, 1, 1), date(2026, 6, 1)))
    return Period(start, end if start is None or end is None or end > start else None)


def test_a_period_holds_from_its_start_until_the_day_before_its_end():
    period = Period(FEB, MAR)

    assert [period.holds_on(day) for day in (date(2026, 1, 31), FEB, date(2026, 2, 28), MAR)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_period_that_begins_when_another_ends_does_not_overlap_it():
    assert overlapping(Period(FEB, MAR), [Period(JAN, FEB), Period(MAR)]) == ()


def test_a_period_without_an_end_overlaps_everything_later():
    assert overlapping(Period(APR), [Period(JAN)]) == (Period(JAN),)


@given(periods(), periods())
def test_two_periods_overlap_exactly_when_a_day_lies_in_both(one, other):
    span = [date.fromordinal(n) for n in range(date(2025, 12, 1).toordinal(), date(2026, 7, 1).toordinal())]

    assert one.overlaps(other) == any(one.holds_on(day) and other.holds_on(day) for day in span)
    assert one.overlaps(other) == other.overlaps(one)


def test_the_largest_company_on_one_day_is_counted_not_all_who_pass():
    first, second, third = Period(JAN, FEB, "a"), Period(FEB, MAR, "b"), Period(FEB, APR, "c")

    assert most_at_once(Period(JAN), [first, second, third]) == (second, third)
