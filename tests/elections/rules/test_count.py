from decimal import Decimal
from fractions import Fraction
from math import lcm
from types import SimpleNamespace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from votelib.evaluate.core import Plurality as VotelibPlurality
from votelib.evaluate.core import Tie
from whalrus import RulePlurality

from elections.enums import QuorumBase, QuorumBoundary, RatificationBoundary, TallyState, Trace
from elections.rules.count import (
    ABSTAIN,
    NO,
    YES,
    Ballot,
    Total,
    TwoBallots,
    UnknownChoice,
    last_of_each_place,
    plurality,
    ratification,
    with_quorum,
)
from elections.rules.quorum import Quorum
from elections.rules.weights import equal_country
from tests.elections.rules.rolls import members_in

CANDIDATES = ("1", "2", "3")
WEIGHTS = st.fractions(min_value=Fraction(1, 50), max_value=50, max_denominator=50)
VOTES = st.lists(st.tuples(WEIGHTS, st.sampled_from([*CANDIDATES, ABSTAIN])), max_size=30)


def ballots_of(votes):
    """Ballots of as many places from (weight, choice) pairs."""
    return [Ballot(str(place), Fraction(weight), choice) for place, (weight, choice) in enumerate(votes, 1)]


def met(present=30, required=26):
    """A quorum of 51 members."""
    return Quorum(QuorumBase.ACTIVE, 51, Fraction(1, 2), QuorumBoundary.AT_LEAST, True, required, present)


def test_most_weighted_votes_win_whatever_the_heads():
    tally = plurality(ballots_of([(1, "1"), (1, "1"), (1, "1"), (4, "2")]), CANDIDATES)

    assert (tally.state, tally.elected, tally.tied) == (TallyState.ELECTED, "2", ())
    assert tally.totals == (Total("2", 1, 4), Total("1", 3, 3), Total("3", 0, 0))


def test_abstentions_are_reported_and_decide_nothing():
    tally = plurality(ballots_of([(1, "1"), (9, ABSTAIN)]), CANDIDATES)

    assert tally.elected == "1"
    assert tally.abstentions == Total(ABSTAIN, 1, 9)
    assert tally.for_options == Total("options", 1, 1)
    assert tally.cast == Total("cast", 2, 10)


def test_ten_heads_to_two_tie_when_the_weights_are_equal():
    weights = equal_country(members_in({"AR": 9, "BR": 2, "NI": 1}))
    choices = {f"AR{number}": "1" for number in range(1, 10)} | {"BR1": "1", "BR2": "2", "NI1": "2"}

    tally = plurality([Ballot(place, weights[place], choices[place]) for place in weights], CANDIDATES)

    assert (tally.state, tally.elected, tally.tied) == (TallyState.TIE, None, ("1", "2"))
    assert tally.totals == (
        Total("1", 10, Fraction(1, 2)),
        Total("2", 2, Fraction(1, 2)),
        Total("3", 0, 0),
    )


def test_a_difference_that_a_float_would_not_see_decides():
    close = Fraction(1, 10**30)

    tally = plurality(ballots_of([(1, "1"), (1 + close, "2")]), CANDIDATES)

    assert tally.elected == "2"


def test_a_tie_that_a_float_would_not_see_is_a_tie():
    tally = plurality(ballots_of([(Fraction(1, 10), "1")] * 3 + [(Fraction(3, 10), "2")]), CANDIDATES)

    assert tally.state == TallyState.TIE


@pytest.mark.parametrize("votes", [[], [(1, ABSTAIN)], [(5, ABSTAIN), (2, ABSTAIN)]])
def test_without_a_vote_for_anybody_nobody_is_elected(votes):
    tally = plurality(ballots_of(votes), CANDIDATES)

    assert (tally.state, tally.elected, tally.tied) == (TallyState.NO_VOTES, None, ())


