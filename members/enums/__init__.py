"""The words of the register; what else members do has its own words in the modules beside."""

from members.enums.imports import FileFault, FileKind, FileNote, RowState
from members.enums.participation import Consequence, CreditKind, Excuse, OccasionKind
from members.enums.register import (
    Act,
    Bar,
    EndReason,
    MemberKind,
    MemberStatus,
    Reach,
    Role,
    Subregion,
)

__all__ = (
    "Act",
    "Bar",
    "Consequence",
    "CreditKind",
    "EndReason",
    "Excuse",
    "FileFault",
    "FileKind",
    "FileNote",
    "MemberKind",
    "MemberStatus",
    "OccasionKind",
    "Reach",
    "Role",
    "RowState",
    "Subregion",
)
