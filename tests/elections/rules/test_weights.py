import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.enums import Weighting
from elections.rules.parameters import check
from elections.rules.weights import (
    EmptyRoll,
    ImpossibleCap,
    Shape,
    UnknownScheme,
    country_cap,
    country_cap_on_cast,
    degressive,
    equal_country,
    one_member_one_vote,
    weigh,
    weigh_by,
)
from tests.elections.rules.corpora import corpus
from tests.elections.rules.rolls import SIXTEEN_COUNTRIES, members_in, totals_by_country

SIXTH, HALF = Fraction(1, 6), Fraction(1, 2)
COUNTS = st.dictionaries(
    st.sampled_from(["AR", "BR", "CL", "CO", "GY", "JM", "MX", "PE", "SV", "UY"]),
    st.integers(1, 9),
    min_size=1,
)


def test_three_members_share_the_one_weight_of_their_country():
    weights = equal_country({"ana": "PE", "luz": "PE", "teo": "PE", "kai": "JM"})

    assert weights == {"ana": SIXTH, "luz": SIXTH, "teo": SIXTH, "kai": HALF}


def test_the_published_roll_of_sixteen_countries_weighs_exactly_one_hundred():
    table = weigh(members_in(SIXTEEN_COUNTRIES), scheme=Weighting.EQUAL_COUNTRY)

    assert table.total == 100
    assert table.countries == 16
    assert {country: table.weights[f"{country}1"] for country in ("AR", "BR", "CO", "CL", "MX")} == {
        "AR": Fraction(25, 32),
        "BR": Fraction(25, 16),
        "CO": Fraction(25, 12),
        "CL": Fraction(25, 8),
        "MX": Fraction(25, 4),
    }


def test_the_corpus_of_published_coefficients_is_met_to_the_rounded_digit():
    from elections.rules.figures import half_up

    published = json.loads(corpus("o09-lacralo-country-coefficients-16.json"))["rows"]

    weights = equal_country(members_in({row["country"]: row["als"] for row in published}), 100)

    assert {row["country"]: half_up(weights[f"{row['country']}1"]) for row in published} == {
        row["country"]: row["coefficient_published_2dp"] for row in published
    }


def test_the_corpus_of_2008_had_thirteen_countries():
    expected = json.loads(corpus("o15-lacralo-2008-2009-weights.json"))["2008"]["expected"]

    weights = equal_country({str(number): f"country {number}" for number in range(13)}, 100)

    assert set(weights.values()) == {Fraction(expected["country_share_exact"])}


def test_ten_heads_to_two_are_an_exact_tie():
    weights = equal_country(members_in({"AR": 9, "BR": 2, "NI": 1}))

    yes = sum(weights[f"AR{number}"] for number in range(1, 10)) + weights["BR1"]

    assert (yes, weights["BR2"] + weights["NI1"]) == (HALF, HALF)


def test_three_votes_of_barbados_are_exactly_one_of_guyana():
    weights = equal_country(members_in(SIXTEEN_COUNTRIES), 100)

    assert 3 * weights["BB1"] == weights["GY1"]


def test_the_voter_sees_the_formula_with_their_own_numbers():
    facts = weigh_by(check({}), members_in(SIXTEEN_COUNTRIES)).facts("CL2")

    assert facts == {
        "scheme": "equal_country",
        "countries": 16,
        "country": "CL",
        "members": 2,
        "total": "100",
        "country_weight": "6.25",
        "country_weight_exact": "25/4",
        "weight": "3.125",
        "weight_exact": "25/8",
    }


def test_one_member_one_vote_weighs_one_or_an_even_part_of_a_total():
    roll = members_in({"AR": 2, "MX": 1})

    assert set(one_member_one_vote(roll).values()) == {Fraction(1)}
    assert weigh(roll, scheme=Weighting.ONE_MEMBER_ONE_VOTE, total=100).weights == {
        "AR1": Fraction(100, 3),
        "AR2": Fraction(100, 3),
        "MX1": Fraction(100, 3),
    }


def test_a_cap_on_the_roll_scales_large_countries_only():
    weights = country_cap(members_in({"AR": 9, "BR": 2, "NI": 1}), Fraction(1, 4))

    assert totals_by_country(weights) == {"AR": 3, "BR": 2, "NI": 1}


@pytest.mark.parametrize(
    ("heads", "share", "expected"),
    [
        (
            {"AR": 9, "BR": 4, "JM": 3, "CL": 2, "NI": 1},
            Fraction(1, 4),
            {"AR": 3, "BR": 3, "JM": 3, "CL": 2, "NI": 1},
        ),
        ({"AR": 9, "BR": 2, "NI": 1}, HALF, {"AR": 3, "BR": 2, "NI": 1}),
        ({"AR": 9, "BR": 2, "NI": 1, "UY": 0}, Fraction(1), {"AR": 9, "BR": 2, "NI": 1}),
    ],
)
def test_a_cap_on_the_cast_votes_is_a_share_of_what_results(heads, share, expected):
    assert country_cap_on_cast(heads, share) == expected


def test_degressive_weights_follow_the_scale():
    weights = degressive(members_in({"A": 1, "B": 2, "C": 4, "D": 9}))

    assert totals_by_country(weights) == {"A": Fraction(3, 2), "B": 2, "C": 3, "D": 4}
    assert weights["D1"] == Fraction(4, 9)


@pytest.mark.parametrize("scheme", Weighting)
def test_an_empty_roll_is_a_loud_error(scheme):
    with pytest.raises(EmptyRoll):
        weigh({}, scheme=scheme)


