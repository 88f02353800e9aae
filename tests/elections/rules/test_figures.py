from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.rules.figures import exact, exact_number, from_exact, half_up, percentage, plain


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(25, 8), "3.13"),  # half up; Python's own format gives 3.12
        (Fraction(25, 32), "0.78"),
        (Fraction(25, 16), "1.56"),
        (Fraction(25, 12), "2.08"),
        (Fraction(1, 200), "0.01"),
        (Fraction(0), "0.00"),
        (Fraction(-25, 8), "-3.13"),
        (Fraction(-1, 1000), "0.00"),
        (6, "6.00"),
    ],
)
def test_two_places_are_rounded_half_up(value, written):
    assert half_up(value) == written


def test_no_places_leave_no_point():
    assert half_up(Fraction(5, 2), 0) == "3"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Fraction(25, 4), "6.25"),
        (Fraction(25, 8), "3.125"),
        (Fraction(100), "100"),
        (Fraction(1, 3), "≈ 0.33"),
        (Fraction(1, 10**7), "≈ 0.00"),
    ],
)
def test_a_short_decimal_is_shown_whole_and_a_long_one_says_that_it_is_not(value, written):
    assert plain(value) == written


def test_a_percentage_names_no_base_but_needs_one():
    assert percentage(23, 41) == "56.10"
    assert percentage(Fraction(2767, 100), Fraction(4309, 100)) == "64.21"
    with pytest.raises(ZeroDivisionError):
        percentage(0, 0)


@given(st.fractions(min_value=0))
def test_what_is_written_exactly_is_read_back_exactly(value):
    assert from_exact(exact(value)) == value


@pytest.mark.parametrize("text", ["0.5", "1e3", "-1", "1/2/3", "", "½", "1 / 2", "/2", "٣"])
def test_a_writing_that_may_be_rounded_is_no_exact_number(text):
    with pytest.raises(ValueError, match="not an exact number"):
        from_exact(text)


@pytest.mark.parametrize("value", [0.5, Decimal("0.5"), True, "1/2", None])
def test_only_whole_numbers_and_fractions_are_exact(value):
    with pytest.raises(TypeError, match="exact number"):
        exact_number(value)
