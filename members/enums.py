"""The words of the register.  Pure."""

from enum import StrEnum


class MemberKind(StrEnum):
    """What a member is: an At-Large Structure, or an unaffiliated individual."""

    ALS = "als"
    INDIVIDUAL = "individual"


class MemberStatus(StrEnum):
    """Where a member stands with ICANN's accreditation on a day."""

    APPLICANT = "applicant"
    ACCREDITED = "accredited"
    DECERTIFIED = "decertified"
    UNVERIFIED = "unverified"


class Role(StrEnum):
    """In what quality a person acts for a member; the primary representative holds the vote."""

    PRIMARY = "primary"
    ALTERNATE = "alternate"
    OBSERVER = "observer"


class Subregion(StrEnum):
    """The four sub-regions of the rotation table (rules of 2021)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class EndReason(StrEnum):
    """Why a term of office ended."""

    COMPLETED = "completed"
    RESIGNED = "resigned"
    SUCCEEDED = "succeeded"
    REMOVED = "removed"
    DIED = "died"


class Act(StrEnum):
    """What is done to the register."""

    MEMBER_REGISTERED = "members.member_registered"
    MEMBER_CHANGED = "members.member_changed"
    MEMBERS_IMPORTED = "members.members_imported"
    STATUS_CHANGED = "members.status_changed"
    REPRESENTATION_BEGAN = "members.representation_began"
    REPRESENTATION_ENDED = "members.representation_ended"
    TERM_BEGAN = "members.term_began"
    TERM_ENDED = "members.term_ended"
    PROFILE_CHANGED = "members.profile_changed"
    SUBREGION_ASSIGNED = "members.subregion_assigned"
