"""Exact numbers in words."""

from decimal import Decimal
from fractions import Fraction

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from lacralo.core.figures import (
    count_text,
    decimal_text,
    finite_places,
    fraction_text,
    half_up,
    percent_text,
    share_text,
)


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        (Fraction(25, 32), "0.78"),
        (Fraction(1, 200), "0.01"),
        (Fraction(-1, 200), "-0.01"),
        (Fraction(2, 3), "0.67"),
        (Fraction(1, 3), "0.33"),
        (6, "6.00"),
        (0, "0.00"),
    ],
)
def test_a_half_goes_away_from_zero(value, rounded):
    assert half_up(value) == Decimal(rounded)


@given(st.fractions(), st.integers(0, 8))
def test_rounding_is_never_off_by_more_than_half_a_unit(value, places):
    assert abs(Fraction(half_up(value, places)) - value) <= Fraction(1, 2 * 10**places)


@pytest.mark.parametrize("say", [half_up, decimal_text, fraction_text, count_text])
def test_a_float_is_no_count(say):
    with pytest.raises(TypeError, match="a float is no count"):
        say(0.5)


@pytest.mark.parametrize(
    ("value", "places"),
    [(Fraction(25, 8), 3), (Fraction(25, 32), 5), (Fraction(1, 20), 2), (7, 0), (Fraction(1, 3), None)],
)
def test_a_fraction_knows_whether_a_decimal_writes_it_exactly(value, places):
    assert finite_places(value) == places


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Fraction(25, 8), "25/8 (3.125)"),
        (Fraction(25, 4), "25/4 (6.25)"),
        (Fraction(25, 12), "25/12 (≈ 2.08)"),
        (Fraction(1, 3), "1/3 (≈ 0.33)"),
        (Fraction(6), "6"),
    ],
)
def test_a_weight_is_shown_exactly_and_as_a_decimal(value, words):
    with override("en"):
        assert fraction_text(value) == words


def test_decimals_are_written_in_the_way_of_the_reader():
    spoken = {}
    for language in ("es", "pt-br", "en", "fr"):
        with override(language):
            spoken[language] = decimal_text(Fraction(25, 8), 3)

    assert spoken == {"es": "3,125", "pt-br": "3,125", "en": "3.125", "fr": "3,125"}


def test_a_percentage_stands_beside_its_count_and_names_its_base():
    with override("en"):
        weighted = share_text(Fraction("27.67"), Fraction("43.09"), "weighted votes for candidates")
        heads = share_text(14, 30, "ballots")

    assert weighted == "27.67 of 43.09 weighted votes for candidates (64.21 %)"
    assert heads == "14 of 30 ballots (46.67 %)"


def test_nothing_has_no_percentage():
    assert percent_text(0, 0) == "—"
