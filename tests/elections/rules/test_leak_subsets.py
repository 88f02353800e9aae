from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from elections.rules.leak_subsets import Electorate
from elections.rules.leak_told import NOWHERE, Told

#: Countries have one weight, but for the last, which has several.
VOTERS = st.lists(
    st.one_of(
        st.sampled_from([("AR", 1), ("BR", 2), ("CL", 2), ("GY", 5)]),
        st.tuples(st.just("ZZ"), st.integers(1, 3)),
    ),
    min_size=1,
    max_size=8,
)
ENDS = st.tuples(st.integers(-2, 25), st.integers(-2, 25))


def choices_of(voters, heads, sums):
    """Every choice of so many voters with such a sum, as a set of positions."""
    return [
        chosen
        for chosen in combinations(range(len(voters)), heads)
        if sums[0] <= sum(voters[at][1] for at in chosen) <= sums[1]
    ]


def counted(electorate, chosen):
    """How many of each group were chosen."""
    groups = [electorate.group_of[at] for at in chosen]
    return tuple(groups.count(at) for at in range(len(electorate.sizes)))


def of_country(voters, chosen, country):
    """How many of a country were chosen."""
    return sum(voters[at][0] == country for at in chosen)


@given(VOTERS, st.integers(0, 8), ENDS)
def test_what_fits_is_what_some_choice_has(voters, heads, sums):
    electorate = Electorate(voters)
    choices = choices_of(voters, heads, sums)

    fit = electorate.fit(electorate.sizes, heads, sums)

    counts = [counted(electorate, chosen) for chosen in choices]
    assert fit.of_group == tuple(
        frozenset(count[at] for count in counts) for at in range(len(electorate.sizes))
    )
    assert dict(zip(electorate.mixed, fit.of_mixed, strict=True)) == {
        country: frozenset(of_country(voters, chosen, country) for chosen in choices)
        for country in electorate.mixed
    }


@given(VOTERS, st.integers(0, 8), ENDS)
def test_the_choices_are_all_there_are_and_each_once(voters, heads, sums):
    electorate = Electorate(voters)
    expected = {counted(electorate, chosen) for chosen in choices_of(voters, heads, sums)}

    found = list(electorate.choices(electorate.sizes, heads, sums))

    assert sorted(found) == sorted(expected)


@given(VOTERS, st.sets(st.integers(0, 7)), st.integers(0, 4), st.integers(0, 4))
def test_an_exchange_proves_that_nothing_is_certain(voters, chosen, less, more):
    electorate = Electorate(voters)
    chosen = {at for at in chosen if at < len(voters)}
    total = sum(voters[at][1] for at in chosen)
    sums = (total - less, total + more)

    if electorate.can_exchange(counted(electorate, chosen), sums):
        choices = choices_of(voters, len(chosen), sums)
        for at, (country, _) in enumerate(voters):
            assert {voter in choice for choice in choices for voter in [at]} == {True, False}
            assert len({of_country(voters, choice, country) for choice in choices}) > 1


def test_an_exchange_within_its_sums_is_enough():
    electorate = Electorate([("AR", 1), ("AR", 1), ("BR", 2), ("BR", 2)])

    assert electorate.can_exchange((1, 1), (2, 4))
    assert not electorate.can_exchange((1, 1), (3, 3))


def test_an_exchange_within_one_country_is_none():
    electorate = Electorate([("ZZ", 1), ("ZZ", 2), ("ZZ", 2)])

    assert not electorate.can_exchange((1, 1), (0, 5))


@given(st.permutations([("AR", 1), ("BR", 2), ("CL", 2), ("ZZ", 1), ("ZZ", 2)]))
def test_the_groups_do_not_depend_on_the_order_of_the_voters(voters):
    electorate = Electorate(voters)

    assert [(group.weight, group.countries) for group in electorate.groups] == [
        (1, (("AR", 1),)),
        (2, (("BR", 1), ("CL", 1))),
        (1, (("ZZ", 1),)),
        (2, (("ZZ", 1),)),
    ]
    assert electorate.mixed == {"ZZ": (2, 4)}


def told(ranges, total, leaders=(), followers=()):
    """What is told, as narrow as it gets."""
    return Told(ranges, total, leaders, followers).narrowed()


def test_a_total_narrows_what_each_can_have():
    narrowed = told({"1": (0, 9), "2": (0, 3), "3": (4, 4)}, 10)

    assert narrowed.ranges == {"1": (3, 6), "2": (0, 3), "3": (4, 4)}


def test_who_is_first_has_more_than_the_others():
    narrowed = told({"1": (0, 10), "2": (0, 10)}, 10, ("1",), ("2",))

    assert (narrowed.pair("1", "2"), narrowed.pair("2", "1")) == ((6, 10), (0, 4))


def test_who_ties_has_as_much():
    narrowed = told({"1": (0, 10), "2": (0, 10), "abstain": (2, 2)}, 10, ("1", "2"))

    assert (narrowed.pair("1", "2"), narrowed.pair("2", "1")) == ((4, 4), (4, 4))


def test_a_tie_of_an_odd_sum_is_nowhere():
    low, high = told({"1": (0, 10), "2": (0, 10)}, 9, ("1", "2")).pair("1", "2")

    assert low > high


def test_sums_that_contradict_each_other_are_nowhere():
    narrowed = told({"1": (6, 9), "2": (0, 9), "3": (0, 9)}, 10, ("1",), ("2", "3"))

    assert narrowed.fixing("3", 5).pair("1", "2") == NOWHERE


@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12), st.integers(0, 3), st.integers(0, 3))
def test_what_is_true_is_never_narrowed_away(first, second, third, less, more):
    sums = {"1": first, "2": second, "3": third}
    leaders = tuple(option for option in "12" if sums[option] == max(first, second))
    followers = tuple(option for option in "12" if option not in leaders)
    ranges = {option: (total - less, total + more) for option, total in sums.items()}

    narrowed = told(ranges, sum(sums.values()), leaders, followers)
    low, high = narrowed.fixing("3", third).pair("1", "2")

    assert all(narrowed.ranges[option][0] <= sums[option] <= narrowed.ranges[option][1] for option in sums)
    assert low <= first <= high
    assert {total for total in range(low, high + 1) if not is_told(total, first, second, ranges)} == set()


def is_told(total, first, second, ranges):
    """Whether "1" can have so much, when "1" and "2" have as much together as they do."""
    other = first + second - total
    by_ranges = all(
        low <= each <= high for each, (low, high) in zip((total, other), ranges.values(), strict=False)
    )
    return by_ranges and (total > other) == (first > second) and (total == other) == (first == second)
