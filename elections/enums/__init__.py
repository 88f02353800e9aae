"""The words that elections are told in: states, choices of the rules, and the codes of every reason."""

from elections.enums.acts import Act
from elections.enums.bars import Bar
from elections.enums.choices import (
    Distinct,
    Individuals,
    Join,
    Nominators,
    QuorumBase,
    QuorumBoundary,
    RatificationBoundary,
    Replacement,
    Secrecy,
    TiePath,
    Uncontested,
    WeightBase,
    Weighting,
)
from elections.enums.states import (
    BallotKind,
    CalendarKey,
    MemberKind,
    NominationPhase,
    NominationState,
    Phase,
    PostKey,
    RoundStep,
    TallyState,
    Trace,
)

__all__ = [
    "Act",
    "BallotKind",
    "Bar",
    "CalendarKey",
    "Distinct",
    "Individuals",
    "Join",
    "MemberKind",
    "NominationPhase",
    "NominationState",
    "Nominators",
    "Phase",
    "PostKey",
    "QuorumBase",
    "QuorumBoundary",
    "RatificationBoundary",
    "Replacement",
    "RoundStep",
    "Secrecy",
    "TallyState",
    "TiePath",
    "Trace",
    "Uncontested",
    "WeightBase",
    "Weighting",
]
