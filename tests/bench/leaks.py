"""Prints what lopsided secret votes would publish on the roll of 16 countries, and whom that gives away.

.venv/bin/python -m tests.bench.leaks                    (some minutes)

What is certain is found here by a search of its own: over all options at once, class after class of equal
weights, with vectors of heads and sums; no bit sets, no option against the rest.  Once for who reads what is
published, and once for who also knows how its level is chosen; that also for the plainer rule that publishes
each vote at the finest level that it passes.
"""

import csv
import time
from collections import Counter, defaultdict
from fractions import Fraction
from functools import cache
from itertools import product
from math import floor
from pathlib import Path

from elections.enums.publication import Publication
from elections.rules.count import ABSTAIN
from elections.rules.leak_report import drawn
from elections.rules.leaks import Figure, Voter, certain, finest

ROLL = Path(__file__).parents[2] / "elections" / "data" / "roll_16_countries.csv"
TURNOUT, LOPSIDED, DRAWS, KNOWING_DRAWS = Fraction(70, 100), Fraction(85, 100), 200, 30
STEPS = {Publication.EXACT: 0, Publication.ONE: 1, Publication.FIVE: 5, Publication.TEN: 10}


def places():
    """The roll, 100 for all together."""
    with ROLL.open(encoding="utf-8") as file:
        countries = [row["country"] for row in csv.DictReader(file)]
    members = Counter(countries)
    return [
        Voter(number, country, Fraction(100, len(members) * members[country]))
        for number, country in enumerate(countries, start=1)
    ]


def plainly_finest(voters, figures, *, roll_total):
    """The plainer rule: the finest level that these sums pass."""
    passing = (level for level in STEPS if not certain(voters, figures, level=level, roll_total=roll_total))
    return next(passing, Publication.OUTCOME)


class Puzzle:
    """One published vote, as whoever reads it sees it: who took part, heads, rounded sums, who won."""

    def __init__(self, voters, figures, level):
        self.classes = defaultdict(Counter)
        for voter in voters:
            self.classes[voter.weight][voter.country] += 1
        self.options = [figure.option for figure in figures]
        self.heads = tuple(figure.heads for figure in figures)
        self.total = sum(voter.weight for voter in voters)
        self.step = STEPS[level]
        self.sums = self.published(tuple(figure.weight for figure in figures))
        self.outcome = self.first(tuple(figure.weight for figure in figures))

    def published(self, sums):
        """The sums as they are published."""
        if not self.step:
            return sums
        return tuple(floor(total / self.step + Fraction(1, 2)) * self.step for total in sums)

    def first(self, sums):
        """Who is first, abstention aside."""
        candidates = {
            option: total for option, total in zip(self.options, sums, strict=True) if option != ABSTAIN
        }
        return {option for option, total in candidates.items() if total == max(candidates.values())}

    def certain(self, may_be=lambda sums: True):
        """The (option, country) pairs of which every way to share out the votes says the same number.

        Ways whose sums `may_be` excludes are not looked at.
        """
        nothing = (0,) * len(self.options), (Fraction(0),) * len(self.options)
        layers = [{nothing}]
        for weight, countries in self.classes.items():
            layers.append(
                {
                    self.after(state, split, weight)
                    for state in layers[-1]
                    for split in self.splits(countries.total(), state[0])
                }
            )
        alive = {(heads, sums) for heads, sums in layers.pop() if self.fits(heads, sums) and may_be(sums)}
        numbers = defaultdict(set)
        for weight, countries in reversed(self.classes.items()):
            before = set()
            for state in layers.pop():
                for split in self.splits(countries.total(), state[0]):
                    if self.after(state, split, weight) in alive:
                        before.add(state)
                        self.note(numbers, countries, split)
            alive = before
        return {pair for pair, possible in numbers.items() if len(possible) == 1 and self.has_votes(pair[0])}

    def fits(self, heads, sums):
        """Whether this is what was published."""
        return heads == self.heads and self.published(sums) == self.sums and self.first(sums) == self.outcome

    def has_votes(self, option):
        """Whether anybody chose it: what nobody chose tells no country from another."""
        return self.heads[self.options.index(option)] > 0

    def splits(self, members, heads):
        """The ways to share out the votes of a class over the options, within the heads that are left."""
        left = [most - used for most, used in zip(self.heads, heads, strict=True)]
        for first in product(*(range(min(members, most) + 1) for most in left[1:])):
            if 0 <= members - sum(first) <= left[0]:
                yield (members - sum(first), *first)

    def after(self, state, split, weight):
        """Heads and sums once a class has voted."""
        heads, sums = state
        return (
            tuple(used + more for used, more in zip(heads, split, strict=True)),
            tuple(total + more * weight for total, more in zip(sums, split, strict=True)),
        )

    def note(self, numbers, countries, split):
        """How many of each country's votes an option can have, when it has so many of the class's."""
        for option, votes in zip(self.options, split, strict=True):
            for country, members in countries.items():
                others = countries.total() - members
                numbers[option, country].update(range(max(0, votes - others), min(members, votes) + 1))


