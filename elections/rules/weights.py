"""What each vote weighs: exact, and the same for everybody who recomputes it.

A roll is a mapping from member to country; its members are at once the voters and the base of the weights.
Schemes: `counting.md` section 5, W0 to W3; equal national weight is OP 7.1 (2018), before it RoP 12.9 (2007).
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from elections.enums import Weighting
from elections.rules.figures import exact, exact_number, plain
from elections.rules.parameters import ElectionRules

Roll = Mapping[str, str]
Weights = dict[str, Fraction]


class EmptyRoll(ValueError):
    """A roll without members: no election is held on one."""

    def __init__(self):
        super().__init__("the roll is empty: there is nobody whose votes could weigh anything")


class UnknownScheme(LookupError):
    """Nobody knows how to weigh by this scheme."""

    def __init__(self, scheme: object):
        self.scheme = scheme
        super().__init__(f"unknown weighting scheme: {scheme!r}")


class ImpossibleCap(ValueError):
    """A cap that all countries together could not respect, or that is no share."""


@dataclass(frozen=True)
class Shape:
    """A degressive scale: a country of n members has min(base + n / divisor, maximum)."""

    base: Fraction = Fraction(1)
    divisor: Fraction = Fraction(2)
    maximum: Fraction = Fraction(4)

    def of_country(self, members: int) -> Fraction:
        """What a country of so many members weighs in all."""
        return min(
            exact_number(self.base) + Fraction(members) / exact_number(self.divisor),
            exact_number(self.maximum),
        )


@dataclass(frozen=True)
class WeightTable:
    """Every member's weight, with the numbers it was made of."""

    scheme: Weighting
    weights: Mapping[str, Fraction]
    country_of: Mapping[str, str]
    members_of: Mapping[str, int]

    @property
    def total(self) -> Fraction:
        """What all weights add up to."""
        return sum(self.weights.values(), Fraction(0))

    @property
    def countries(self) -> int:
        """How many countries have at least one member on the roll."""
        return len(self.members_of)

    def facts(self, member: str) -> dict[str, object]:
        """The formula with this member's own numbers, ready for a sentence.

        Raises KeyError for a member that is not on the roll.
        """
        country = self.country_of[member]
        members = self.members_of[country]
        weight = self.weights[member]
        return {
            "scheme": str(self.scheme),
            "countries": self.countries,
            "country": country,
            "members": members,
            "total": plain(self.total),
            "country_weight": plain(weight * members),
            "country_weight_exact": exact(weight * members),
            "weight": plain(weight),
            "weight_exact": exact(weight),
        }


def equal_country(roll: Roll, total: Fraction | int = 1) -> Weights:
    """Every country the same, divided evenly among its members (OP 7.1): total / countries / members of it.

    Raises EmptyRoll.
    """
    members_of = _members_of(roll)
    share = exact_number(total) / len(members_of)
    return {member: share / members_of[country] for member, country in roll.items()}


def one_member_one_vote(roll: Roll, total: Fraction | int | None = None) -> Weights:
    """Every member the same: one each, or an even part of `total` where one is given.

    Raises EmptyRoll.
    """
    _members_of(roll)
    each = Fraction(1) if total is None else exact_number(total) / len(roll)
    return dict.fromkeys(roll, each)


def country_cap(roll: Roll, share: Fraction) -> Weights:
    """One vote each, scaled down where a country would have more than `share` of the heads on the roll.

    The cap follows the roll, so no country's weight depends on the turnout of another.
    Raises EmptyRoll, and ImpossibleCap when `share` is not above 0 and at most 1.
    """
    members_of = _members_of(roll)
    most = _share(share) * len(roll)
    return {member: min(Fraction(1), most / members_of[country]) for member, country in roll.items()}


def country_cap_on_cast(heads: Mapping[str, int], share: Fraction) -> dict[str, Fraction]:
    """What each country's cast votes come to when none may exceed `share` of the total that results.

    The fixed point T = sum(min(heads, share x T)): known after the close only; for replaying old votes.
    Raises EmptyRoll when nobody voted, ImpossibleCap when so few countries cannot respect the cap.
    """
    voted = {country: Fraction(exact_number(count)) for country, count in heads.items() if count}
    if not voted:
        raise EmptyRoll
    cap = _share(share)
    if cap * len(voted) < 1:
        raise ImpossibleCap(f"{len(voted)} countries of at most {cap} each do not make a whole")
    most = _fixed_point(sorted(voted.values(), reverse=True), cap)
    return {country: min(count, most) for country, count in voted.items()}


def degressive(roll: Roll, shape: Shape = Shape()) -> Weights:
    """Each further member adds less to its country than the one before; divided evenly within it.

    Raises EmptyRoll.
    """
    members_of = _members_of(roll)
    return {
        member: shape.of_country(members_of[country]) / members_of[country]
        for member, country in roll.items()
    }


def weigh(
    roll: Roll,
    *,
    scheme: Weighting,
    total: Fraction | int | None = None,
    cap_share: Fraction = Fraction(1, 5),
    shape: Shape = Shape(),
) -> WeightTable:
    """The table of weights of a roll under a scheme.

    `total` scales the whole; without it, equal national weights add up to 100 and every other scheme
    counts in votes.  Raises UnknownScheme, EmptyRoll, ImpossibleCap, and TypeError for a float.
    """
    if scheme == Weighting.EQUAL_COUNTRY:
        weights = equal_country(roll, 100)
    elif scheme == Weighting.ONE_MEMBER_ONE_VOTE:
        weights = one_member_one_vote(roll)
    elif scheme == Weighting.COUNTRY_CAP:
        weights = country_cap(roll, cap_share)
    elif scheme == Weighting.DEGRESSIVE:
        weights = degressive(roll, shape)
    else:
        raise UnknownScheme(scheme)
    if total is not None:
        weights = _scaled(weights, exact_number(total))
    return WeightTable(Weighting(scheme), weights, dict(roll), _members_of(roll))


def weigh_by(rules: ElectionRules, roll: Roll) -> WeightTable:
    """The table of weights of a roll under the rules of an election."""
    equal = rules.weighting == Weighting.EQUAL_COUNTRY
    return weigh(
        roll,
        scheme=rules.weighting,
        total=rules.weight_total if equal else None,
        cap_share=rules.country_cap_share,
        shape=Shape(rules.degressive_base, rules.degressive_divisor, rules.degressive_maximum),
    )


def _members_of(roll: Roll) -> dict[str, int]:
    if not roll:
        raise EmptyRoll
    return dict(sorted(Counter(roll.values()).items()))


def _share(share: Fraction) -> Fraction:
    share = exact_number(share)
    if not 0 < share <= 1:
        raise ImpossibleCap(f"a cap is a share above 0 and at most 1, not {share}")
    return share


def _fixed_point(largest_first: list[Fraction], cap: Fraction) -> Fraction:
    """The most that a country may have: cap x T, found by capping the largest, one country more at a time.

    It ends: before the capped countries fill the whole, those that are left fit under the cap.
    """
    capped = 0
    while True:
        most = cap * sum(largest_first[capped:], Fraction(0)) / (1 - cap * capped)
        if largest_first[capped] <= most:
            return most
        capped += 1


def _scaled(weights: Weights, total: Fraction) -> Weights:
    whole = sum(weights.values(), Fraction(0))
    return {member: weight * total / whole for member, weight in weights.items()}
