"""Who may begin to act for a member, and when it ends.  Pure."""

from collections.abc import Iterable
from datetime import date

from lacralo.core.verdicts import Line, Verdict
from members.enums import Bar, Role
from members.rules.periods import Period, overlapping


def may_begin(period: Period, role: Role, *, primaries: Iterable[Period], own: Iterable[Period]) -> Verdict:
    """Whether a person may represent a member in the period.

    `primaries` are the member's primary representations, `own` what the person already holds for it.
    One holds the vote at any moment; one person acts in one quality at a time.
    """
    rivals = overlapping(period, primaries) if role == Role.PRIMARY else ()
    return Verdict(
        (
            Line(Bar.ENDS_BEFORE_IT_STARTS, _is_forward(period), facts={"start": period.start}),
            Line(Bar.REPRESENTS_ALREADY, not overlapping(period, own)),
            Line(Bar.PRIMARY_ALREADY, not rivals, facts={"name": ", ".join(rival.name for rival in rivals)}),
        )
    )


def may_end(period: Period, *, end: date, reason: str, today: date) -> Verdict:
    """Whether a representation may end on that day: it runs, and an end is never put later than agreed."""
    has_ended = period.end is not None and period.end <= today
    return Verdict(
        (
            Line(Bar.REASON_MISSING, bool(reason.strip())),
            Line(Bar.ALREADY_ENDED, not has_ended),
            Line(Bar.ENDS_BEFORE_IT_STARTS, end > period.start, facts={"start": period.start}),
            Line(
                Bar.ENDS_LATER_THAN_AGREED,
                has_ended or period.end is None or end <= period.end,
                facts={"end": period.end},
            ),
        )
    )


def may_replace(
    start: date, *, primaries: Iterable[Period], own_primaries: Iterable[Period], reason: str
) -> Verdict:
    """Whether a new primary representative may take over on that day from the one who holds the vote then."""
    primaries = tuple(primaries)
    present = [each for each in primaries if each.holds_on(start)]
    later = [each for each in primaries if each.start > start]
    began = max((each.start for each in present), default=None)
    return Verdict(
        (
            Line(Bar.REASON_MISSING, bool(reason.strip())),
            Line(Bar.ALREADY_PRIMARY, not any(each.holds_on(start) for each in own_primaries)),
            Line(Bar.ENDS_BEFORE_IT_STARTS, began is None or began < start, facts={"start": began}),
            Line(Bar.PRIMARY_ALREADY, not later, facts={"name": ", ".join(each.name for each in later)}),
        )
    )


def _is_forward(period: Period) -> bool:
    return period.end is None or period.end > period.start
