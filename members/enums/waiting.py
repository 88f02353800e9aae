"""What can wait for a person in the rooms of members.  Pure."""

from enum import StrEnum


class Wait(StrEnum):
    """What a person is to look at, answer or do."""

    PARTICIPATION_FELL = "participation_fell"
    CONTEST_TO_ANSWER = "contest_to_answer"
