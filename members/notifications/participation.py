"""What is told about participation: to those who act for a member, and to those who keep the record."""

from datetime import datetime

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.notifications.services import tell
from members.models import Contest, Leave, Member, ParticipationWarning, Suspension
from members.notifications.days import Day
from members.selectors.confirmations import those_who_confirm
from members.selectors.offices import register_keepers
from members.selectors.rules import rules_on
from members.selectors.standing import standings_on


def member_warned(warning: ParticipationWarning, *, at: datetime) -> None:
    """Tell those who act for the member what is missing, what would help, and what follows otherwise."""
    today = statute_day(at)
    rules = rules_on(today)
    context = {
        "warning": warning,
        "answer": standings_on(today, rules, [warning.member_id])[warning.member_id],
        "rules": rules,
    }
    _tell_member(warning.member, warning.event, "member_warned", context, at)


def vote_suspended(suspension: Suspension, *, at: datetime) -> None:
    """Tell those who act for the member that its vote is suspended, and how it comes back."""
    needed = rules_on(statute_day(at)).restoration_credits
    context = {"start": Day(suspension.start), "needed": needed}
    _tell_member(suspension.member, f"members.vote_suspended:{suspension.pk}", "vote_suspended", context, at)


def vote_restored(suspension: Suspension, *, at: datetime) -> None:
    """Tell those who act for the member that it votes again."""
    event = f"members.vote_restored:{suspension.pk}"
    _tell_member(suspension.member, event, "vote_restored", {"end": Day(suspension.end)}, at)


def leave_granted(leave: Leave, *, at: datetime) -> None:
    """Tell those who act for the member from when to when its time does not count."""
    context = {"leave": leave, "start": Day(leave.start), "end": Day(leave.end)}
    _tell_member(leave.member, f"members.leave_granted:{leave.pk}", "leave_granted", context, at)


def line_contested(contest: Contest, *, at: datetime) -> None:
    """Tell those who keep the record that a member says a line is wrong, and by when they answer."""
    context = {"contest": contest, "due": Day(contest.due_on)}
    for person in register_keepers(statute_day(at)):
        tell(
            person=person,
            event=f"members.line_contested:{contest.pk}",
            template="members/line_contested",
            context=context,
            at=at,
        )


def contest_answered(contest: Contest, *, at: datetime) -> None:
    """Tell those who act for the member what the secretary answered."""
    event = f"members.contest_answered:{contest.pk}"
    _tell_member(contest.member, event, "contest_answered", {"contest": contest}, at)


def _tell_member(member: Member, event: str, template: str, context: dict, at: datetime) -> None:
    context = context | {"member": member}
    for person in those_who_confirm(member, at):
        tell(person=person, event=event, template=f"members/{template}", context=context, at=at)
