"""How many have to be present at a meeting, and whether they are.  Pure: heads, never weights."""

from dataclasses import dataclass

from members.enums.minutes import QuorumRule

#: Rule 12.8 of 2007, and the Operating Principles of 2018, count heads.
ASSEMBLY_ARTICLE = "OP 11.6"


@dataclass(frozen=True)
class QuorumTerms:
    """What the rules ask: the rule, its number where it has one, and the article.

    `wait_minutes`: in person, after so long any number is a quorum; None where that does not hold.
    """

    rule: QuorumRule
    article: str
    number: int = 0
    wait_minutes: int | None = None


@dataclass(frozen=True)
class Quorum:
    """The count: so many present of so many, so many needed, and by which rule and article."""

    present: int
    base: int
    needed: int
    recused: int
    rule: QuorumRule
    article: str

    @property
    def is_met(self) -> bool:
        """Whether enough are present; nobody at all is never enough."""
        return self.present >= max(self.needed, 1)

    @property
    def missing(self) -> int:
        """How many more have to come."""
        return max(max(self.needed, 1) - self.present, 0)


def needed_of(base: int, terms: QuorumTerms) -> int:
    """How many of the base have to be present; "50 % + 1" is more than half: 26 of 50, 26 of 51."""
    if terms.rule == QuorumRule.NUMBER:
        return terms.number
    if terms.rule == QuorumRule.MORE_THAN_HALF:
        return base // 2 + 1
    return 1


def quorum(
    *,
    present: int,
    base: int,
    terms: QuorumTerms,
    recused: int = 0,
    recused_present: int | None = None,
    is_in_person: bool = False,
    minutes_since_start: int = 0,
) -> Quorum:
    """Whether enough are present.  Whoever is recused counts neither as present nor in the base.

    `recused` of the base, `recused_present` of those present (all of the recused when not given).
    Raises ValueError for numbers that cannot be.
    """
    away = recused if recused_present is None else recused_present
    if min(present, base, recused, away) < 0 or away > recused or recused > base or present > base:
        raise ValueError(f"{present} present of {base}, {recused} recused, {away} of them present")
    there, whole = max(present - away, 0), base - recused
    waited = terms.wait_minutes is not None and is_in_person and minutes_since_start >= terms.wait_minutes
    rule = QuorumRule.WHOEVER_CAME if waited else terms.rule
    asked = needed_of(whole, QuorumTerms(rule, terms.article, terms.number))
    return Quorum(there, whole, asked, recused, rule, terms.article)
