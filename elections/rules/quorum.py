"""The quorum: heads, never weights; the denominator is named and the number needed is printed (RoP s.15)."""

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from elections.enums import Bar, QuorumBase, QuorumBoundary
from elections.rules.figures import exact, exact_number, percentage
from elections.rules.parameters import ElectionRules, article_of
from lacralo.core.verdicts import Line, Verdict

#: Those of its facts that say how many took part.
PRESENCE = frozenset({"present", "percentage"})


class NoBase(ValueError):
    """There is nobody that the quorum could be a share of."""


@dataclass(frozen=True)
class Quorum:
    """How many had to take part, and how many did."""

    base_kind: QuorumBase
    base: int
    share: Fraction
    boundary: QuorumBoundary
    counts_abstentions: bool
    required: int
    present: int

    @property
    def met(self) -> bool:
        """Whether enough took part."""
        return self.present >= self.required

    @property
    def facts(self) -> dict[str, object]:
        """The arithmetic, ready for a sentence: "23 of 41 active members (56.10 %), 21 needed"."""
        return {
            "present": self.present,
            "base": self.base,
            "base_kind": str(self.base_kind),
            "percentage": percentage(self.present, self.base),
            "required": self.required,
            "share": exact(self.share),
            "boundary": str(self.boundary),
            "counts_abstentions": self.counts_abstentions,
        }

    @property
    def verdict(self) -> Verdict:
        """The quorum as one line with its article."""
        return Verdict((Line(Bar.QUORUM_NOT_MET, self.met, article_of("quorum_share"), self.facts),))


def required(base: int, *, share: Fraction, boundary: QuorumBoundary, fixed: int = 0) -> int:
    """The whole number of members that have to take part, of `base` members.

    Half of 50 at least is 25, more than half 26.  "Half plus one" of 51 is 26 rounded down
    (25.5 + 1 = 26.5) and 27 rounded up: the boundary says which.
    Raises NoBase when there is no member at all.
    """
    if exact_number(base) < 1:
        raise NoBase(f"a quorum of {base} members")
    part = base * exact_number(share)
    return {
        QuorumBoundary.AT_LEAST: ceil(part),
        QuorumBoundary.MORE_THAN: floor(part) + 1,
        QuorumBoundary.PLUS_ONE_ROUNDED_DOWN: floor(part + 1),
        QuorumBoundary.PLUS_ONE_ROUNDED_UP: ceil(part + 1),
        QuorumBoundary.FIXED: fixed,
        QuorumBoundary.NONE: 0,
    }[QuorumBoundary(boundary)]


def assess(*, base: int, ballots: int, abstentions: int, rules: ElectionRules) -> Quorum:
    """The quorum of a vote: `ballots` are all that count, the `abstentions` among them.

    `base` is the number of members that `rules.quorum_base` names, on the day the roll froze.
    Raises NoBase.
    """
    return Quorum(
        base_kind=rules.quorum_base,
        base=base,
        share=rules.quorum_share,
        boundary=rules.quorum_boundary,
        counts_abstentions=rules.quorum_counts_abstentions,
        required=required(
            base, share=rules.quorum_share, boundary=rules.quorum_boundary, fixed=rules.quorum_fixed
        ),
        present=ballots if rules.quorum_counts_abstentions else ballots - abstentions,
    )
