"""What figures of ALAC say, under which majority.  Pure.

A majority of the votes cast with a quorum (notice of 9 December 2014), before that two thirds of all
members; for a decertification two thirds of the members casting a vote (At-Large framework).
"""

from dataclasses import dataclass
from datetime import date

from lacralo.core.verdicts import Line, Verdict
from members.enums.accreditation import AlacBar, AlacMajority
from members.rules.parameters import MemberRules


@dataclass(frozen=True)
class Figures:
    """How many members of ALAC said what."""

    yes: int
    no: int
    abstain: int

    @property
    def voting(self) -> int:
        """How many took part."""
        return self.yes + self.no + self.abstain


def is_accepted(figures: Figures, rules: MemberRules) -> bool:
    """Whether these figures accredit."""
    if rules.alac_majority == AlacMajority.TWO_THIRDS_OF_MEMBERS:
        return 3 * figures.yes >= 2 * rules.alac_members
    return 2 * figures.yes > _cast(figures, rules)


def is_decertified(figures: Figures, rules: MemberRules) -> bool:
    """Whether these figures take an accreditation away: two thirds of those casting a vote."""
    cast = _cast(figures, rules)
    return cast > 0 and 3 * figures.yes >= 2 * cast


def _cast(figures: Figures, rules: MemberRules) -> int:
    return figures.voting if rules.alac_abstentions_are_votes else figures.yes + figures.no


def may_record(
    figures: Figures, *, says: bool, outcome: bool, decided_on: date, today: date, rules: MemberRules
) -> Verdict:
    """Whether the decision may be recorded with these figures: `outcome` is what it is said to be, `says`
    what the figures say.
    """
    return Verdict(
        (
            Line(
                AlacBar.TOO_MANY_VOTES,
                figures.voting <= rules.alac_members,
                facts={"voting": figures.voting, "members": rules.alac_members},
            ),
            Line(
                AlacBar.NO_QUORUM,
                2 * figures.voting > rules.alac_members,
                facts={"voting": figures.voting, "members": rules.alac_members},
            ),
            Line(AlacBar.SAYS_OTHERWISE, says == outcome, facts={"yes": figures.yes, "no": figures.no}),
            Line(AlacBar.DAY_TO_COME, decided_on <= today),
        )
    )
