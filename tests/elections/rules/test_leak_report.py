import csv
import hashlib
from fractions import Fraction
from pathlib import Path

import pytest

import elections
from elections.enums.publication import Publication
from elections.rules.count import ABSTAIN
from elections.rules.leak_draws import Numbers
from elections.rules.leak_report import Alone, Report, drawn, report
from elections.rules.leaks import Figure, Voter, finest
from elections.rules.weights import equal_country, one_member_one_vote
from tests.elections.rules.rolls import SIXTEEN_COUNTRIES, members_in

ROLL = Path(elections.__file__).parent / "data" / "roll_16_countries.csv"
SEVENTY = Fraction(70, 100)


def places_of(weights, country_of):
    """A table of weights as the places of a roll."""
    return [
        Voter(number, country_of[member], weight)
        for number, (member, weight) in enumerate(weights.items(), start=1)
    ]


def sixteen_countries():
    """The roll in the data, 100 for all together."""
    with ROLL.open(encoding="utf-8") as file:
        country_of = {row["member"]: row["country"] for row in csv.DictReader(file)}
    return places_of(equal_country(country_of, 100), country_of)


def alike(counts):
    """A roll on which all weigh the same."""
    country_of = members_in(counts)
    return places_of(one_member_one_vote(country_of), country_of)


def recomputed_order(seed, count):
    """The order of so many positions as an outsider finds it from what the module says."""
    order, block = list(range(count)), 0
    for position in range(count):
        left = count - position
        while True:
            number = int(hashlib.sha256(f"{seed}/{block}".encode()).hexdigest(), 16)
            block += 1
            if number < 2**256 // left * left:
                break
        other = position + number % left
        order[position], order[other] = order[other], order[position]
    return order


def test_the_first_numbers_of_a_seed_are_these():
    numbers = Numbers("lacralo")

    assert [numbers.below(1000) for _ in range(5)] == [891, 943, 582, 925, 828]


@pytest.mark.parametrize("count", [0, 1, 2, 42])
def test_an_outsider_finds_the_same_order(count):
    assert Numbers("a seed").in_any_order(range(count)) == recomputed_order("a seed", count)


def test_every_order_of_three_comes_about_as_often():
    orders = [tuple(Numbers(f"{seed}").in_any_order("abc")) for seed in range(6000)]

    assert {order: 900 < orders.count(order) < 1100 for order in set(orders)} == {
        tuple(order): True for order in ("abc", "acb", "bac", "bca", "cab", "cba")
    }


def test_what_is_put_in_order_stays_as_it_was():
    things = ["a", "b", "c"]

    Numbers("seed").in_any_order(things)

    assert things == ["a", "b", "c"]


def test_only_argentina_has_its_weight_on_the_roll_of_sixteen_countries():
    told = report(sixteen_countries(), turnout=SEVENTY, draws=1, seed="x")

    assert told.alone == ()
    assert told.shared_by_country == (Alone(Fraction(25, 32), tuple(range(1, 9)), "AR"),)
    assert told.voters == 29


def test_a_weight_of_one_place_stands_alone():
    country_of = members_in({"AR": 3, "BR": 2, "CL": 2, "GY": 1})
    places = places_of(equal_country(country_of, 100), country_of)

    told = report(places, turnout=Fraction(1), draws=1, seed="x")

    assert told.alone == (Alone(Fraction(25), (8,), "GY"),)
    assert told.shared_by_country == (Alone(Fraction(25, 3), (1, 2, 3), "AR"),)


def test_the_heaviest_weight_that_stands_alone_comes_first():
    places = [Voter(number, country, Fraction(number)) for number, country in enumerate("ABC", start=1)]

    told = report(places, turnout=Fraction(1), draws=1, seed="x")

    assert [each.weight for each in told.alone] == [3, 2, 1]


