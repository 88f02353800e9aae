"""What a candidate's statement may be: the same limit for everybody, in every language."""

from elections.enums import Bar
from elections.enums.doors import Door
from elections.rules.parameters import ElectionRules, article_of
from lacralo.core.verdicts import Line, Verdict


def plain(body: str) -> str:
    """The text as it is counted and kept: one sign for the end of a line, nothing around it."""
    return body.replace("\r\n", "\n").replace("\r", "\n").strip()


def may_keep(body: str, rules: ElectionRules) -> Verdict:
    """Whether a text may be a statement: it says something, within the limit of the rule set."""
    text = plain(body)
    article = article_of("statement_limit")
    facts = {"length": len(text), "limit": rules.statement_limit}
    return Verdict(
        (
            Line(Door.STATEMENT_EMPTY, bool(text), article),
            Line(Door.STATEMENT_TOO_LONG, len(text) <= rules.statement_limit, article, facts),
        )
    )


def may_write(*, is_candidate_of_it: bool, has_accepted: bool, is_frozen: bool) -> Verdict:
    """Who may write a statement anew: the candidate, until the ballot is frozen."""
    return Verdict(
        (
            Line(Door.NOT_THE_CANDIDATE, is_candidate_of_it),
            Line(Door.NOT_A_CANDIDATE, has_accepted),
            Line(Bar.CANDIDATES_FIXED, not is_frozen),
        )
    )


def may_translate(
    *,
    is_candidate_of_it: bool,
    runs_elections: bool,
    has_statement: bool,
    is_closed: bool,
    calls_it_reviewed: bool,
) -> Verdict:
    """Who may translate a statement: the candidate, and those who run elections, until the vote is closed.

    Only the candidate says that a translation has been reviewed.
    """
    return Verdict(
        (
            Line(Door.NOT_A_TRANSLATOR, is_candidate_of_it or runs_elections),
            Line(Door.NOT_A_CANDIDATE, has_statement),
            Line(Bar.CLOSED_ALREADY, not is_closed),
            Line(Door.ONLY_THE_CANDIDATE_REVIEWS, is_candidate_of_it or not calls_it_reviewed),
        )
    )