def test_an_unknown_scheme_is_a_loud_error():
    with pytest.raises(UnknownScheme):
        weigh({"a": "AR"}, scheme="penrose")


@pytest.mark.parametrize("share", [Fraction(0), Fraction(3, 2), Fraction(-1, 2)])
def test_a_cap_is_a_share(share):
    with pytest.raises(ImpossibleCap):
        country_cap({"a": "AR"}, share)


def test_too_few_countries_cannot_respect_a_cap_on_the_cast_votes():
    with pytest.raises(ImpossibleCap):
        country_cap_on_cast({"AR": 2, "BR": 3}, Fraction(1, 3))
    with pytest.raises(EmptyRoll):
        country_cap_on_cast({"AR": 0}, HALF)


@pytest.mark.parametrize(
    "weigh_with_a_float",
    [
        lambda: equal_country({"a": "AR"}, 100.0),
        lambda: one_member_one_vote({"a": "AR"}, 1.0),
        lambda: country_cap({"a": "AR"}, 0.5),
        lambda: country_cap_on_cast({"AR": 1.0}, HALF),
        lambda: degressive({"a": "AR"}, Shape(1.0)),
        lambda: weigh({"a": "AR"}, scheme=Weighting.DEGRESSIVE, total=100.0),
    ],
)
def test_a_float_is_refused_everywhere(weigh_with_a_float):
    with pytest.raises(TypeError):
        weigh_with_a_float()


# Properties 1 to 4, 9 and 10 of `counting.md` section 5


@given(COUNTS)
def test_every_country_weighs_exactly_the_same_and_all_weigh_one(counts):
    totals = totals_by_country(equal_country(members_in(counts)))

    assert set(totals.values()) == {Fraction(1, len(counts))}
    assert sum(totals.values()) == 1


@given(COUNTS)
def test_one_member_more_in_a_country_changes_only_its_own_weights(counts):
    before = equal_country(members_in(counts))
    grown = min(counts)

    after = equal_country(members_in(counts | {grown: counts[grown] + 1}))

    others = {member: weight for member, weight in before.items() if not member.startswith(grown)}
    assert {member: after[member] for member in others} == others


@given(COUNTS)
def test_one_country_more_rescales_all_others_alike(counts):
    before = equal_country(members_in(counts))

    after = equal_country(members_in(counts | {"ZZ": 3}))

    assert {after[member] / before[member] for member in before} == {Fraction(len(counts), len(counts) + 1)}


@given(st.integers(1, 9), st.integers(1, 9))
def test_with_equally_many_members_everywhere_both_schemes_agree(countries, members):
    roll = members_in({f"C{number:02}": members for number in range(countries)})

    assert equal_country(roll, len(roll)) == one_member_one_vote(roll)


@given(COUNTS)
def test_the_order_of_the_roll_does_not_matter(counts):
    roll = members_in(counts)

    for scheme in Weighting:
        backward = weigh(dict(reversed(roll.items())), scheme=scheme)
        assert dict(backward.weights) == dict(weigh(roll, scheme=scheme).weights)


@given(COUNTS, st.fractions(min_value=Fraction(1, 10), max_value=1))
def test_a_cap_on_the_roll_holds_and_leaves_small_countries_their_heads(counts, share):
    roll = members_in(counts)

    totals = totals_by_country(country_cap(roll, share))

    assert all(total <= share * len(roll) for total in totals.values())
    assert all(totals[country] == count for country, count in counts.items() if count <= share * len(roll))


@given(COUNTS, st.fractions(min_value=Fraction(1, 10), max_value=1))
def test_a_cap_on_the_cast_votes_is_its_own_fixed_point(counts, share):
    if share * len(counts) < 1:
        share = Fraction(1, len(counts))

    totals = country_cap_on_cast(counts, share)

    whole = sum(totals.values())
    assert totals == {country: min(count, share * whole) for country, count in counts.items()}


@given(COUNTS)
def test_a_cap_of_one_part_in_n_with_everybody_voting_is_equal_national_weight(counts):
    totals = country_cap_on_cast(counts, Fraction(1, len(counts)))

    assert len(set(totals.values())) == 1


@given(COUNTS, st.fractions(min_value=Fraction(1, 10), max_value=1))
def test_one_voter_more_never_lowers_a_country_under_the_cap(counts, share):
    if share * len(counts) < 1:
        share = Fraction(1, len(counts))
    grown = min(counts)

    more = country_cap_on_cast(counts | {grown: counts[grown] + 1}, share)

    assert more[grown] >= country_cap_on_cast(counts, share)[grown]


@given(
    st.fractions(min_value=0, max_value=10),
    st.fractions(min_value=Fraction(1, 10), max_value=10),
    st.fractions(min_value=1, max_value=20),
)
def test_degressive_weights_grow_with_the_country_and_shrink_with_each_member(base, divisor, most):
    shape = Shape(base, divisor, most)
    totals = [shape.of_country(members) for members in range(1, 30)]
    each = [total / members for members, total in enumerate(totals, 1)]

    assert totals == sorted(totals)
    assert each == sorted(each, reverse=True)


@given(COUNTS, st.fractions(min_value=Fraction(1, 100), max_value=1000))
def test_a_total_scales_every_scheme_exactly(counts, total):
    roll = members_in(counts)

    for scheme in Weighting:
        table = weigh(roll, scheme=scheme, total=total)
        assert table.total == total
        assert all(type(weight) is Fraction for weight in table.weights.values())
