"""When a decertification may be proposed, answered and decided.  Pure."""

from datetime import datetime

from lacralo.core.verdicts import Line, Verdict
from members.enums import Bar as RegisterBar
from members.enums.decertification import DecertificationBar as Bar


def may_propose(*, is_accredited: bool, is_proposed: bool, reasons: str) -> Verdict:
    """An accredited member, one proposal at a time, with reasons."""
    return Verdict(
        (
            Line(Bar.NOT_ACCREDITED, is_accredited),
            Line(Bar.ALREADY_PROPOSED, not is_proposed),
            Line(RegisterBar.REASON_MISSING, bool(reasons.strip())),
        )
    )


def may_be_heard(*, acts_for_it: bool, is_over: bool, has_answered: bool) -> Verdict:
    """Whoever acts for the member answers once, until the decision; after the days it says so."""
    return Verdict(
        (
            Line(RegisterBar.NOT_OF_THE_MEMBER, acts_for_it),
            Line(Bar.OVER, not is_over),
            Line(Bar.ANSWERED_ALREADY, not has_answered),
        )
    )


def may_decide(*, is_over: bool, has_answered: bool, heard_until: datetime, now: datetime) -> Verdict:
    """Not before the member was heard: it answered, or its days to answer have passed."""
    return Verdict(
        (
            Line(Bar.OVER, not is_over),
            Line(Bar.NOT_HEARD_YET, has_answered or now >= heard_until, facts={"until": heard_until}),
        )
    )
