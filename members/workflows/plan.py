"""Legal moves of a task of the plan."""

from lacralo.core.workflow import Workflow
from members.enums.plan import TaskStatus as Status

#: A task that was done or dropped can be taken up again; it is to do then.
PLAN_TASK = Workflow(
    initial=Status.TODO,
    moves={
        "start": (frozenset({Status.TODO}), Status.UNDER_WAY),
        "finish": (frozenset({Status.TODO, Status.UNDER_WAY}), Status.DONE),
        "drop": (frozenset({Status.TODO, Status.UNDER_WAY}), Status.DROPPED),
        "reopen": (frozenset({Status.DONE, Status.DROPPED}), Status.TODO),
    },
)
