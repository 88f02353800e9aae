# ruff: noqa: RUF009 - each default is made by `declared`, which calls dataclasses.field
"""What a rule set may decide about members, with the values of the rules in force as defaults.

Articles: "OP" are the Operating Principles of 2018, "RoP" the Rules of Procedure of 2020;
"LA 2017" is what the dialogue of Los Angeles left open.
"""

from dataclasses import dataclass

from members.enums import Consequence
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