def test_a_draw_is_what_an_outsider_draws():
    places = sixteen_countries()
    order = recomputed_order("print/abstentions/7", 42)[:29]
    parts = {"1": order[:22], "2": order[22:26], ABSTAIN: order[26:]}

    voters, figures = drawn(
        places, voters=29, lopsided=Fraction(85, 100), abstentions=3, seed="print/abstentions/7"
    )

    assert voters == [places[position] for position in order]
    assert figures == [
        Figure(option, len(part), sum(places[position].weight for position in part))
        for option, part in parts.items()
    ]


def test_the_levels_are_those_of_the_draws():
    places = sixteen_countries()

    told = report(places, turnout=SEVENTY, draws=12, seed="print")

    for levels, name, abstentions in (
        (told.levels, "plain", 0),
        (told.levels_with_abstentions, "abstentions", 3),
    ):
        found = [
            finest(
                *drawn(
                    places,
                    voters=29,
                    lopsided=Fraction(85, 100),
                    abstentions=abstentions,
                    seed=f"print/{name}/{draw}",
                ),
                roll_total=Fraction(100),
            )
            for draw in range(12)
        ]
        assert levels == {level: found.count(level) for level in Publication}


def test_the_report_is_the_same_whoever_makes_it_and_in_whatever_order():
    places = sixteen_countries()

    told = report(places, turnout=SEVENTY, draws=10, seed="print")

    assert report(list(reversed(places)), turnout=SEVENTY, draws=10, seed="print") == told


def test_another_fingerprint_draws_others():
    places = sixteen_countries()
    drawn_with = [
        drawn(places, voters=29, lopsided=Fraction(85, 100), abstentions=0, seed=f"{seed}/plain/0")
        for seed in ("one", "two")
    ]

    assert drawn_with[0] != drawn_with[1]


@pytest.mark.parametrize(
    ("turnout", "voters"),
    [
        (Fraction(1, 100), 1),
        (Fraction(1, 4), 3),
        (Fraction(249, 1000), 2),
        (SEVENTY, 7),
        (Fraction(1), 10),
    ],
)
def test_the_voters_expected_are_rounded_half_up_and_at_least_one(turnout, voters):
    assert report(alike({"AR": 5, "BR": 5}), turnout=turnout, draws=1, seed="x").voters == voters


def test_where_all_weigh_the_same_nothing_has_to_be_warned_of():
    told = report(alike(SIXTEEN_COUNTRIES), turnout=SEVENTY, draws=20, seed="x")

    exactly = {level: 20 * (level == Publication.EXACT) for level in Publication}
    assert (told.levels, told.levels_with_abstentions, told.warns) == (exactly, exactly, False)


def test_a_roll_whose_lopsided_votes_are_withheld_has_to_warn():
    told = report(alike({"AR": 3, "BR": 3}), turnout=Fraction(1), draws=20, seed="x")

    assert told.levels == {level: 20 * (level == Publication.OUTCOME) for level in Publication}
    assert told.warns


@pytest.mark.parametrize(
    ("plain", "abstaining", "warns"), [(0, 0, False), (1, 0, True), (0, 1, True), (1, 1, True)]
)
def test_one_draw_of_either_series_is_enough_to_warn(plain, abstaining, warns):
    series = [{Publication.EXACT: 9, Publication.OUTCOME: count} for count in (plain, abstaining)]

    assert Report((), (), 9, *series).warns == warns


@pytest.mark.parametrize(
    ("places", "given", "message"),
    [
        (0, {}, "needs places"),
        (9, {"draws": 0}, "needs places and draws"),
        (9, {"turnout": Fraction(0)}, "a share is"),
        (9, {"turnout": Fraction(101, 100)}, "a share is"),
        (9, {"lopsided": Fraction(-1, 2)}, "a share is"),
    ],
)
def test_a_report_on_nothing_raises(places, given, message):
    with pytest.raises(ValueError, match=message):
        report(alike({"AR": 5, "BR": 4})[:places], **{"turnout": SEVENTY, "seed": "x"} | given)


def test_a_turnout_is_exact():
    with pytest.raises(TypeError):
        report(alike({"AR": 5, "BR": 4}), turnout=0.7, seed="x")
