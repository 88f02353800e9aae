"""The words of the register; what else members do has its own words in the modules beside."""

from members.enums.individuals import Electorate
from members.enums.participation import Consequence, CreditKind, Excuse, OccasionKind
from members.enums.register import (
    MEASURED_KINDS,
    Act,
    Bar,
    EndReason,
    FileFault,
    FileNote,
    MemberKind,
    MemberStatus,
    Reach,
    Role,
    RowState,
    Subregion,
)

__all__ = (
    "MEASURED_KINDS",
    "Act",
    "Bar",
    "Consequence",
    "CreditKind",
    "Electorate",
    "EndReason",
    "Excuse",
    "FileFault",
    "FileNote",
    "MemberKind",
    "MemberStatus",
    "OccasionKind",
    "Reach",
    "Role",
    "RowState",
    "Subregion",
)
