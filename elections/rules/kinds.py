"""The kinds of parameters: how one is declared, and which values it refuses."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from fractions import Fraction
from typing import Any

from elections.rules.figures import exact_number, from_exact


class Reason(StrEnum):
    """Why a value is impossible."""

    UNKNOWN_KEY = "unknown_key"
    NOT_A_CHOICE = "not_a_choice"
    NOT_YES_OR_NO = "not_yes_or_no"
    NOT_A_WHOLE_NUMBER = "not_a_whole_number"
    NOT_A_SHARE = "not_a_share"
    NOT_A_LIST = "not_a_list"
    TOO_SMALL = "too_small"
    TOO_LARGE = "too_large"
    TWICE = "twice"
    LONGER_THAN_PROVISIONAL_ROLL = "longer_than_provisional_roll"
    MORE_THAN_SCRUTINEERS = "more_than_scrutineers"


class ImpossibleValue(ValueError):
    """A rule set holds a value that no election could follow."""

    def __init__(self, field_name: str, reason: Reason, value: object):
        self.field, self.reason, self.value = field_name, reason, value
        super().__init__(f"{field_name}: {reason} ({value!r})")


def choice(default: StrEnum, article: str, sentence: str) -> Any:
    """A parameter that is one of the words of an enum."""
    values = tuple(type(default))
    return field(default=default, metadata={"article": article, "sentence": sentence, "values": values})


def choices(default: tuple[StrEnum, ...], kind: type[StrEnum], article: str, sentence: str) -> Any:
    """A parameter that is several words of an enum, each once."""
    metadata = {"article": article, "sentence": sentence, "values": tuple(kind), "many": True}
    return field(default=default, metadata=metadata)


def yes_or_no(default: bool, article: str, sentence: str) -> Any:
    """A parameter that is true or false."""
    metadata = {"article": article, "sentence": sentence, "values": (True, False)}
    return field(default=default, metadata=metadata)


def number(default: int, minimum: int, maximum: int, article: str, sentence: str) -> Any:
    """A parameter that is a whole number within bounds."""
    metadata = {"article": article, "sentence": sentence, "minimum": minimum, "maximum": maximum}
    return field(default=default, metadata=metadata)


def numbers(default: tuple[int, ...], minimum: int, maximum: int, article: str, sentence: str) -> Any:
    """A parameter that is a list of whole numbers, each once and within bounds."""
    metadata = {"article": article, "sentence": sentence, "minimum": minimum, "maximum": maximum}
    return field(default=default, metadata=metadata | {"many": True})


def share(
    default: Fraction,
    article: str,
    sentence: str,
    minimum: Fraction = Fraction(0),
    maximum: Fraction = Fraction(1),
) -> Any:
    """A parameter that is an exact fraction, stored as text: "1/2"."""
    metadata = {"article": article, "sentence": sentence, "minimum": minimum, "maximum": maximum}
    return field(default=default, metadata=metadata | {"share": True})


def settled(name: str, metadata: Mapping, value: object) -> object:
    """The value in the kind that the parameter has.

    Raises ImpossibleValue, with the reason, when it is none of the permitted ones.
    """
    if not metadata.get("many"):
        return _single(name, metadata, value)
    if not isinstance(value, list | tuple):
        raise ImpossibleValue(name, Reason.NOT_A_LIST, value)
    settled = tuple(_single(name, metadata, each) for each in value)
    if len(set(settled)) < len(settled):
        raise ImpossibleValue(name, Reason.TWICE, value)
    return settled


def _single(name: str, metadata: Mapping, value: object) -> object:
    if metadata.get("share"):
        return _checked_share(name, metadata, value)
    if "values" not in metadata:
        return _checked_number(name, metadata, value)
    if metadata["values"] == (True, False):
        if not isinstance(value, bool):
            raise ImpossibleValue(name, Reason.NOT_YES_OR_NO, value)
        return value
    for choice in metadata["values"]:
        if isinstance(value, str) and choice == value:
            return choice
    raise ImpossibleValue(name, Reason.NOT_A_CHOICE, value)


def _checked_number(name: str, metadata: Mapping, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ImpossibleValue(name, Reason.NOT_A_WHOLE_NUMBER, value)
    _within(name, value, metadata["minimum"], metadata["maximum"])
    return value


def _checked_share(name: str, metadata: Mapping, value: object) -> Fraction:
    try:
        fraction = from_exact(value) if isinstance(value, str) else exact_number(value)
    except (TypeError, ValueError, ZeroDivisionError):
        raise ImpossibleValue(name, Reason.NOT_A_SHARE, value) from None
    _within(name, fraction, metadata["minimum"], metadata["maximum"])
    return fraction


def _within(name: str, value: Fraction | int, minimum: Fraction | int, maximum: Fraction | int) -> None:
    if value < minimum:
        raise ImpossibleValue(name, Reason.TOO_SMALL, value)
    if value > maximum:
        raise ImpossibleValue(name, Reason.TOO_LARGE, value)
