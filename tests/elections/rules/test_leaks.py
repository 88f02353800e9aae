from collections import Counter
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elections.enums.publication import Publication
from elections.rules.count import ABSTAIN
from elections.rules.leak_draws import Numbers
from elections.rules.leaks import Certainty, Figure, Voter, certain, finest, rounded, step_of
from elections.rules.weights import equal_country, one_member_one_vote
from tests.elections.rules.rolls import SIXTEEN_COUNTRIES, members_in

WITH_TOTALS = [Publication.EXACT, Publication.ONE, Publication.FIVE, Publication.TEN]
OPTIONS = ("1", "2", ABSTAIN)
SMALL_VOTES = st.lists(
    st.tuples(st.sampled_from("ABCD"), st.integers(0, 1), st.sampled_from(OPTIONS)), min_size=1, max_size=7
)
WEIGHTS = st.fixed_dictionaries(
    {country: st.tuples(*[st.fractions(1, 4, max_denominator=4)] * 2) for country in "ABCD"}
)


def voters_of(weights):
    """The members of a table of weights as voters; a member's name is its country and a number."""
    return [
        Voter(place, member.rstrip("0123456789"), weight)
        for place, (member, weight) in enumerate(weights.items(), start=1)
    ]


def same_weights(*countries):
    """One voter of weight 1 for each country named."""
    return [Voter(place, country, Fraction(1)) for place, country in enumerate(countries, start=1)]


def figures_of(voters, choices, options=OPTIONS):
    """The exact figures when the voters choose these, one after the other."""
    return [
        Figure(
            option,
            choices.count(option),
            sum(
                (v.weight for v, choice in zip(voters, choices, strict=True) if choice == option), Fraction(0)
            ),
        )
        for option in options
    ]


def weight_of(voters):
    """What they weigh together."""
    return sum(voter.weight for voter in voters)


def published(voters, choices, step):
    """What everybody reads: heads, rounded weights, and who is first."""
    figures = figures_of(voters, choices)
    most = max(figure.weight for figure in figures if figure.option != ABSTAIN)
    first = {each.option for each in figures if each.option != ABSTAIN and each.weight == most}
    return [each.heads for each in figures], [rounded(each.weight, step) for each in figures], first


def really_certain(voters, choices, level, roll_total):
    """What is certain, from every way in which these voters could have chosen."""
    step = step_of(level, roll_total)
    read = published(voters, choices, step)
    ways = [way for way in product(OPTIONS, repeat=len(voters)) if published(voters, way, step) == read]
    found = set()
    for option in set(choices):
        if choices.count(option) >= len(voters) - 1:
            found.add(Certainty(option, None, choices.count(option)))
        for country, weights in weights_of_countries(voters).items():
            of_country = numbers(voters, ways, option, lambda v, country=country: v.country == country)
            if len(of_country) == 1:
                found.add(Certainty(option, country, *of_country))
            for weight, members in weights.items() if len(weights) > 1 else ():
                alike = numbers(
                    voters, ways, option, lambda v, alike=(country, weight): (v.country, v.weight) == alike
                )
                if alike in ({0}, {members}):
                    found.add(Certainty(option, country, *alike, weight))
    return found


def weights_of_countries(voters):
    """How many voters of each weight each country has."""
    found = {}
    for voter in voters:
        found.setdefault(voter.country, Counter())[voter.weight] += 1
    return found


def numbers(voters, ways, option, counts):
    """How many of the voters that count chose the option, in each way."""
    return {
        sum(choice == option for voter, choice in zip(voters, way, strict=True) if counts(voter))
        for way in ways
    }


def small_vote(weights, votes):
    """Voters and choices: a country may have voters of two weights."""
    voters = [
        Voter(place, country, weights[country][which]) for place, (country, which, _) in enumerate(votes)
    ]
    return voters, tuple(choice for _, _, choice in votes)


@pytest.mark.parametrize(
    ("level", "step"),
    [
        (Publication.EXACT, None),
        (Publication.ONE, Fraction(1, 2)),
        (Publication.FIVE, Fraction(5, 2)),
        (Publication.TEN, Fraction(5)),
    ],
)
def test_a_step_is_a_share_of_the_weight_of_the_whole_roll(level, step):
    assert step_of(level, Fraction(50)) == step


@pytest.mark.parametrize(
    ("level", "message"), [("outcome", "no totals are published"), ("two", "not a valid Publication")]
)
def test_only_levels_with_totals_have_a_step(level, message):
    with pytest.raises(ValueError, match=message):
        step_of(level, Fraction(50))


