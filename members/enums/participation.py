"""What members take part in.  Pure."""

from enum import StrEnum


class CreditKind(StrEnum):
    """How a member took part."""

    VOTED = "voted"
    CONSENSUS = "consensus"
    ATTENDED = "attended"
    APOLOGIES = "apologies"
    COMMENTED = "commented"
    DRAFTED = "drafted"
    TRANSLATED = "translated"
    MENTORED = "mentored"
    REPORTED = "reported"
    ACTION_DONE = "action_done"


class OccasionKind(StrEnum):
    """To what members are called together: what a share of the indicators is a share of."""

    VOTE = "vote"
    CONSENSUS_CALL = "consensus_call"
    CALL = "call"


class Excuse(StrEnum):
    """Why an occasion does not count for one member."""

    NOT_ON_THE_ROLL = "not_on_the_roll"
    NO_INTERPRETATION = "no_interpretation"


class Consequence(StrEnum):
    """What follows when a member no longer takes part."""

    ENCOURAGE = "encourage"
    SUSPEND_VOTE = "suspend_vote"
