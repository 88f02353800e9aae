"""Whom a nomination may name."""

from elections.enums import Bar, NominationPhase
from elections.rules.parameters import ElectionRules, article_of
from elections.rules.rotation import nominees_limited_to_subregion
from lacralo.core.verdicts import PASS, Line, Verdict
from members.enums.individuals import Electorate


def may_be_named(
    *, subregion: str, own: str, phase: NominationPhase, in_standing: bool, rules: ElectionRules
) -> Verdict:
    """Whether people of an ALS may be named now: an ALS of the sub-region while the table binds, in standing.

    `subregion` is that of the table, empty for a post that does not rotate; `own` that of the ALS.
    The other lines of eligibility are the sheet's: they can still change before the roll freezes.
    """
    lines = [Line(Bar.NOT_IN_STANDING, in_standing, article_of("weight_base"))]
    if subregion and nominees_limited_to_subregion(phase, rules):
        facts = {"subregion": subregion, "own": own or "?", "phase": str(phase)}
        lines.append(Line(Bar.NOT_OF_SUBREGION, own == subregion, article_of("rotation"), facts))
    return Verdict(tuple(lines))


def may_be_named_among(electorate: Electorate, *, is_individual: bool) -> Verdict:
    """Whether that person or member may be named by this electorate: individuals elect one of themselves."""
    if electorate != Electorate.INDIVIDUALS:
        return PASS
    return Verdict((Line(Bar.NOT_AN_INDIVIDUAL_MEMBER, is_individual, article_of("individual_vote")),))