@pytest.mark.parametrize("total", [Fraction(0), Fraction(-1)])
def test_a_roll_weighs_something(total):
    with pytest.raises(ValueError, match="more than nothing"):
        step_of(Publication.ONE, total)


@pytest.mark.parametrize(
    ("weight", "step", "shown"),
    [
        (Fraction(0), Fraction(5), 0),
        (Fraction(249, 100), Fraction(5), 0),
        (Fraction(5, 2), Fraction(5), 5),
        (Fraction(749, 100), Fraction(5), 5),
        (Fraction(15, 2), Fraction(5), 10),
        (Fraction(1, 2), Fraction(1, 3), Fraction(2, 3)),
        (Fraction(22, 7), None, Fraction(22, 7)),
    ],
)
def test_a_weight_is_rounded_half_up_to_a_multiple_of_the_step(weight, step, shown):
    assert rounded(weight, step) == shown


def test_what_is_rounded_is_exact():
    with pytest.raises(TypeError):
        rounded(0.5, Fraction(1))


@given(st.fractions(0, 1000), st.fractions(Fraction(1, 100), 50))
def test_a_rounded_weight_is_the_nearest_multiple(weight, step):
    shown = rounded(weight, step)

    assert (shown / step).denominator == 1
    assert -step / 2 < shown - weight <= step / 2


def test_a_weight_that_only_one_country_has_gives_it_away():
    voters = voters_of(equal_country(members_in({"AR": 3, "BR": 2, "CL": 2, "PE": 2}), 100))
    choices = ("1", "2", "2", "1", "1", "2", "1", "2", "1")

    found = certain(
        voters, figures_of(voters, choices), level=Publication.EXACT, roll_total=Fraction(100), winner="1"
    )

    assert found == (Certainty("1", "AR", 1), Certainty("2", "AR", 2))


def test_rounding_hides_what_an_exact_sum_gives_away():
    voters = voters_of(equal_country(members_in({"AR": 3, "BR": 2, "CL": 2, "PE": 2}), 100))
    figures = figures_of(voters, ("1", "2", "2", "1", "1", "2", "1", "2", "1"))

    assert certain(voters, figures, level=Publication.TEN, roll_total=Fraction(100), winner="1") == ()


def test_an_option_without_votes_gives_nothing_away():
    voters = same_weights("AR", "AR", "BR", "BR", "CL")
    figures = [Figure("1", 3, Fraction(3)), Figure("2", 2, Fraction(2)), Figure(ABSTAIN, 0, Fraction(0))]

    assert certain(voters, figures, level=Publication.EXACT, roll_total=Fraction(5), winner="1") == ()


def test_a_country_that_voted_alone_is_certain_at_every_level():
    voters = same_weights("AR", "AR", "AR", "AR")
    figures = figures_of(voters, ("1", "1", "2", "2"))

    for level in WITH_TOTALS:
        found = certain(voters, figures, level=level, roll_total=Fraction(4))
        assert found == (Certainty("1", "AR", 2), Certainty("2", "AR", 2))


def test_a_vote_of_one_alone_is_certain():
    voters = same_weights("AR")
    figures = [Figure("1", 1, Fraction(1))]

    found = certain(voters, figures, level=Publication.TEN, roll_total=Fraction(9), winner="1")

    assert found == (Certainty("1", None, 1), Certainty("1", "AR", 1))
    assert finest(voters, figures, roll_total=Fraction(9), winner="1") == Publication.OUTCOME


def test_all_options_together_say_what_none_says_against_the_rest():
    """Three of 3, 3 and 3 weigh 9 like 4, 3 and 2; but then the others could not make 9 from 4s and 2s."""
    weights = [("A", 4), ("A", 4), ("B", 3), ("B", 3), ("B", 3), ("C", 2), ("C", 2), ("C", 2), ("D", 4)]
    voters = [Voter(place, country, Fraction(weight)) for place, (country, weight) in enumerate(weights)]
    figures = [Figure(option, 3, Fraction(9)) for option in OPTIONS]

    found = certain(voters, figures, level=Publication.EXACT, roll_total=Fraction(27))

    assert found == tuple(Certainty(option, country, 1) for option in OPTIONS for country in "BC")


def test_a_country_of_two_weights_is_told_by_country_and_by_weight():
    voters = [
        Voter(1, "ZZ", Fraction(1)),
        Voter(2, "ZZ", Fraction(5)),
        Voter(3, "AR", Fraction(1)),
        Voter(4, "AR", Fraction(1)),
        Voter(5, "BR", Fraction(1)),
    ]
    figures = figures_of(voters, ("1", "2", "1", "2", "1"))

    found = certain(voters, figures, level=Publication.EXACT, roll_total=Fraction(9), winner="2")

    assert found == (Certainty("1", "ZZ", 0, Fraction(5)), Certainty("2", "ZZ", 1, Fraction(5)))