def certain_to_who_knows(rule, voters, figures, level):
    """What is certain to who also knows that `rule` chose the level."""
    options, heads = [each.option for each in figures], [each.heads for each in figures]

    @cache
    def may_be(sums):
        counted = [Figure(*each) for each in zip(options, heads, sums, strict=True)]
        return rule(voters, counted, roll_total=Fraction(100)) == level

    return Puzzle(voters, figures, level).certain(may_be)


def outcome_fits_everybody(voters, figures):
    """Whether "all voted for the winner" and "all but this one, who abstained" are withheld like this vote.

    For every voter: then the outcome alone makes nobody certain, whoever knows the rule.
    """
    winner = max((each for each in figures if each.option != ABSTAIN), key=lambda each: each.weight).option
    whole = sum(voter.weight for voter in voters)
    ways = [[Figure(winner, len(voters), whole)]]
    for voter in voters:
        ways.append([Figure(winner, len(voters) - 1, whole - voter.weight), Figure(ABSTAIN, 1, voter.weight)])
    return all(
        finest(voters, way, roll_total=Fraction(100), winner=winner) == Publication.OUTCOME for way in ways
    )


def series(roll, abstentions):
    """Counts over all draws, with a few or no abstentions; printed as they stand at the end."""
    voters_expected = floor(TURNOUT * len(roll) + Fraction(1, 2))
    levels, plain_levels, found, spent = Counter(), Counter(), Counter(), 0.0
    for draw in range(DRAWS):
        voters, figures = drawn(
            roll,
            voters=voters_expected,
            lopsided=LOPSIDED,
            abstentions=abstentions,
            seed=f"bench/{abstentions}/{draw}",
        )
        started = time.perf_counter()
        level = finest(voters, figures, roll_total=Fraction(100))
        spent += time.perf_counter() - started
        plain = plainly_finest(voters, figures, roll_total=Fraction(100))
        levels[level] += 1
        plain_levels[plain] += 1
        found["exact"] += bool(Puzzle(voters, figures, Publication.EXACT).certain())
        if level == Publication.OUTCOME:
            found["outcome"] += not outcome_fits_everybody(voters, figures)
        else:
            found["published"] += bool(Puzzle(voters, figures, level).certain())
        if draw < KNOWING_DRAWS:
            for rule, chosen, name in ((finest, level, "knowing"), (plainly_finest, plain, "plain")):
                if chosen != Publication.OUTCOME:
                    found[name] += bool(certain_to_who_knows(rule, voters, figures, chosen))
    return levels, plain_levels, found, spent / DRAWS


def told(levels):
    """How often each level, in one line."""
    return ", ".join(f"{level} {levels[level]}" for level in Publication)


def main():
    """Both series, one after the other."""
    roll = places()
    print(f"{len(roll)} places of 16 countries, turnout 70 %, 85/15, {DRAWS} draws")
    for abstentions in (0, 1, 3):
        levels, plain_levels, found, seconds = series(roll, abstentions)
        print(f"\n{abstentions} abstentions; {seconds * 1000:.0f} ms for each vote")
        print(f"  published at the level:                  {told(levels)}")
        print(f"  somebody certain in what is published:   {found['published']} (must be 0)")
        print(f"  the same, knowing how it is chosen:      {found['knowing']} of {KNOWING_DRAWS} (must be 0)")
        print(f"  outcome alone, not shown to fit all:     {found['outcome']} (must be 0)")
        print(f"  somebody certain with exact sums:        {found['exact']}")
        print(f"  plainer rule, published at the level:    {told(plain_levels)}")
        print(f"  the same, certain knowing how:           {found['plain']} of {KNOWING_DRAWS}", flush=True)


if __name__ == "__main__":
    main()
