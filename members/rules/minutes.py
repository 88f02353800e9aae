"""When minutes may be proposed, approved and corrected.  Pure."""

from datetime import datetime, timedelta

from lacralo.core.verdicts import Line, Verdict
from members.enums.minutes import SittingBar


def silence_ends(proposed_at: datetime, days: int) -> datetime:
    """When (UTC) minutes to which nobody objected count as approved."""
    return proposed_at + timedelta(days=days)


def may_propose(*, is_legal: bool, is_closed: bool, unwritten: int) -> Verdict:
    """Whether minutes may be proposed: the meeting is closed, and every item dealt with says something."""
    return Verdict(
        (
            Line(SittingBar.MEETING_NOT_CLOSED, is_closed),
            Line(SittingBar.MINUTES_MOVE, is_legal),
            Line(SittingBar.MINUTES_EMPTY, unwritten == 0, facts={"number": unwritten}),
        )
    )


def may_approve_by_silence(*, is_legal: bool, objections: int, ends_at: datetime, now: datetime) -> Verdict:
    """Whether nobody objected in the time there was."""
    return Verdict(
        (
            Line(SittingBar.MINUTES_MOVE, is_legal),
            Line(SittingBar.MINUTES_DUE, now >= ends_at, facts={"ends_at": ends_at}),
            Line(SittingBar.MINUTES_OBJECTION, objections == 0, facts={"number": objections}),
        )
    )


def may_correct(*, is_approved: bool, reason: str) -> Verdict:
    """Whether a new version of approved minutes may begin, and why."""
    return Verdict(
        (
            Line(SittingBar.MINUTES_MOVE, is_approved),
            Line(SittingBar.WHY_UNSAID, bool(reason.strip())),
        )
    )
