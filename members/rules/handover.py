"""What is handed over with an office, to whom, and when they are told.  Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lacralo.core.verdicts import Line, Verdict
from members.enums.handover import Access, FirstStep, HandoverBar


@dataclass(frozen=True)
class Office:
    """An office as its accesses see it; `is_in_admin`: its holder works in the administration."""

    is_protected: bool
    runs_elections: bool
    is_in_admin: bool


def accesses(office: Office) -> tuple[Access, ...]:
    """What the office opens: who runs elections keeps the register and the plan, and answers requests."""
    keeping = (Access.RUNS_ELECTIONS, Access.KEEPS_REGISTER, Access.KEEPS_PLAN, Access.ANSWERS_REQUESTS)
    return (
        *((Access.SECOND_FACTOR,) if office.is_protected else ()),
        *(keeping if office.runs_elections else ()),
        *((Access.ADMINISTRATION,) if office.is_in_admin else ()),
    )


def first_steps(office: Office) -> tuple[FirstStep, ...]:
    """What a new holder of the office does on the first day."""
    left_out = set()
    if not office.is_protected:
        left_out.add(FirstStep.SECOND_FACTOR)
    if not office.runs_elections:
        left_out |= {FirstStep.REQUESTS, FirstStep.ELECTIONS}
    return tuple(step for step in FirstStep if step not in left_out)


def may_read_handover(*, holds_term: bool, succeeds: bool, is_staff: bool) -> Verdict:
    """Who reads it: the holder of the term, whoever follows, and staff."""
    return Verdict((Line(HandoverBar.NOT_FOR_YOU, holds_term or succeeds or is_staff),))


def next_start(end: date | None, starts: Iterable[date]) -> date | None:
    """The day on which the terms begin that follow one with this end; None when none does yet."""
    return min((start for start in starts if end and start >= end), default=None)


def last_end(start: date, ends: Iterable[date | None]) -> date | None:
    """The day on which the terms ended that came before one with this start; None when there was none."""
    return max((end for end in ends if end and end <= start), default=None)


def tells_outgoing_on(end: date, days: int) -> date:
    """The day (UTC) on which the holder is asked to hand over."""
    return end - timedelta(days=days)


def greets(start: date, *, today: date, days: int) -> bool:
    """Whether a new holder is still welcomed: not for a term that was recorded long after it began."""
    return start >= today - timedelta(days=days)
