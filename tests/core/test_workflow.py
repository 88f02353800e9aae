"""Only the table yields a new state."""

from enum import StrEnum

import pytest

from lacralo.core.workflow import IllegalMove, Workflow


class State(StrEnum):
    DRAFT = "draft"
    OPEN = "open"
    OVER = "over"


TABLE = Workflow(
    initial=State.DRAFT,
    moves={
        "open": (frozenset({State.DRAFT}), State.OPEN),
        "end": (frozenset({State.DRAFT, State.OPEN}), State.OVER),
    },
)


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("move", TABLE.moves)
def test_a_state_moves_only_along_the_table(state, move):
    sources, target = TABLE.moves[move]

    if state in sources:
        assert TABLE.move(state, move) == target
    else:
        with pytest.raises(IllegalMove, match=f"{move} from {state}"):
            TABLE.move(state, move)


def test_a_move_that_the_table_does_not_know_is_illegal():
    with pytest.raises(IllegalMove):
        TABLE.move(State.DRAFT, "vanish")


def test_the_legal_moves_of_a_state_come_in_the_order_of_the_table():
    assert [TABLE.moves_from(state) for state in State] == [("open", "end"), ("end",), ()]
