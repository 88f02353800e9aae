"""Legal moves of a version of minutes, and of an agreed action."""

from lacralo.core.workflow import Workflow
from members.enums.decisions import ActionStatus
from members.enums.minutes import MinutesState

#: Approved minutes are corrected by a new version; they never move again.
MINUTES = Workflow(
    initial=MinutesState.DRAFT,
    moves={
        "propose": (frozenset({MinutesState.DRAFT}), MinutesState.PROPOSED),
        "approve": (frozenset({MinutesState.PROPOSED}), MinutesState.APPROVED),
    },
)

#: What was done or dropped can be taken up again.
ACTION = Workflow(
    initial=ActionStatus.OPEN,
    moves={
        "finish": (frozenset({ActionStatus.OPEN}), ActionStatus.DONE),
        "drop": (frozenset({ActionStatus.OPEN}), ActionStatus.DROPPED),
        "reopen": (frozenset({ActionStatus.DONE, ActionStatus.DROPPED}), ActionStatus.OPEN),
    },
)
