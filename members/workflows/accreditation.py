"""Where an application may go from where it stands."""

from lacralo.core.workflow import Workflow
from members.enums.accreditation import Course, Move, Stage

#: In the hands of LACRALO or of ALAC.
OPEN = frozenset({Stage.SUBMITTED, Stage.DUE_DILIGENCE, Stage.ADVICE, Stage.ALAC})

APPLICATION = Workflow(
    initial=Stage.DRAFT,
    moves={
        Move.SUBMIT: (frozenset({Stage.DRAFT}), Stage.SUBMITTED),
        Move.EXAMINE: (frozenset({Stage.SUBMITTED}), Stage.DUE_DILIGENCE),
        Move.ASK_ADVICE: (frozenset({Stage.DUE_DILIGENCE}), Stage.ADVICE),
        Move.RECORD_ADVICE: (frozenset({Stage.ADVICE}), Stage.ALAC),
        Move.ACCEPT: (frozenset({Stage.ALAC}), Stage.ACCEPTED),
        Move.REJECT: (frozenset({Stage.ALAC}), Stage.REJECTED),
        Move.WITHDRAW: (OPEN | {Stage.DRAFT}, Stage.WITHDRAWN),
    },
)

COURSE = Workflow(
    initial=Course.RUNNING,
    moves={
        Move.HOLD: (frozenset({Course.RUNNING}), Course.ON_HOLD),
        Move.SUSPEND: (frozenset({Course.RUNNING}), Course.SUSPENDED),
        Move.RESUME: (frozenset({Course.ON_HOLD, Course.SUSPENDED}), Course.RUNNING),
    },
)

#: LACRALO holds what it has in hand; a vote of ALAC is suspended.
_PAUSED_IN = {
    Move.HOLD: frozenset({Stage.SUBMITTED, Stage.DUE_DILIGENCE, Stage.ADVICE}),
    Move.SUSPEND: frozenset({Stage.ALAC}),
    Move.RESUME: OPEN,
}


def is_legal(stage: Stage, course: Course, move: Move) -> bool:
    """Whether the tables know the move from there; what waits moves only on or out."""
    if move in COURSE.moves:
        return move in COURSE.moves_from(course) and stage in _PAUSED_IN[move]
    waits = course != Course.RUNNING and move != Move.WITHDRAW
    return not waits and move in APPLICATION.moves_from(stage)


def moves_from(stage: Stage, course: Course) -> tuple[Move, ...]:
    """The legal moves, in the order of the tables; the buttons are drawn from it."""
    return tuple(move for move in Move if is_legal(stage, course, move))
