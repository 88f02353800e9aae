import pytest

from elections.enums import NominationState as State
from elections.workflows import NOMINATION
from lacralo.core.workflow import IllegalMove

GRID = {
    (State.SUBMITTED, "accept"): State.ACCEPTED,
    (State.SUBMITTED, "decline"): State.DECLINED,
    (State.SUBMITTED, "withdraw"): State.WITHDRAWN,
    (State.SUBMITTED, "lapse"): State.LAPSED,
    (State.ACCEPTED, "withdraw"): State.WITHDRAWN,
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("move", NOMINATION.moves)
def test_a_nomination_moves_only_along_the_table(state, move):
    if (state, move) in GRID:
        assert NOMINATION.move(state, move) == GRID[state, move]
    else:
        with pytest.raises(IllegalMove):
            NOMINATION.move(state, move)


def test_a_nomination_begins_as_submitted():
    assert NOMINATION.initial == State.SUBMITTED


@pytest.mark.parametrize("state", State)
def test_the_buttons_are_those_of_the_table(state):
    assert NOMINATION.moves_from(state) == tuple(move for from_state, move in GRID if from_state == state)


def test_a_move_nobody_knows_is_illegal():
    with pytest.raises(IllegalMove):
        NOMINATION.move(State.SUBMITTED, "elect")
