"""How a member loses its accreditation.  Pure."""

from enum import StrEnum


class DecertificationOutcome(StrEnum):
    """How a proposal ended."""

    DECERTIFIED = "decertified"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


class DecertificationAct(StrEnum):
    """What is done to a proposal."""

    PROPOSED = "members.decertification_proposed"
    ANSWERED = "members.decertification_answered"
    DECIDED = "members.decertification_decided"
    WITHDRAWN = "members.decertification_withdrawn"


class DecertificationBar(StrEnum):
    """Why something is not done to a proposal."""

    NOT_ACCREDITED = "members.decertification_not_accredited"
    ALREADY_PROPOSED = "members.decertification_already_proposed"
    NOT_HEARD_YET = "members.decertification_not_heard_yet"
    OVER = "members.decertification_over"
    ANSWERED_ALREADY = "members.decertification_answered_already"
    NO_CASE = "members.decertification_no_case"