@pytest.mark.parametrize(
    ("light", "heavy", "sum_of_two", "of_heavy"), [(1, 2, 3, 1), (3, 5, 6, 0)], ids=["from 2.5", "below 7.5"]
)
def test_a_sum_beyond_the_edge_of_rounding_is_not_possible(light, heavy, sum_of_two, of_heavy):
    """Of 100, from 2.5 on and below 7.5 is rounded to 5: neither 1 and 1 nor 3 and 5 is."""
    weights = [("A", light), ("B", light), ("C", heavy), ("D", 20), ("E", 20)]
    voters = [Voter(place, country, Fraction(weight)) for place, (country, weight) in enumerate(weights)]
    total = weight_of(voters)
    figures = [Figure("1", 2, Fraction(sum_of_two)), Figure("2", 3, total - sum_of_two)]

    found = certain(voters, figures, level=Publication.FIVE, roll_total=Fraction(100), winner="2")

    assert {each for each in found if (each.option, each.country) == ("1", "C")} == {
        Certainty("1", "C", of_heavy)
    }


@pytest.mark.parametrize(("few", "many"), ["12", "21"])
def test_who_is_first_tells_where_a_heavy_vote_went(few, many):
    voters = [Voter(1, "AR", Fraction(6))] + [
        Voter(place, "BR" if place % 2 else "CL", Fraction(1)) for place in range(2, 6)
    ]
    figures = [Figure(few, 2, Fraction(2)), Figure(many, 3, Fraction(8))]

    found = certain(voters, figures, level=Publication.TEN, roll_total=Fraction(1000), winner=many)

    assert set(found) == {Certainty(few, "AR", 0), Certainty(many, "AR", 1)}


@pytest.mark.parametrize(("few", "many"), ["12", "21"])
def test_a_tie_tells_where_a_heavy_vote_went(few, many):
    voters = [Voter(place, "ABCDE"[place], Fraction((4, 2, 2, 1, 1)[place])) for place in range(5)]
    figures = [Figure(few, 2, Fraction(5)), Figure(many, 3, Fraction(5))]

    found = certain(voters, figures, level=Publication.TEN, roll_total=Fraction(1000))

    assert {each for each in found if each.country == "A"} == {
        Certainty(few, "A", 1),
        Certainty(many, "A", 0),
    }


@settings(max_examples=120, deadline=None)
@given(WEIGHTS, SMALL_VOTES, st.sampled_from(WITH_TOTALS), st.sampled_from([10, 13, 30]))
def test_what_is_certain_is_what_no_way_to_choose_contradicts(weights, votes, level, more):
    voters, choices = small_vote(weights, votes)
    roll_total = weight_of(voters) * Fraction(more, 10)

    found = set(certain(voters, figures_of(voters, choices), level=level, roll_total=roll_total))
    expected = really_certain(voters, choices, level, roll_total)

    # With three options the search may stop once each against the rest has told enough.
    assert found <= expected
    assert bool(found) == bool(expected)
    if len(set(choices)) < 3:
        assert found == expected


@settings(max_examples=60, deadline=None)
@given(WEIGHTS, SMALL_VOTES, st.randoms(use_true_random=False))
def test_the_order_of_voters_and_figures_does_not_matter(weights, votes, random):
    voters, choices = small_vote(weights, votes)
    figures, roll_total = figures_of(voters, choices), weight_of(voters)
    level = finest(voters, figures, roll_total=roll_total)
    found = [certain(voters, figures, level=each, roll_total=roll_total) for each in WITH_TOTALS]
    random.shuffle(voters)
    random.shuffle(figures)

    assert finest(voters, figures, roll_total=roll_total) == level
    assert [certain(voters, figures, level=each, roll_total=roll_total) for each in WITH_TOTALS] == found


@settings(max_examples=60, deadline=None)
@given(WEIGHTS, SMALL_VOTES, st.fractions(Fraction(1, 100), 100))
def test_scaling_all_weights_changes_nothing(weights, votes, factor):
    voters, choices = small_vote(weights, votes)
    scaled = [Voter(voter.place, voter.country, voter.weight * factor) for voter in voters]

    first = finest(voters, figures_of(voters, choices), roll_total=weight_of(voters))

    assert finest(scaled, figures_of(scaled, choices), roll_total=weight_of(scaled)) == first


