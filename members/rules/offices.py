"""When a term of office may begin and end.  Pure."""

from collections.abc import Iterable
from datetime import date

from lacralo.core.verdicts import Line, Verdict
from members.enums import Bar
from members.rules.periods import Period, most_at_once, overlapping


def may_begin_term(
    period: Period, *, seats: int | None, others: Iterable[Period], own: Iterable[Period]
) -> Verdict:
    """Whether a seat of the post is free on every day of the period.

    `seats` None: as many as are named.  `others` are the terms of other persons, `own` the person's.
    """
    taken = most_at_once(period, others)
    is_free = seats is None or len(taken) < seats
    is_forward = period.end is None or period.end > period.start
    return Verdict(
        (
            Line(Bar.ENDS_BEFORE_IT_STARTS, is_forward, facts={"start": period.start}),
            Line(Bar.HOLDS_ALREADY, not overlapping(period, own)),
            Line(
                Bar.SEATS_TAKEN,
                is_free,
                facts={"seats": seats, "names": ", ".join(each.name for each in taken)},
            ),
        )
    )


def may_end_term(period: Period, *, end: date, has_ended: bool) -> Verdict:
    """Whether a term may end on that day; `has_ended` when the reason of its ending is on record."""
    return Verdict(
        (
            Line(Bar.ALREADY_ENDED, not has_ended),
            Line(Bar.ENDS_BEFORE_IT_STARTS, end > period.start, facts={"start": period.start}),
            Line(
                Bar.ENDS_LATER_THAN_AGREED,
                has_ended or period.end is None or end <= period.end,
                facts={"end": period.end},
            ),
        )
    )


def expected_end(start: date, months: int | None) -> date | None:
    """The day after the last of a term of so many months; None when the rules set no length."""
    if months is None:
        return None
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    for day in range(start.day, 27, -1):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    return date(year, month + 1, start.day)
