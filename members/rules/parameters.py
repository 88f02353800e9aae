# ruff: noqa: RUF009 - each default is made by `declared`, which calls dataclasses.field
"""What a rule set may decide about members, with the values of the rules in force as defaults.

Articles: "OP" are the Operating Principles of 2018, "RoP" the Rules of Procedure of 2020;
"LA 2017" is what the dialogue of Los Angeles left open.
"""

from dataclasses import dataclass

from members.enums import Consequence, MemberKind
from members.rules.indicators import OF_INDIVIDUALS, OF_STRUCTURES, Indicator, refuse_impossible
from members.rules.kinds import OPEN, declared


@dataclass(frozen=True)
class MemberRules:
    """The parameters of members."""

    # What counts as taking part
    als_indicators: tuple[Indicator, ...] = declared(
        OF_STRUCTURES,
        OPEN,
        "What an ALS has to take part in: each indicator is met by any of its measures; an ALS that meets "
        "all of them is active, some of them less active, none of them on standby.",
    )
    individual_indicators: tuple[Indicator, ...] = declared(
        OF_INDIVIDUALS, OPEN, "What an individual member has to take part in, in the same way."
    )
    contest_days: int = declared(
        15, OPEN, "Days in which the secretary answers a member that contests a line.", minimum=1, maximum=90
    )
    leave_months: int = declared(
        12, OPEN, "The longest leave or exemption, in months.", minimum=1, maximum=60
    )
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
    restoration_credits: int = declared(
        2,
        OPEN,
        "In how many things a member takes part, after its vote was suspended, to have it back.",
        minimum=1,
        maximum=24,
    )

    def __post_init__(self) -> None:
        refuse_impossible("als_indicators", self.als_indicators)
        refuse_impossible("individual_indicators", self.individual_indicators)

    def indicators_of(self, kind: MemberKind) -> tuple[Indicator, ...]:
        """The indicators of an ALS, or of an individual member; the joint vote is not measured.

        Raises KeyError for it.
        """
        measured = {
            MemberKind.ALS: self.als_indicators,
            MemberKind.INDIVIDUAL: self.individual_indicators,
        }
        return measured[kind]

    @property
    def longest_window(self) -> int:
        """The months of the longest window that any indicator looks back over."""
        every = (*self.als_indicators, *self.individual_indicators)
        return max((measure.months for each in every for measure in each.measures), default=12)
