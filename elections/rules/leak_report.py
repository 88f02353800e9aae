"""What a secret ballot will be able to publish, told before it opens: weights that stand alone, and draws.

A draw: the places of the roll, in the order of their numbers, are put in any order by the numbers of the seed
"SEED/SERIES/DRAW" (`leak_draws`), SERIES being "plain" or "abstentions" and DRAW counted from 0 on.  The
first take part, as many as the turnout says, rounded half up, but at least one.  Of these the last abstain,
in the second series only: one in ten, rounded up.  Of the others the first vote for one option, the share
that the split says, rounded half up, and the rest for the other.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from elections.enums.publication import Publication
from elections.rules.count import ABSTAIN
from elections.rules.figures import exact_number
from elections.rules.leak_draws import Numbers
from elections.rules.leaks import Figure, Voter, finest

Levels = Mapping[Publication, int]

PLAIN, ABSTENTIONS = "plain", "abstentions"
#: One of so many abstains in the second series.
ONE_ABSTAINS_OF = 10


@dataclass(frozen=True)
class Alone:
    """A weight that only these places have, all of one country."""

    weight: Fraction
    places: tuple[int, ...]
    country: str


@dataclass(frozen=True)
class Report:
    """What the returning officer reads before the ballot opens.

    `alone` are weights of one place, `shared_by_country` those of several places of one country only; the
    heaviest first.  `voters` are expected to take part.  `levels` and `levels_with_abstentions` say how many
    draws would be published at each level.  `warns`: some of them would be by their outcome alone.
    """

    alone: tuple[Alone, ...]
    shared_by_country: tuple[Alone, ...]
    voters: int
    levels: Levels
    levels_with_abstentions: Levels

    @property
    def warns(self) -> bool:
        """Whether the ballot says that perhaps only the outcome will be published."""
        return bool(self.levels[Publication.OUTCOME] or self.levels_with_abstentions[Publication.OUTCOME])


def report(
    places: Sequence[Voter],
    *,
    turnout: Fraction,
    lopsided: Fraction = Fraction(85, 100),
    draws: int = 100,
    seed: str,
) -> Report:
    """What the weights of a roll give away, and what lopsided votes between two options would publish.

    `turnout` and `lopsided` are shares of heads; `seed` is the roll's fingerprint, so that anybody can draw
    the same.  Raises ValueError for an empty roll, a share that is not above 0 and at most 1, and no draws.
    """
    if not places or draws < 1:
        raise ValueError("a report needs places and draws")
    voters = max(_share(turnout, len(places)), 1)
    alone = _alone(places)
    plain, abstaining = (
        _levels(places, voters, lopsided, abstentions, [f"{seed}/{name}/{draw}" for draw in range(draws)])
        for name, abstentions in ((PLAIN, 0), (ABSTENTIONS, -(-voters // ONE_ABSTAINS_OF)))
    )
    return Report(
        alone=tuple(each for each in alone if len(each.places) == 1),
        shared_by_country=tuple(each for each in alone if len(each.places) > 1),
        voters=voters,
        levels=plain,
        levels_with_abstentions=abstaining,
    )


def drawn(
    places: Sequence[Voter], *, voters: int, lopsided: Fraction, abstentions: int, seed: str
) -> tuple[list[Voter], list[Figure]]:
    """Who takes part in one draw, and the figures; the options are "1", "2" and abstention."""
    by_number = sorted(places, key=lambda place: place.place)
    taking_part = Numbers(seed).in_any_order(by_number)[:voters]
    voting = voters - abstentions
    first = _share(lopsided, voting)
    parts = {"1": taking_part[:first], "2": taking_part[first:voting], ABSTAIN: taking_part[voting:]}
    return taking_part, [
        Figure(option, len(part), sum((voter.weight for voter in part), Fraction(0)))
        for option, part in parts.items()
    ]


def _levels(
    places: Sequence[Voter], voters: int, lopsided: Fraction, abstentions: int, seeds: Sequence[str]
) -> Levels:
    roll_total = sum(place.weight for place in places)
    votes = (
        drawn(places, voters=voters, lopsided=lopsided, abstentions=abstentions, seed=seed) for seed in seeds
    )
    counted = Counter(finest(*vote, roll_total=roll_total) for vote in votes)
    return {level: counted[level] for level in Publication}


def _alone(places: Sequence[Voter]) -> list[Alone]:
    """The weights that one country alone has, the heaviest first."""
    having = defaultdict(list)
    for place in places:
        having[place.weight].append(place)
    return [
        Alone(weight, tuple(sorted(place.place for place in own)), own[0].country)
        for weight, own in sorted(having.items(), reverse=True)
        if len({place.country for place in own}) == 1
    ]


def _share(share: Fraction, of: int) -> int:
    """So much of a number of heads, rounded half up."""
    if not 0 < exact_number(share) <= 1:
        raise ValueError(f"a share is above 0 and at most 1, not {share}")
    return floor(exact_number(share) * of + Fraction(1, 2))
