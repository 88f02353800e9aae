"""Exact numbers in words: fractions, decimals and percentages, rounded half-up and only here, at display."""

from decimal import Decimal
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

Number = int | Fraction | Decimal


def exact(value: Number) -> Fraction:
    """The value as a fraction.

    Raises TypeError for a float: no count of ours may have passed through one.
    """
    if isinstance(value, float):
        raise TypeError(f"a float is no count: {value!r}")
    return Fraction(value)


def half_up(value: Number, places: int = 2) -> Decimal:
    """The value rounded to so many places; a half goes away from zero."""
    value = exact(value)
    units, rest = divmod(abs(value.numerator) * 10**places, value.denominator)
    units += 2 * rest >= value.denominator
    digits = tuple(int(digit) for digit in str(units))
    return Decimal((int(value < 0), digits, -places))


def decimal_text(value: Number, places: int = 2) -> str:
    """The value with so many decimals, half-up, as the reader's language writes it: "3.13", "3,13"."""
    return number_format(half_up(value, places), decimal_pos=places)


def count_text(value: Number) -> str:
    """A whole number as it is, anything else with two decimals."""
    value = exact(value)
    return number_format(value.numerator) if value.denominator == 1 else decimal_text(value)


def finite_places(value: Number) -> int | None:
    """How many decimals write the value exactly; None when no number of them does."""
    rest, twos, fives = exact(value).denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def fraction_text(value: Number) -> str:
    """The exact fraction and its decimal: "25/8 (3.125)"; "1/3 (≈ 0.33)" where no decimal is exact; "6"."""
    value = exact(value)
    if value.denominator == 1:
        return number_format(value.numerator)
    places = finite_places(value)
    decimal = f"≈ {decimal_text(value)}" if places is None else decimal_text(value, places)
    return f"{value.numerator}/{value.denominator} ({decimal})"


def percent_text(part: Number, whole: Number) -> str:
    """The part as a percentage of the whole, half-up, two decimals: "64.21 %"; a dash of nothing."""
    if whole == 0:
        return "—"
    return f"{decimal_text(exact(part) / exact(whole) * 100)} %"


def share_text(part: Number, whole: Number, base: str) -> str:
    """Count, base and percentage together: "27.67 of 43.09 weighted votes for candidates (64.21 %)"."""
    return _("%(part)s of %(whole)s %(base)s (%(percent)s)") % {
        "part": count_text(part),
        "whole": count_text(whole),
        "base": base,
        "percent": percent_text(part, whole),
    }
