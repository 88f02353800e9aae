# ruff: noqa: RUF009 - each default is made by `declared`, which calls dataclasses.field
"""What a rule set may decide about members, with the values of the rules in force as defaults.

Articles: "OP" are the Operating Principles of 2018, "RoP" the Rules of Procedure of 2020;
"LA 2017" is what the dialogue of Los Angeles left open.
"""

from dataclasses import dataclass

from members.enums import Consequence
from members.enums.accreditation import AlacMajority, IndividualExclusion
from members.rules.kinds import OPEN, declared


@dataclass(frozen=True)
class MemberRules:
    """The parameters of members."""

    # What follows when a member does not take part
    consequence: Consequence = declared(
        Consequence.SUSPEND_VOTE,
        OPEN,
        "What follows when a member no longer takes part: it is encouraged, or its vote is suspended after "
        "two notices and a time of grace.",
    )
    notice_days: int = declared(
        30,
        OPEN,
        "Days between the first notice and the second, before a vote is suspended.",
        minimum=1,
        maximum=365,
    )
    grace_days: int = declared(
        30,
        OPEN,
        "Days of grace after the second notice, before a vote is suspended.",
        minimum=1,
        maximum=365,
    )

    # How somebody becomes a member, and ceases to be one
    intake_days: int = declared(
        7, OPEN, "Days until staff take up an application that was sent.", minimum=1, maximum=365
    )
    due_diligence_days: int = declared(
        14, "ALAC msg00497", "Days for the due diligence of an application by staff.", minimum=1, maximum=365
    )
    answer_days: int = declared(
        14,
        OPEN,
        "Days an applicant has to answer a question; the clock of the application stands still meanwhile.",
        minimum=1,
        maximum=365,
    )
    advice_days: int = declared(
        30, OPEN, "Days for the advice of the region on an application.", minimum=1, maximum=365
    )
    alac_days: int = declared(
        7,
        "ALAC msg00497",
        "Days for the decision of ALAC on an application; five working days in the early rules.",
        minimum=1,
        maximum=365,
    )
    alac_members: int = declared(
        15, "ICANN Bylaws 12.2", "How many members ALAC has; more than half of them are a quorum.", minimum=3,
        maximum=99,
    )  # fmt: skip
    alac_majority: AlacMajority = declared(
        AlacMajority.OF_VOTES_CAST, "ALAC notice of 2014", "What majority of ALAC accredits an applicant."
    )
    alac_abstentions_are_votes: bool = declared(
        False, OPEN, "Whether an abstention in ALAC counts among the votes cast."
    )
    hearing_days: int = declared(
        21,
        OPEN,
        "Days a member has to answer a proposal to end its accreditation.",
        minimum=7,
        maximum=365,
    )
    individual_exclusion: IndividualExclusion = declared(
        IndividualExclusion.LEADERS,
        "ALAC",
        "Who may not be an individual member: whoever belongs to an accredited ALS, or only whoever leads "
        "one.",
    )
