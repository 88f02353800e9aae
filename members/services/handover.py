"""Holders of an office are told when to hand it over, and what they take over."""

from datetime import UTC, date, datetime, time

from lacralo.core.audit import act
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.models import Deadline
from lacralo.core.deadlines.services import cancel, schedule, take
from lacralo.core.rulebook.models import NoRuleSet
from members.enums import EndReason
from members.models import Term
from members.notifications import handover as notifications
from members.rules.handover import greets, tells_outgoing_on
from members.rules.parameters import MemberRules
from members.selectors.rules import rules_on

#: The tasks that tell; see `members.tasks`.
_DUE, _BEGUN = "members.handover_due", "members.handover_begun"


def schedule_handover(term: Term, *, now: datetime) -> None:
    """Part of an act on a term: its holder is told some days before the end, and at the start.

    What ended before today, or began long ago, is told nothing: it was only recorded late.
    """
    today, days = statute_day(now), _days(statute_day(now))
    cancel(subject=term, task=_DUE, now=now)
    if term.end and term.end >= today:
        due_at = _midnight(tells_outgoing_on(term.end, days))
        schedule(task=_DUE, key=f"{term.end}", subject=term, due_at=due_at, now=now)
    if greets(term.start, today=today, days=days):
        schedule(task=_BEGUN, key=f"{term.start}", subject=term, due_at=_midnight(term.start), now=now)


@act
def ask_to_hand_over(*, pk: int, now: datetime) -> bool:
    """Answer the deadline some days before a term ends; whether its holder was told now."""
    term, due = _term_of(pk, now)
    if due is None or term.end_reason == EndReason.DIED:
        return False
    notifications.hand_over(term, event=str(due.pk), at=now)
    return True


@act
def welcome_holder(*, pk: int, now: datetime) -> bool:
    """Answer the deadline of a term that begins; whether its holder was told now, unless it ended before."""
    term, due = _term_of(pk, now)
    if due is None or (term.end and term.end <= statute_day(now)):
        return False
    notifications.take_over(term, event=str(due.pk), at=now)
    return True


def _term_of(pk: int, now: datetime) -> tuple[Term | None, Deadline | None]:
    due = take(pk=pk, now=now)
    if due is None:
        return None, None
    return Term.objects.select_related("position__body", "person").get(pk=due.subject_id), due


def _days(today: date) -> int:
    """How many days before; an office can be recorded before any rule set is."""
    try:
        return rules_on(today).handover_days
    except NoRuleSet:
        return MemberRules().handover_days


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
