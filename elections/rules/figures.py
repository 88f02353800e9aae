"""How exact numbers are written.  Rounding lives here and is never read back."""

from fractions import Fraction

#: An exact decimal is shown whole when it has at most so many places.
LONGEST_DECIMAL = 6


def exact_number(value: object) -> Fraction:
    """The value as a `Fraction`; whole numbers and fractions only.

    Raises TypeError for anything that may have lost its exactness (a float, a Decimal, a bool).
    """
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise TypeError(f"an exact number is needed, not {type(value).__name__}")
    return Fraction(value)


def exact(value: Fraction | int) -> str:
    """The number as text that loses nothing: "25/8", or "6" when it is whole."""
    return str(exact_number(value))


def from_exact(text: str) -> Fraction:
    """The number that `exact` wrote.

    Raises ValueError for any other writing, decimals included: they may be rounded.
    """
    numerator, bar, denominator = text.partition("/")
    parts = (numerator, denominator) if bar else (numerator,)
    if not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError(f"not an exact number: {text!r}")
    return Fraction(*(int(part) for part in parts))


def half_up(value: Fraction | int, places: int = 2) -> str:
    """The number rounded half up, as LACRALO publishes it: 3.125 is "3.13"."""
    value = exact_number(value)
    scale = 10**places
    cut = (2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator)
    whole, rest = divmod(cut, scale)
    sign = "-" if value < 0 and cut else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"


def plain(value: Fraction | int) -> str:
    """The exact decimal where it is short ("3.125", "6.25"), else two places with "≈" before them."""
    value = exact_number(value)
    for places in range(LONGEST_DECIMAL + 1):
        if (value * 10**places).denominator == 1:
            return half_up(value, places)
    return f"≈ {half_up(value)}"


def percentage(part: Fraction | int, whole: Fraction | int) -> str:
    """What share of `whole` the part is, in percent, half up with two places: "64.21".

    Raises ZeroDivisionError when there is no base to be a share of.
    """
    return half_up(exact_number(part) / exact_number(whole) * 100)
