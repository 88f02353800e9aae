"""When a decision may be recorded, and an action agreed, moved, reminded of.  Pure."""

from datetime import UTC, date, datetime, time, timedelta

from lacralo.core.verdicts import Line, Verdict
from members.enums.decisions import DecisionBar


def may_record_decision(*, text: str, on: date, today: date, has_body: bool) -> Verdict:
    """Something said, by somebody, on a day that has come (UTC)."""
    return Verdict(
        (
            Line(DecisionBar.DECISION_UNSAID, bool(text.strip())),
            Line(DecisionBar.DECIDED_BY_NOBODY, has_body),
            Line(DecisionBar.DECISION_TO_COME, on <= today),
        )
    )


def may_agree_action(*, what: str, has_owner: bool, due_on: date, today: date) -> Verdict:
    """Something to do, an owner, and a day (UTC) that has not passed."""
    return Verdict(
        (
            Line(DecisionBar.ACTION_UNSAID, bool(what.strip())),
            Line(DecisionBar.ACTION_WITHOUT_OWNER, has_owner),
            Line(DecisionBar.ACTION_DUE_PASSED, due_on >= today),
        )
    )


def may_move_action(*, is_legal: bool, note: str) -> Verdict:
    """What was done shows its evidence; what is dropped or taken up again says why."""
    return Verdict(
        (
            Line(DecisionBar.ACTION_MOVE_CLOSED, is_legal),
            Line(DecisionBar.ACTION_WITHOUT_EVIDENCE, bool(note.strip())),
        )
    )


def end_of(day: date) -> datetime:
    """The moment (UTC) at which a day of the rules is over."""
    return datetime.combine(day + timedelta(days=1), time(), UTC)


def rings_for(due_on: date, *, before_days: int, after_days: int, now: datetime) -> dict[str, datetime]:
    """When its owner is reminded of an action and when the chair hears of it (UTC); only what is to come.

    `before`: so many days before the due day is over; `due`: when it is over; `late`: so many days later.
    """
    over = end_of(due_on)
    every = {
        "before": over - timedelta(days=before_days),
        "due": over,
        "late": over + timedelta(days=after_days),
    }
    return {key: at for key, at in every.items() if at > now}


def is_late(due_on: date, today: date) -> bool:
    """Whether the day on which it was due is over."""
    return today > due_on
