"""The codes of reasons that arise between the provisional roll and the proclamation, beside the statutes."""

from enum import StrEnum


class Poll(StrEnum):
    """What the acts of a vote ask.  The name says what is the matter when the line does not pass."""

    SECRECY_NOT_AS_RULED = "elections.secrecy_not_as_ruled"
    ROLL_CHANGED_SINCE_PUBLISHED = "elections.roll_changed_since_published"
    ROLL_EMPTY = "elections.roll_empty"
    CORRECTION_ANSWERED = "elections.correction_answered_already"
    WORDS_MISSING = "elections.words_missing"
    NOT_THE_MEMBERS_OWN = "elections.not_the_members_own"
    NOT_THE_VOTER = "elections.not_the_voter"
