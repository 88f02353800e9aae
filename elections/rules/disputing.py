"""Which line of a sheet may be disputed by whom, and who may answer."""

from elections.enums.doors import Door
from elections.rules.parameters import article_of
from lacralo.core.verdicts import Line, Verdict


def may_dispute(
    *, is_on_sheet: bool, line_passed: bool, is_candidate: bool, has_open_challenge: bool, reason: str
) -> Verdict:
    """The candidate disputes a line that did not pass, a member one that did; once, with reasons."""
    article = article_of("eligibility_challenge_days")
    lines = [Line(Door.LINE_NOT_ON_SHEET, is_on_sheet, article)]
    if is_on_sheet and is_candidate:
        lines.append(Line(Door.CANDIDATE_DISPUTES_FAILED_LINES, not line_passed, article))
    elif is_on_sheet:
        lines.append(Line(Door.MEMBERS_DISPUTE_PASSED_LINES, line_passed, article))
    lines += [
        Line(Door.CHALLENGED_ALREADY, not has_open_challenge, article),
        Line(Door.REASON_MISSING, bool(reason.strip()), article),
    ]
    return Verdict(tuple(lines))


def reasons_given(text: str) -> Verdict:
    """Whether a public act has its reasons."""
    return Verdict((Line(Door.REASON_MISSING, bool(text.strip())),))


def may_decide(*, is_own: bool) -> Verdict:
    """Who decides what somebody filed, a challenge or a correction of the roll: not who filed it."""
    return Verdict((Line(Door.OWN_CASE, not is_own),))


def may_answer_challenge(*, is_open: bool, answer: str) -> Verdict:
    """A challenge is answered once, with reasons."""
    article = article_of("eligibility_challenge_days")
    return Verdict(
        (
            Line(Door.CHALLENGE_ANSWERED, is_open, article),
            Line(Door.REASON_MISSING, bool(answer.strip()), article),
        )
    )


def may_run(*, is_officer: bool, is_nominee_in_it: bool) -> Verdict:
    """Who runs an election: the holder of an office that does, unless they were named in it."""
    return Verdict(
        (
            Line(Door.NOT_AN_OFFICER, is_officer, article_of("officer_may_stand")),
            Line(Door.OWN_CANDIDACY, not is_nominee_in_it, article_of("officer_may_stand")),
        )
    )