@settings(max_examples=60, deadline=None)
@given(WEIGHTS, SMALL_VOTES)
def test_what_is_published_makes_nobody_certain(weights, votes):
    voters, choices = small_vote(weights, votes)
    roll_total = weight_of(voters)

    level = finest(voters, figures_of(voters, choices), roll_total=roll_total)

    assert level == Publication.OUTCOME or really_certain(voters, choices, level, roll_total) == set()


@settings(max_examples=40, deadline=None)
@given(WEIGHTS, SMALL_VOTES, st.randoms(use_true_random=False))
def test_the_level_follows_from_the_heads_and_says_nothing_of_the_sums(weights, votes, random):
    voters, choices = small_vote(weights, votes)
    levels = set()
    for _ in range(6):
        shuffled = random.sample(choices, len(choices))
        levels.add(finest(voters, figures_of(voters, tuple(shuffled)), roll_total=weight_of(voters)))

    assert len(levels - {Publication.OUTCOME}) <= 1


@pytest.mark.parametrize("weights", [(1, 1, 1, 1), (3, 2, 2, 1), (4, 3, 2, 1)])
def test_the_outcome_alone_makes_nobody_certain_even_to_who_knows_the_rule(weights):
    voters = [Voter(place, "AABC"[place], Fraction(weight)) for place, weight in enumerate(weights)]
    withheld = [
        choices
        for choices in product(OPTIONS, repeat=len(voters))
        if finest(voters, figures_of(voters, choices), roll_total=weight_of(voters)) == Publication.OUTCOME
        and published(voters, choices, None)[2] == {"1"}
    ]

    for place in range(len(voters)):
        assert {choices[place] for choices in withheld} == set(OPTIONS)


@pytest.mark.parametrize(
    ("heads", "level"),
    [
        ((10, 0, 0), Publication.OUTCOME),
        ((9, 1, 0), Publication.OUTCOME),
        ((9, 0, 1), Publication.OUTCOME),
        ((1, 0, 9), Publication.OUTCOME),
        ((0, 0, 10), Publication.OUTCOME),
        ((8, 2, 0), Publication.EXACT),
        ((8, 1, 1), Publication.EXACT),
        ((5, 5, 0), Publication.EXACT),
        ((4, 3, 3), Publication.EXACT),
    ],
)
def test_where_all_weigh_the_same_only_all_and_all_but_one_are_withheld(heads, level):
    voters = voters_of(one_member_one_vote(members_in({"AR": 4, "BR": 3, "CL": 2, "GY": 1})))
    figures = [Figure(option, each, Fraction(each)) for option, each in zip(OPTIONS, heads, strict=True)]

    assert finest(voters, figures, roll_total=Fraction(10)) == level


def test_where_nobody_voted_nothing_is_withheld():
    figures = [Figure(option, 0, Fraction(0)) for option in OPTIONS]

    assert finest([], figures, roll_total=Fraction(10)) == Publication.EXACT


def test_an_even_vote_of_sixteen_countries_is_published_exactly():
    voters = voters_of(equal_country(members_in(SIXTEEN_COUNTRIES), 100))
    choices = tuple("12"[voter.place % 2] for voter in voters)

    assert finest(voters, figures_of(voters, choices), roll_total=Fraction(100)) == Publication.EXACT


def spread(against, abstaining):
    """A vote of all members of sixteen countries, with so many for "2" and abstaining, spread over them."""
    voters = voters_of(equal_country(members_in(SIXTEEN_COUNTRIES), 100))
    order = Numbers("spread").in_any_order(range(len(voters)))
    choices = ["1"] * len(voters)
    for at in order[:against]:
        choices[at] = "2"
    for at in order[against : against + abstaining]:
        choices[at] = ABSTAIN
    return voters, figures_of(voters, tuple(choices))


@pytest.mark.parametrize(
    ("against", "abstaining", "level"),
    [
        (1, 0, Publication.OUTCOME),
        (2, 0, Publication.OUTCOME),
        (3, 0, Publication.TEN),  # 18 of 20 draws pass, the fewest that will do
        (5, 0, Publication.ONE),
        (7, 0, Publication.EXACT),
        (21, 0, Publication.EXACT),
        (6, 2, Publication.FIVE),  # 12 draws pass, 6 with steps of ten
        (5, 3, Publication.TEN),
    ],
)
def test_the_more_even_a_vote_of_sixteen_countries_the_finer_it_is_published(against, abstaining, level):
    voters, figures = spread(against, abstaining)

    assert finest(voters, figures, roll_total=Fraction(100)) == level


