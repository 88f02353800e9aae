"""Counting: a winner, a tie, no quorum, nobody; and only after the close, once."""

import pytest

from elections.enums import Bar, TallyState, Trace
from elections.selectors.bundles import composed_bundle
from elections.selectors.results import result_facts
from elections.services.proclamations import proclaim
from elections.services.tallies import count_vote
from lacralo.core.verdicts import Refused
from lacralo.core.verdicts.phrases import sentence
from tests.builders import accredited, person
from tests.elections.builders import officer
from tests.elections.poll import HOUR, closed, count_of, end_of_vote, open_vote_of, vote, vote_many

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def members():
    """Places 1 (Jamaica, 50), 2 and 3 (Peru, 25 each)."""
    return [accredited("Red Andina", "PE"), accredited("Red Costa", "PE"), accredited("Red Canaria", "JM")]


def bars(refusal) -> list:
    return [line.code for line in refusal.value.verdict.bars]


def test_weights_decide_and_heads_stand_beside_them():
    election = open_vote_of()
    vote_many(election, {1: "2", 2: "1", 3: "abstain"})

    tally = count_of(election)

    facts = result_facts(election)
    assert (tally.state, tally.elected.nominee.name) == (TallyState.ELECTED, "Beto Brito")
    assert [(total.label, total.heads, total.weight) for total in facts.totals] == [
        ("Beto Brito", 1, 50),
        ("Ana Alva", 1, 25),
    ]
    assert (facts.for_options.weight, facts.cast.weight) == (75, 100)


def test_an_exact_tie_elects_nobody_though_the_heads_differ():
    election = open_vote_of()
    vote_many(election, {1: "2", 2: "1", 3: "1"})

    tally = count_of(election)

    assert (tally.state, tally.elected) == (TallyState.TIE, None)
    facts = result_facts(election)
    assert facts.state == TallyState.TIE
    told = {line.code: sentence(line) for line in facts.trace}
    assert "Ana Alva, Beto Brito" in told[Trace.TIE]
    with pytest.raises(Refused) as refusal:
        proclaim(election=election, by=officer(), now=end_of_vote(election) + 1000 * HOUR)
    assert Bar.NOBODY_ELECTED in bars(refusal)


def test_without_a_quorum_nobody_is_elected():
    election = open_vote_of()
    vote(election, 1, "1")

    tally = count_of(election)

    assert (tally.state, tally.elected) == (TallyState.NO_QUORUM, None)
    assert (tally.record["quorum"]["present"], tally.record["quorum"]["required"]) == (1, 2)


@pytest.mark.parametrize(
    ("choices", "state"),
    [({1: "yes", 2: "no"}, TallyState.ELECTED), ({1: "no", 2: "yes"}, TallyState.NOT_RATIFIED)],
)
def test_a_single_candidate_is_ratified_or_not(choices, state):
    election = open_vote_of(names=["Ana Alva"], uncontested="ratification")
    vote_many(election, choices)

    assert count_of(election).state == state
    election.refresh_from_db()
    assert composed_bundle(election)["tally"]["state"] == state


def test_counting_waits_for_the_close_and_happens_once():
    election = open_vote_of()
    vote_many(election, {1: "1", 2: "1"})
    with pytest.raises(Refused) as refusal:
        count_vote(election=election, by=officer(), now=end_of_vote(election))
    closed(election)
    now = end_of_vote(election) + HOUR
    with pytest.raises(Refused):
        count_vote(election=election, by=person(), now=now)

    first = count_vote(election=election, by=officer(), now=now)
    again = count_vote(election=election, by=officer(), now=now + HOUR)

    assert bars(refusal) == [Bar.NOT_CLOSED]
    assert first == again
    assert election.tallies.count() == 1
