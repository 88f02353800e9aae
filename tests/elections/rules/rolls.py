"""Rolls in a few words."""

from collections import defaultdict
from fractions import Fraction

SIXTEEN_COUNTRIES = {
    "AR": 8,
    "BB": 3,
    "BR": 4,
    "CL": 2,
    "CO": 3,
    "CR": 2,
    "EC": 4,
    "GY": 1,
    "JM": 3,
    "MX": 1,
    "PE": 2,
    "PY": 2,
    "SV": 1,
    "TT": 3,
    "UY": 1,
    "VE": 2,
}


def members_in(counts):
    """A roll with so many members in each country: AR1, AR2, ..."""
    return {
        f"{country}{number}": country for country, count in counts.items() for number in range(1, count + 1)
    }


def totals_by_country(weights):
    """What each country weighs in all."""
    totals = defaultdict(Fraction)
    for member, weight in weights.items():
        totals[member.rstrip("0123456789")] += weight
    return dict(totals)
