import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.enums import Bar, QuorumBase, QuorumBoundary
from elections.rules.parameters import check
from elections.rules.quorum import NoBase, assess, required
from tests.elections.rules.corpora import corpus

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    ("base", "boundary", "needed"),
    [
        (50, QuorumBoundary.AT_LEAST, 25),
        (50, QuorumBoundary.MORE_THAN, 26),
        (50, QuorumBoundary.PLUS_ONE_ROUNDED_DOWN, 26),
        (50, QuorumBoundary.PLUS_ONE_ROUNDED_UP, 26),
        (51, QuorumBoundary.AT_LEAST, 26),
        (51, QuorumBoundary.MORE_THAN, 26),
        (51, QuorumBoundary.PLUS_ONE_ROUNDED_DOWN, 26),
        (51, QuorumBoundary.PLUS_ONE_ROUNDED_UP, 27),
        (1, QuorumBoundary.AT_LEAST, 1),
        (1, QuorumBoundary.MORE_THAN, 1),
        (2, QuorumBoundary.PLUS_ONE_ROUNDED_UP, 2),
        (50, QuorumBoundary.FIXED, 9),
        (50, QuorumBoundary.NONE, 0),
    ],
)
def test_the_boundary_says_how_many_are_needed(base, boundary, needed):
    assert required(base, share=HALF, boundary=boundary, fixed=9) == needed


def test_two_thirds_of_the_members_are_rounded_up_to_heads():
    assert required(47, share=Fraction(2, 3), boundary=QuorumBoundary.AT_LEAST) == 32


def test_the_corpus_of_2008_needed_fifteen_of_twenty_eight():
    year = json.loads(corpus("o15-lacralo-2008-2009-weights.json"))["2008"]
    rules = check({"quorum_boundary": "more_than", "quorum_base": "accredited"})

    quorum = assess(base=year["als_accredited"], ballots=year["als_voting"], abstentions=0, rules=rules)

    assert quorum.required == year["expected"]["quorum_needed"]
    assert quorum.met is year["expected"]["quorate"]


@pytest.mark.parametrize(("ballots", "met"), [(24, False), (25, True), (26, True)])
def test_exactly_half_is_at_least_half(ballots, met):
    quorum = assess(base=50, ballots=ballots, abstentions=0, rules=check({}))

    assert quorum.met is met
    assert bool(quorum.verdict) is met


@pytest.mark.parametrize(("ballots", "met"), [(25, False), (26, True)])
def test_exactly_half_is_not_half_plus_one(ballots, met):
    rules = check({"quorum_boundary": "plus_one_rounded_down"})

    assert assess(base=50, ballots=ballots, abstentions=0, rules=rules).met is met


@pytest.mark.parametrize(("counts", "present", "met"), [(True, 25, True), (False, 20, False)])
def test_abstentions_count_for_the_quorum_where_the_rule_says_so(counts, present, met):
    rules = check({"quorum_counts_abstentions": counts})

    quorum = assess(base=50, ballots=25, abstentions=5, rules=rules)

    assert (quorum.present, quorum.met) == (present, met)


def test_the_arithmetic_names_its_base():
    quorum = assess(base=41, ballots=23, abstentions=2, rules=check({}))

    assert quorum.facts == {
        "present": 23,
        "base": 41,
        "base_kind": "active",
        "percentage": "56.10",
        "required": 21,
        "share": "1/2",
        "boundary": "at_least",
        "counts_abstentions": True,
    }
    line = quorum.verdict.lines[0]
    assert (line.code, line.article, line.facts) == (Bar.QUORUM_NOT_MET, "RoP s.15", quorum.facts)
    assert quorum.base_kind == QuorumBase.ACTIVE


@pytest.mark.parametrize("base", [0, -3])
def test_a_quorum_of_nobody_is_a_loud_error(base):
    with pytest.raises(NoBase):
        required(base, share=HALF, boundary=QuorumBoundary.AT_LEAST)


def test_a_float_is_refused():
    with pytest.raises(TypeError):
        required(50, share=0.5, boundary=QuorumBoundary.AT_LEAST)


@given(st.integers(1, 10_000), st.fractions(min_value=0, max_value=1), st.sampled_from(QuorumBoundary))
def test_what_is_needed_is_a_whole_number_between_the_boundaries(base, share, boundary):
    needed = required(base, share=share, boundary=boundary)

    assert type(needed) is int
    if boundary == QuorumBoundary.AT_LEAST:
        assert needed >= base * share > needed - 1
    if boundary == QuorumBoundary.MORE_THAN:
        assert needed > base * share >= needed - 1
