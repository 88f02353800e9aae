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
    # Meetings: made, called and missed
    meetings_ahead_days: int = declared(
        60, OPEN, "Days ahead for which the meetings of a rhythm are made.", minimum=7, maximum=400
    )
    invite_days: int = declared(
        14, OPEN, "Days before a meeting on which its invitations go out.", minimum=1, maximum=60
    )
    meeting_reminder_hours: tuple[int, ...] = declared(
        (168, 24, 1),
        OPEN,
        "How many hours before a meeting those invited are reminded.",
        minimum=1,
        maximum=720,
    )
    missed_after_hours: int = declared(
        24,
        OPEN,
        "Hours after the end of a meeting that nobody opened, before the chair and the secretary are "
        "alarmed.",
        minimum=0,
        maximum=240,
    )
    silence_days: int = declared(
        14,
        OPEN,
        "Days before a meeting would be due on which the chair and the secretary are alarmed that none is "
        "planned.",
        minimum=0,
        maximum=120,
    )
    coordination_includes_nomcom: bool = declared(
        True, OPEN, "Whether the NomCom delegate belongs to the coordination group."
    )
    # Handing an office over
    handover_days: int = declared(
        14,
        OPEN,
        "Days before the end of a term on which its holder is asked to hand the office over.",
        minimum=0,
        maximum=120,
    )

    def __post_init__(self) -> None:
        refuse_impossible("als_indicators", self.als_indicators)
        refuse_impossible("individual_indicators", self.individual_indicators)

    def indicators_of(self, kind: MemberKind) -> tuple[Indicator, ...]:
        """The indicators of an ALS, or of an individual member."""
        return self.als_indicators if kind == MemberKind.ALS else self.individual_indicators

    @property
    def longest_window(self) -> int:
        """The months of the longest window that any indicator looks back over."""
        every = (*self.als_indicators, *self.individual_indicators)
        return max((measure.months for each in every for measure in each.measures), default=12)
