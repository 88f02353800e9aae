"""An application moves only along its tables."""

import pytest

from members.enums.accreditation import Course, Move, Stage
from members.workflows.accreditation import OPEN, is_legal, moves_from

_FORWARD = {
    (Stage.DRAFT, Move.SUBMIT),
    (Stage.SUBMITTED, Move.EXAMINE),
    (Stage.DUE_DILIGENCE, Move.ASK_ADVICE),
    (Stage.ADVICE, Move.RECORD_ADVICE),
    (Stage.ALAC, Move.ACCEPT),
    (Stage.ALAC, Move.REJECT),
}


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("move", Move)
def test_what_runs_moves_one_step_is_held_or_withdrawn(stage, move):
    expected = {
        Move.WITHDRAW: stage in OPEN | {Stage.DRAFT},
        Move.HOLD: stage in OPEN - {Stage.ALAC},
        Move.SUSPEND: stage == Stage.ALAC,
        Move.RESUME: False,
    }.get(move, (stage, move) in _FORWARD)

    assert is_legal(stage, Course.RUNNING, move) == expected


@pytest.mark.parametrize("course", [Course.ON_HOLD, Course.SUSPENDED])
@pytest.mark.parametrize("stage", sorted(OPEN))
def test_what_waits_only_goes_on_or_is_withdrawn(stage, course):
    assert moves_from(stage, course) == (Move.WITHDRAW, Move.RESUME)
