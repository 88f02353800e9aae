"""A task moves only along the table."""

import pytest

from lacralo.core.workflow import IllegalMove
from members.enums.plan import TaskStatus as Status
from members.workflows.plan import PLAN_TASK

LEGAL = {
    (Status.TODO, "start"): Status.UNDER_WAY,
    (Status.TODO, "finish"): Status.DONE,
    (Status.UNDER_WAY, "finish"): Status.DONE,
    (Status.TODO, "drop"): Status.DROPPED,
    (Status.UNDER_WAY, "drop"): Status.DROPPED,
    (Status.DONE, "reopen"): Status.TODO,
    (Status.DROPPED, "reopen"): Status.TODO,
}


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("move", PLAN_TASK.moves)
def test_a_task_moves_only_along_the_table(status, move):
    if (status, move) in LEGAL:
        assert PLAN_TASK.move(status, move) == LEGAL[status, move]
    else:
        with pytest.raises(IllegalMove):
            PLAN_TASK.move(status, move)
