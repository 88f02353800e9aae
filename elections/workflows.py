"""Legal moves."""

from elections.enums import NominationState as State
from lacralo.core.workflow import Workflow

#: A nominee answers once; a candidate may withdraw; what nobody answered in time lapses.
NOMINATION = Workflow(
    initial=State.SUBMITTED,
    moves={
        "accept": (frozenset({State.SUBMITTED}), State.ACCEPTED),
        "decline": (frozenset({State.SUBMITTED}), State.DECLINED),
        "withdraw": (frozenset({State.SUBMITTED, State.ACCEPTED}), State.WITHDRAWN),
        "lapse": (frozenset({State.SUBMITTED}), State.LAPSED),
    },
)