@pytest.mark.parametrize("weight", [0.5, 1.0, Decimal(1), "1", True, None])
def test_a_weight_that_is_not_exact_raises(weight):
    with pytest.raises(TypeError):
        plurality([Ballot("1", weight, "1")], CANDIDATES)


@pytest.mark.parametrize("weight", [Fraction(0), Fraction(-1, 2)])
def test_a_weight_is_above_zero(weight):
    with pytest.raises(ValueError, match="above zero"):
        plurality([Ballot("1", weight, "1")], CANDIDATES)


def test_what_is_not_on_the_ballot_raises():
    with pytest.raises(UnknownChoice):
        plurality(ballots_of([(1, "9")]), CANDIDATES)


def test_a_place_counts_once():
    with pytest.raises(TwoBallots):
        plurality([Ballot("1", Fraction(1), "1"), Ballot("1", Fraction(1), "2")], CANDIDATES)


def test_the_last_ballot_of_each_place_counts():
    cast = [SimpleNamespace(place=place, choice=choice) for place, choice in ["a1", "b1", "a2", "c3", "b2"]]

    assert [(each.place, each.choice) for each in last_of_each_place(cast)] == [
        ("a", "2"),
        ("c", "3"),
        ("b", "2"),
    ]


def test_the_count_is_told_line_by_line():
    tally = with_quorum(plurality(ballots_of([(1, "1"), (2, "2"), (1, ABSTAIN)]), CANDIDATES), met())

    assert [line.code for line in tally.trace] == [
        Trace.BALLOTS,
        Trace.ABSTENTIONS,
        Trace.TOTAL,
        Trace.TOTAL,
        Trace.TOTAL,
        Trace.HIGHEST,
        Trace.ELECTED,
        Trace.QUORUM_MET,
    ]
    assert tally.trace[0].facts == {"option": "cast", "heads": 3, "weight": "4"}
    assert tally.trace[6].facts == {"option": "2", "heads": 1, "weight": "2"}


@pytest.mark.parametrize(
    ("votes", "boundary", "state"),
    [
        (["yes", "yes", "no"], RatificationBoundary.YES_EXCEEDS_NO, TallyState.ELECTED),
        (["yes", "no"], RatificationBoundary.YES_EXCEEDS_NO, TallyState.NOT_RATIFIED),
        (["yes", "no"], RatificationBoundary.NO_DOES_NOT_EXCEED_YES, TallyState.ELECTED),
        (["yes", "no", "no"], RatificationBoundary.NO_DOES_NOT_EXCEED_YES, TallyState.NOT_RATIFIED),
        (["abstain"] * 3, RatificationBoundary.NO_DOES_NOT_EXCEED_YES, TallyState.NO_VOTES),
        (["yes", "abstain", "abstain"], RatificationBoundary.YES_EXCEEDS_NO, TallyState.ELECTED),
    ],
)
def test_a_ratification_follows_its_boundary(votes, boundary, state):
    tally = ratification(ballots_of([(1, vote) for vote in votes]), "7", boundary)

    assert tally.state == state
    assert tally.elected == ("7" if state == TallyState.ELECTED else None)


def test_a_ratification_weighs_its_votes():
    tally = ratification(ballots_of([(1, YES), (1, YES), (3, NO)]), "7")

    assert tally.state == TallyState.NOT_RATIFIED


@pytest.mark.parametrize("votes", [[(1, "1")], [(1, "1"), (1, "2")], []])
def test_without_a_quorum_nobody_is_elected_and_nothing_is_hidden(votes):
    before = plurality(ballots_of(votes), CANDIDATES)

    after = with_quorum(before, met(present=25))

    assert (after.state, after.elected, after.tied) == (TallyState.NO_QUORUM, None, ())
    assert after.totals == before.totals
    assert after.trace[-1].code == Trace.QUORUM_NOT_MET


