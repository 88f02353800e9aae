"""When something may be entered in the record of participation.  Pure."""

from collections.abc import Iterable
from datetime import date

from lacralo.core.verdicts import Line, Verdict
from members.enums import Bar, CreditKind, OccasionKind
from members.enums.participation import ParticipationBar
from members.rules.indicators import EARNED_AT
from members.rules.periods import Period, overlapping
from members.rules.standing import months_before


def may_attest(
    kind: CreditKind, *, at: OccasionKind | None, on: date, today: date, reason: str, has_it: bool
) -> Verdict:
    """Whether the secretary may write down that a member took part: with what shows it, never ahead.

    `at` is the kind of the occasion that the credit is for; None for one that is for no occasion.
    """
    fits = at is None or kind in EARNED_AT[at]
    return Verdict(
        (
            Line(ParticipationBar.CREDIT_NEVER_EARNED_THERE, fits),
            Line(Bar.REASON_MISSING, bool(reason.strip())),
            Line(ParticipationBar.DAY_AHEAD, on <= today),
            Line(ParticipationBar.CREDITED_ALREADY, not has_it),
        )
    )


def may_strike(*, is_struck: bool, reason: str) -> Verdict:
    """Whether a credit may be struck: once, and with a reason."""
    return Verdict(
        (
            Line(Bar.REASON_MISSING, bool(reason.strip())),
            Line(ParticipationBar.STRUCK_ALREADY, not is_struck),
        )
    )


def may_contest(*, is_of_the_member: bool, is_contested: bool, words: str) -> Verdict:
    """Whether a member may contest a line: its own, once at a time, and saying what is wrong."""
    return Verdict(
        (
            Line(ParticipationBar.NOT_THE_MEMBERS_LINE, is_of_the_member),
            Line(ParticipationBar.CONTESTED_ALREADY, not is_contested),
            Line(ParticipationBar.WORDS_MISSING, bool(words.strip())),
        )
    )


def may_answer(*, is_answered: bool, answer: str) -> Verdict:
    """Whether a contested line may be answered: once, in words."""
    return Verdict(
        (
            Line(ParticipationBar.CONTEST_ANSWERED_ALREADY, not is_answered),
            Line(Bar.REASON_MISSING, bool(answer.strip())),
        )
    )


def may_grant_leave(period: Period, *, others: Iterable[Period], longest_months: int, reason: str) -> Verdict:
    """Whether a member may be on leave, or exempt, then: with a reason and an end, beside no other leave."""
    same = overlapping(period, others)
    first = same[0] if same else None
    is_forward = period.end is not None and period.end > period.start
    is_short = period.end is None or months_before(period.end, longest_months) <= period.start
    return Verdict(
        (
            Line(Bar.REASON_MISSING, bool(reason.strip())),
            Line(ParticipationBar.LEAVE_WITHOUT_END, period.end is not None),
            Line(Bar.ENDS_BEFORE_IT_STARTS, period.end is None or is_forward, facts={"start": period.start}),
            Line(ParticipationBar.LEAVE_TOO_LONG, is_short, facts={"months": longest_months}),
            Line(
                ParticipationBar.LEAVE_OVERLAPS,
                first is None,
                facts={"start": first and first.start, "end": first and first.end},
            ),
        )
    )


def may_end_leave(period: Period, *, end: date, reason: str) -> Verdict:
    """Whether a leave may end earlier than granted: on a day within it, with a reason."""
    return Verdict(
        (
            Line(Bar.REASON_MISSING, bool(reason.strip())),
            Line(Bar.ENDS_BEFORE_IT_STARTS, end > period.start, facts={"start": period.start}),
            Line(Bar.ENDS_LATER_THAN_AGREED, end < period.end, facts={"end": period.end}),
        )
    )
