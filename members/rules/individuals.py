"""The entry that holds the joint vote of the individual members.  Pure."""

from lacralo.core.verdicts import Line, Verdict
from members.enums import MemberKind
from members.enums.individuals import IndividualsBar


def may_enter(kind: MemberKind, *, country: str, has_joint_entry: bool) -> Verdict:
    """Whether an entry of that kind may stand in the register: the joint vote once, and of no country.

    Of the other kinds nothing is asked here.
    """
    joint = kind == MemberKind.COLLECTIVE
    return Verdict(
        (
            Line(IndividualsBar.ENTRY_EXISTS, not (joint and has_joint_entry)),
            Line(IndividualsBar.ENTRY_HAS_COUNTRY, not (joint and country)),
        )
    )