@pytest.mark.parametrize("against", [5, 7])
def test_the_level_does_not_depend_on_the_order_of_the_voters(against):
    voters, figures = spread(against, 0)

    assert finest(voters[::-1], figures, roll_total=Fraction(100)) == finest(
        voters, figures, roll_total=Fraction(100)
    )


def test_one_abstention_of_sixteen_countries_can_only_be_withheld():
    voters = voters_of(equal_country(members_in(SIXTEEN_COUNTRIES), 100))
    choices = tuple(ABSTAIN if voter.place == 1 else "12"[voter.place % 2] for voter in voters)
    figures = figures_of(voters, choices)

    found = certain(voters, figures, level=Publication.TEN, roll_total=Fraction(100))

    # Rounded to tens it is nothing, which a whole country's weight would not be.
    assert found == tuple(Certainty(ABSTAIN, country, 0) for country in ("GY", "MX", "SV", "UY"))
    assert finest(voters, figures, roll_total=Fraction(100)) == Publication.OUTCOME


@pytest.mark.parametrize(
    ("voters", "figures", "winner", "message"),
    [
        ([("AR", 1), ("BR", 1)], [("1", 1, 1), ("1", 1, 1)], None, "told twice"),
        ([("AR", 1), ("BR", 1)], [("1", 1, 1)], None, "heads of the options"),
        ([("AR", 1), ("BR", 1)], [("1", 1, 1), ("2", 1, 2)], None, "do not weigh together"),
        ([("AR", 1), ("BR", 2)], [("1", 1, "3/2"), ("2", 1, "3/2")], None, "no way to share out"),
        ([("AR", 1), ("BR", 3), ("CL", 3)], [("1", 2, 3), ("2", 1, 4)], None, "no way to share out"),
        ([("AR", 1), ("BR", 1)], [("1", 2, 2), ("2", 0, 0)], "2", "cannot have won"),
        ([("AR", 1), ("BR", 1)], [("1", 2, 2), ("2", 0, 0)], "3", "cannot have won"),
        ([("AR", 1), ("BR", 2)], [("1", 1, 1), (ABSTAIN, 1, 2)], ABSTAIN, "cannot have won"),
        ([("AR", 1), ("BR", 1)], [("1", 2, 0), ("2", 0, 2)], None, "without heads"),
        ([("AR", 1), ("BR", 1)], [("1", 3, 3), ("2", -1, -1)], None, "less than nothing"),
        ([("AR", 1), ("BR", 1)], [("1", 1, 3), ("2", 1, -1)], None, "without heads"),
        ([("AR", 0), ("BR", 1)], [("1", 2, 1)], None, "above zero"),
        ([("AR", 9), ("BR", 2)], [("1", 2, 11)], None, "more than the whole roll"),
    ],
)
def test_figures_that_these_voters_cannot_have_given_raise(voters, figures, winner, message):
    voters = [Voter(place, country, Fraction(weight)) for place, (country, weight) in enumerate(voters)]
    figures = [Figure(option, heads, Fraction(weight)) for option, heads, weight in figures]

    with pytest.raises(ValueError, match=message):
        finest(voters, figures, roll_total=Fraction(10), winner=winner)


def test_sums_that_are_possible_one_by_one_and_not_together_raise():
    """Two of them need the only 2 to make 3 from two voters, and the third is a 2."""
    voters = [Voter(place, "ABCDE"[place], Fraction((1, 1, 1, 2, 3)[place])) for place in range(5)]
    figures = [Figure("1", 2, Fraction(3)), Figure("2", 2, Fraction(3)), Figure("3", 1, Fraction(2))]

    with pytest.raises(ValueError, match="no way to share out"):
        finest(voters, figures, roll_total=Fraction(8))


def test_a_place_takes_part_once():
    voters = [Voter(1, "AR", Fraction(1)), Voter(1, "BR", Fraction(1))]

    with pytest.raises(ValueError, match="twice"):
        finest(voters, [Figure("1", 2, Fraction(2))], roll_total=Fraction(2))


@pytest.mark.parametrize("weight", [1.0, True, "1"])
def test_a_weight_that_is_not_exact_raises(weight):
    with pytest.raises(TypeError):
        finest([Voter(1, "AR", weight)], [Figure("1", 1, Fraction(1))], roll_total=Fraction(1))


def test_the_outcome_alone_has_nothing_to_look_into():
    with pytest.raises(ValueError, match="no totals"):
        certain(
            same_weights("AR"),
            [Figure("1", 1, Fraction(1))],
            level=Publication.OUTCOME,
            roll_total=Fraction(1),
        )
