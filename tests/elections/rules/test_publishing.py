"""What of a secret count is published, level by level."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.enums import QuorumBase, QuorumBoundary, RatificationBoundary
from elections.enums.publication import Publication
from elections.rules.count import ABSTAIN, Ballot, plurality, ratification, with_quorum
from elections.rules.publishing import secret_quorum, secret_tally, secret_trace
from elections.rules.quorum import Quorum

ROLL = Fraction(100)
ROUNDED = (Publication.ONE, Publication.FIVE, Publication.TEN)
#: Weights and choices: "2" has 30, "1" has 27.5 and "3" has 22.5 of 100; 3.5 abstain.
VOTES = [
    (Fraction(30), "2"),
    (Fraction(25, 2), "1"),
    (Fraction(15), "1"),
    (Fraction(45, 2), "3"),
    (Fraction(7, 2), ABSTAIN),
]


def counted(votes=VOTES, candidates=("1", "2", "3")):
    """The exact tally of (weight, choice) pairs."""
    ballots = [Ballot(str(place), weight, choice) for place, (weight, choice) in enumerate(votes)]
    return plurality(ballots, candidates)


def quorum(present=5, required=4, counts_abstentions=True):
    """A quorum of eight members."""
    return Quorum(
        QuorumBase.ACTIVE,
        8,
        Fraction(1, 2),
        QuorumBoundary.AT_LEAST,
        counts_abstentions,
        required,
        present,
    )


def published(level, tally=None):
    return secret_tally(tally or counted(), level=level, roll_total=ROLL)


def weights(told):
    return [(each["option"], each["heads"], each["weight"]) for each in told["totals"]]


def test_exact_totals_are_those_of_the_count():
    assert published(Publication.EXACT) == {
        "state": "elected",
        "elected": "2",
        "tied": [],
        "totals": [
            {"option": "2", "heads": 1, "weight": "30"},
            {"option": "1", "heads": 2, "weight": "55/2"},
            {"option": "3", "heads": 1, "weight": "45/2"},
        ],
        "abstentions": {"option": "abstain", "heads": 1, "weight": "7/2"},
        "for_options": {"option": "options", "heads": 4, "weight": "80"},
        "cast": {"option": "cast", "heads": 5, "weight": "167/2"},
        "publication": {"level": "exact", "step": None},
    }


@pytest.mark.parametrize(
    ("level", "step", "totals", "abstentions"),
    [
        (Publication.ONE, "1", [("2", 1, "30"), ("1", 2, "28"), ("3", 1, "23")], "4"),
        (Publication.FIVE, "5", [("1", 2, "30"), ("2", 1, "30"), ("3", 1, "25")], "5"),
        (Publication.TEN, "10", [("1", 2, "30"), ("2", 1, "30"), ("3", 1, "20")], "0"),
    ],
)
def test_totals_are_rounded_half_up_and_the_outcome_is_exact(level, step, totals, abstentions):
    told = published(level)

    assert told["publication"] == {"level": level, "step": step}
    assert weights(told) == totals
    assert told["abstentions"] == {"option": "abstain", "heads": 1, "weight": abstentions}
    assert (told["state"], told["elected"]) == ("elected", "2")


@pytest.mark.parametrize("level", ROUNDED)
def test_the_order_of_options_tells_no_more_than_their_rounded_weights(level):
    """Exactly, "2" is ahead of "1" or behind it; both are published as 30."""
    ahead = published(level, counted([(Fraction(302, 10), "2"), (Fraction(301, 10), "1")]))
    behind = published(level, counted([(Fraction(301, 10), "2"), (Fraction(302, 10), "1")]))

    assert (ahead["elected"], behind["elected"]) == ("2", "1")
    assert ahead["totals"] == behind["totals"]
    assert [option for option, _, _ in weights(ahead)] == ["1", "2", "3"]


@pytest.mark.parametrize("level", [Publication.EXACT, *ROUNDED])
def test_all_candidates_together_are_what_the_published_abstentions_leave(level):
    told = published(level)

    left = Fraction(told["cast"]["weight"]) - Fraction(told["abstentions"]["weight"])
    assert told["for_options"] == {"option": "options", "heads": 4, "weight": str(left)}


def test_abstentions_that_are_rounded_up_beyond_all_ballots_leave_nothing():
    votes = [(Fraction(1, 8), "1"), (Fraction(1, 8), "2"), (Fraction(6), ABSTAIN), (Fraction(5, 2), ABSTAIN)]

    told = published(Publication.TEN, counted(votes))

    assert (told["cast"]["weight"], told["abstentions"]["weight"]) == ("35/4", "10")
    assert told["for_options"] == {"option": "options", "heads": 2, "weight": "0"}


def test_of_an_outcome_alone_nothing_but_the_ballots_cast_is_told():
    assert published(Publication.OUTCOME) == {
        "state": "elected",
        "elected": "2",
        "tied": [],
        "totals": [],
        "abstentions": None,
        "for_options": None,
        "cast": {"option": "cast", "heads": 5, "weight": "167/2"},
        "publication": {"level": "outcome", "step": None},
    }


@pytest.mark.parametrize("level", [Publication.EXACT, *ROUNDED])
def test_a_roll_that_weighs_nothing_is_refused(level):
    with pytest.raises(ValueError, match="more than nothing"):
        secret_tally(counted(), level=level, roll_total=Fraction(0))


@given(
    st.lists(
        st.tuples(
            st.fractions(min_value=Fraction(1, 20), max_value=3, max_denominator=40),
            st.sampled_from(["1", "2", "3", ABSTAIN]),
        ),
        max_size=25,
    ),
    st.sampled_from(ROUNDED),
)
def test_no_published_total_is_further_from_the_exact_one_than_half_a_step(votes, level):
    tally = counted(votes)

    told = published(level, tally)

    step = Fraction(told["publication"]["step"])
    exact = {each.option: each for each in (*tally.totals, tally.abstentions)}
    for each in [*told["totals"], told["abstentions"]]:
        assert Fraction(each["weight"]) % step == 0
        assert -step / 2 <= exact[each["option"]].weight - Fraction(each["weight"]) < step / 2
        assert each["heads"] == exact[each["option"]].heads


# The told count


def told(tally, level, facts=None, **named):
    facts = facts or quorum()
    return secret_trace(with_quorum(tally, facts), facts, level=level, roll_total=ROLL, **named)


def test_a_published_count_is_told_with_its_rounded_weights():
    lines = told(counted(), Publication.FIVE)

    document = published(Publication.FIVE)
    assert lines == [
        {"code": "trace.published", "facts": {"level": "five", "step": "5"}},
        {"code": "trace.ballots", "facts": document["cast"]},
        {"code": "trace.abstentions", "facts": document["abstentions"]},
        *({"code": "trace.total", "facts": each} for each in document["totals"]),
        {"code": "trace.secret_elected", "facts": {"option": "2"}},
        {"code": "trace.quorum_met", "facts": quorum().facts},
    ]


def test_an_outcome_alone_is_told_without_any_total():
    lines = told(counted(), Publication.OUTCOME)

    assert lines == [
        {"code": "trace.published", "facts": {"level": "outcome", "step": None}},
        {"code": "trace.ballots", "facts": {"option": "cast", "heads": 5, "weight": "167/2"}},
        {"code": "trace.secret_elected", "facts": {"option": "2"}},
        {"code": "trace.quorum_met", "facts": quorum().facts},
    ]


def ratified(*votes, boundary=RatificationBoundary.YES_EXCEEDS_NO):
    return ratification([Ballot(str(n), Fraction(1), each) for n, each in enumerate(votes)], "1", boundary)


@pytest.mark.parametrize("level", Publication)
@pytest.mark.parametrize(
    ("tally", "candidate", "ending"),
    [
        (counted(), None, {"code": "trace.secret_elected", "facts": {"option": "2"}}),
        (
            counted([(Fraction(2), "1"), (Fraction(2), "3"), (Fraction(1), "2")]),
            None,
            {"code": "trace.secret_tie", "facts": {"options": ["1", "3"]}},
        ),
        (counted([(Fraction(2), ABSTAIN)]), None, {"code": "trace.no_votes", "facts": {}}),
        (ratified(ABSTAIN), "1", {"code": "trace.no_votes", "facts": {}}),
        (
            ratified("yes", "yes", "no"),
            "1",
            {"code": "trace.secret_ratified", "facts": {"candidate": "1"}},
        ),
        (ratified("yes", "no"), "1", {"code": "trace.secret_not_ratified", "facts": {"candidate": "1"}}),
    ],
)
def test_every_outcome_is_told_without_the_sums_that_decided_it(level, tally, candidate, ending):
    assert told(tally, level, candidate=candidate)[-2] == ending


@pytest.mark.parametrize("level", Publication)
def test_without_a_quorum_nobody_learns_who_would_have_been_elected(level):
    unmet = quorum(present=3)

    codes = [line["code"] for line in told(counted(), level, unmet)]

    opening = ["trace.published", "trace.ballots"]
    totals = [] if level == Publication.OUTCOME else ["trace.abstentions", *["trace.total"] * 3]
    assert codes == [*opening, *totals, "trace.quorum_not_met"]


# The quorum


@pytest.mark.parametrize("level", Publication)
@pytest.mark.parametrize("counts_abstentions", [True, False])
def test_heads_of_the_quorum_are_withheld_only_where_they_would_tell_the_abstentions(
    level, counts_abstentions
):
    found = quorum(counts_abstentions=counts_abstentions)

    whole = {
        "present": 5,
        "base": 8,
        "base_kind": "active",
        "percentage": "62.50",
        "required": 4,
        "share": "1/2",
        "boundary": "at_least",
        "counts_abstentions": counts_abstentions,
        "met": True,
    }
    hidden = set()
    if level == Publication.OUTCOME and not counts_abstentions:
        hidden = {"present", "percentage"}
    assert secret_quorum(found, level=level) == {
        name: fact for name, fact in whole.items() if name not in hidden
    }


@pytest.mark.parametrize(
    ("present", "code"), [(5, "trace.quorum_met_only"), (3, "trace.quorum_not_met_only")]
)
def test_a_quorum_without_heads_is_told_in_a_line_of_its_own(present, code):
    found = quorum(present=present, counts_abstentions=False)

    assert told(counted(), Publication.OUTCOME, found)[-1] == {
        "code": code,
        "facts": {
            "base": 8,
            "base_kind": "active",
            "required": 4,
            "share": "1/2",
            "boundary": "at_least",
            "counts_abstentions": False,
        },
    }
