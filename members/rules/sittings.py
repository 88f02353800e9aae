"""Opening and closing a meeting, being there, and setting the record right.  Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from lacralo.core.verdicts import Line, Verdict
from members.enums.minutes import Presence, SittingBar

#: A meeting may be opened so long before its time.
EARLY = timedelta(hours=1)


@dataclass(frozen=True)
class Standing:
    """What was done with a meeting so far; moments are UTC."""

    starts_at: datetime
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    is_cancelled: bool = False

    @property
    def is_running(self) -> bool:
        """Opened, and not closed."""
        return self.opened_at is not None and self.closed_at is None


def may_open(standing: Standing, now: datetime) -> Verdict:
    """Whether a meeting may be opened: once, not cancelled, not long before its time."""
    return Verdict(
        (
            Line(SittingBar.MEETING_CANCELLED, not standing.is_cancelled),
            Line(SittingBar.MEETING_OPEN_ALREADY, standing.opened_at is None),
            Line(
                SittingBar.MEETING_TOO_EARLY,
                now >= standing.starts_at - EARLY,
                facts={"starts_at": standing.starts_at},
            ),
        )
    )


def is_running(standing: Standing) -> Verdict:
    """Whether a meeting was opened and not closed."""
    return Verdict(
        (
            Line(SittingBar.MEETING_NOT_OPEN, standing.opened_at is not None),
            Line(SittingBar.MEETING_CLOSED_ALREADY, standing.closed_at is None),
        )
    )


def may_send_apologies(standing: Standing) -> Verdict:
    """Apologies come before a meeting is opened."""
    return Verdict(
        (
            Line(SittingBar.MEETING_CANCELLED, not standing.is_cancelled),
            Line(SittingBar.APOLOGIES_TOO_LATE, standing.opened_at is None),
        )
    )


def may_record_list(standing: Standing, people: Iterable[object]) -> Verdict:
    """Whether a list of attendance may be kept: until the close, everybody on it once."""
    people = list(people)
    return Verdict(
        (
            Line(SittingBar.MEETING_CANCELLED, not standing.is_cancelled),
            Line(SittingBar.MEETING_CLOSED_ALREADY, standing.closed_at is None),
            Line(SittingBar.TWICE_ON_THE_LIST, len(set(people)) == len(people)),
        )
    )


def may_ask_of_interests(*, is_present: bool, last: datetime | None, days: int, now: datetime) -> Verdict:
    """Whether somebody is asked what changed in their interests: present, at most once in so many days."""
    is_due = last is None or now >= last + timedelta(days=days)
    return Verdict(
        (
            Line(SittingBar.NOT_PRESENT, is_present),
            Line(SittingBar.ANSWERED_LATELY, is_due, facts={"days": days}),
        )
    )


def contested_until(closed_at: datetime, days: int) -> datetime:
    """Until when (UTC) a correction of the attendance may be asked for."""
    return closed_at + timedelta(days=days)


def may_contest(
    standing: Standing,
    *,
    now: datetime,
    days: int,
    acts_for_it: bool,
    is_open: bool,
    recorded: Presence,
    claimed: Presence,
    reason: str,
) -> Verdict:
    """Whether a correction of what the record says of a member may be asked for."""
    closed_at = standing.closed_at
    return Verdict(
        (
            Line(SittingBar.MEETING_NOT_CLOSED, closed_at is not None),
            Line(
                SittingBar.TOO_LATE_TO_CONTEST,
                closed_at is None or now <= contested_until(closed_at, days),
                facts={"days": days},
            ),
            Line(SittingBar.REPRESENTS_NOBODY, acts_for_it),
            Line(SittingBar.CONTESTED_ALREADY, not is_open),
            Line(SittingBar.RECORDED_SO_ALREADY, recorded != claimed),
            Line(SittingBar.WHY_UNSAID, bool(reason.strip())),
        )
    )


def may_answer(*, is_answered: bool, answer: str) -> Verdict:
    """Whether a request may be answered: once, with a reason."""
    return Verdict(
        (
            Line(SittingBar.ANSWERED_ALREADY, not is_answered),
            Line(SittingBar.WHY_UNSAID, bool(answer.strip())),
        )
    )


def best(presences: Iterable[Presence]) -> Presence:
    """What a member is credited with, whoever of its people came: present before apologies before absent."""
    return min(presences, key=list(Presence).index, default=Presence.ABSENT)


def has_left_before_coming(begins: datetime | None, ends: datetime | None) -> bool:
    """Whether somebody is said to have left before they came."""
    return begins is not None and ends is not None and ends <= begins
