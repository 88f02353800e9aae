"""How finely the result of a secret vote is published."""

from enum import StrEnum


class Publication(StrEnum):
    """From the finest to the coarsest; the steps of rounding are shares of the weight of the whole roll."""

    EXACT = "exact"
    ONE = "one"
    FIVE = "five"
    TEN = "ten"
    OUTCOME = "outcome"