@given(VOTES, st.randoms(use_true_random=False))
def test_the_order_of_ballots_and_candidates_does_not_matter(votes, random):
    ballots, candidates = ballots_of(votes), list(CANDIDATES)
    first = plurality(ballots, candidates)
    random.shuffle(ballots)
    random.shuffle(candidates)

    assert plurality(ballots, candidates) == first


@given(VOTES)
def test_renaming_the_candidates_renames_the_result(votes):
    names = {"1": "3", "2": "1", "3": "2", ABSTAIN: ABSTAIN}
    first = plurality(ballots_of(votes), CANDIDATES)

    second = plurality(ballots_of([(weight, names[choice]) for weight, choice in votes]), CANDIDATES)

    assert second.state == first.state
    assert second.elected == names.get(first.elected)
    assert set(second.tied) == {names[option] for option in first.tied}


@given(VOTES, WEIGHTS)
def test_scaling_all_weights_changes_no_outcome(votes, factor):
    first = plurality(ballots_of(votes), CANDIDATES)

    second = plurality(ballots_of([(weight * factor, choice) for weight, choice in votes]), CANDIDATES)

    assert (second.state, second.elected, second.tied) == (first.state, first.elected, first.tied)
    assert second.cast.weight == first.cast.weight * factor


@given(VOTES, WEIGHTS, st.sampled_from(CANDIDATES))
def test_splitting_a_ballot_into_parts_changes_no_weight(votes, weight, choice):
    whole = plurality(ballots_of([*votes, (weight, choice)]), CANDIDATES)

    parts = plurality(ballots_of([*votes, (weight / 3, choice), (weight * 2 / 3, choice)]), CANDIDATES)

    assert (parts.state, parts.elected, parts.tied) == (whole.state, whole.elected, whole.tied)
    assert [each.weight for each in parts.totals] == [each.weight for each in whole.totals]


@given(VOTES, st.lists(WEIGHTS, max_size=10))
def test_abstentions_change_turnout_only(votes, abstaining):
    first = plurality(ballots_of(votes), CANDIDATES)

    second = plurality(ballots_of(votes + [(weight, ABSTAIN) for weight in abstaining]), CANDIDATES)

    assert (second.state, second.elected, second.totals) == (first.state, first.elected, first.totals)
    assert second.cast.heads == first.cast.heads + len(abstaining)


@given(VOTES, WEIGHTS)
def test_more_votes_never_hurt_who_is_elected(votes, weight):
    first = plurality(ballots_of(votes), CANDIDATES)
    assume(first.elected)

    assert plurality(ballots_of([*votes, (weight, first.elected)]), CANDIDATES).elected == first.elected


@given(VOTES)
def test_nothing_is_lost_and_every_total_is_exact(votes):
    tally = plurality(ballots_of(votes), CANDIDATES)

    assert tally.cast.weight == sum((weight for weight, _ in votes), Fraction(0))
    assert tally.cast.heads == len(votes) == tally.abstentions.heads + tally.for_options.heads
    assert {type(total.weight) for total in (*tally.totals, tally.cast)} == {Fraction}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # one of them reads numbers with an old call
@given(VOTES)
def test_two_other_programs_elect_the_same_once_weights_are_whole_numbers(votes):
    counted = [(weight, choice) for weight, choice in votes if choice != ABSTAIN]
    assume(counted)
    scale = lcm(*(weight.denominator for weight, _ in counted))
    whole = [(int(weight * scale), choice) for weight, choice in counted]

    tally = plurality(ballots_of(counted), CANDIDATES)

    totals = {candidate: 0 for candidate in CANDIDATES}
    for weight, choice in whole:
        totals[choice] += weight
    elected = VotelibPlurality().evaluate(totals, 1)[0]
    leaders = set(elected) if isinstance(elected, Tie) else {elected}
    cowinners = RulePlurality(
        [choice for _, choice in whole], weights=[weight for weight, _ in whole]
    ).cowinners_
    assert leaders == set(cowinners) == (set(tally.tied) or {tally.elected})
