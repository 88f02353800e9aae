"""The election that the individual members hold among themselves: who casts their joint vote.

Of the rule set it keeps the calendar, the secrecy, the ties and what is asked of candidates; among equals
of no country and no ALS there is nothing to weigh, to rotate or to keep distinct (draft of 2023).
"""

from dataclasses import replace

from elections.enums import MemberKind, Nominators, QuorumBase, QuorumBoundary, Weighting
from elections.rules.parameters import ElectionRules
from members.enums.individuals import Electorate


def rules_among(rules: ElectionRules, electorate: Electorate) -> ElectionRules:
    """The rules of an election with that electorate: those of all members stay as they are.

    The quorum is a share of the individual members on the roll; a fixed number is one of all members, so
    that the share is asked instead.
    """
    if electorate != Electorate.INDIVIDUALS:
        return rules
    fixed = rules.quorum_boundary == QuorumBoundary.FIXED
    return replace(
        rules,
        weighting=Weighting.ONE_MEMBER_ONE_VOTE,
        rotation=False,
        nominators=Nominators.ANY_MEMBER,
        distinct=(),
        distinct_posts=(),
        distinct_against_predecessor=False,
        quorum_base=QuorumBase.ROLL,
        quorum_boundary=QuorumBoundary.AT_LEAST if fixed else rules.quorum_boundary,
    )


def belongs_to(kind: MemberKind, electorate: Electorate) -> bool:
    """Whether members of that kind are asked about at all when the roll of such an election is made."""
    return electorate != Electorate.INDIVIDUALS or kind == MemberKind.INDIVIDUAL
