"""The entry of a member is confirmed, and those who act for it are asked again after a year."""

from datetime import datetime

from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.services import cancel, schedule, take
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require
from members import notifications
from members.enums import Act
from members.models import Confirmation, Member
from members.permissions import can_confirm_entry
from members.rules.confirmations import YEAR
from members.selectors.confirmations import last_confirmation, those_who_confirm

#: The task that asks; see `members.tasks`.
_TASK = "members.entry_to_confirm"


@act
def confirm_entry(*, member: Member, by: Person, now: datetime) -> Confirmation:
    """Somebody found the entry right; the next question comes in a year.  Raises Refused."""
    member = Member.objects.select_for_update(of=("self",)).get(pk=member.pk)
    require(can_confirm_entry(by, member, now=now))
    confirmation = Confirmation.objects.create(member=member, confirmed_by=by, confirmed_at=now)
    record(Act.ENTRY_CONFIRMED, subject=member, by=by, at=now)
    ask_later(member, now=now)
    return confirmation


def ask_later(member: Member, *, now: datetime) -> None:
    """Part of an act: in a year those who then act for the member are asked to look at its entry."""
    due_at = now + YEAR
    cancel(subject=member, task=_TASK, now=now)
    schedule(task=_TASK, key=f"{due_at:%Y-%m-%d}", subject=member, due_at=due_at, now=now)


@act
def ask_to_confirm(*, pk: int, now: datetime) -> bool:
    """Answer that deadline: a mail to everybody who acts for the member, and the next question in a year.

    Whether it was answered now; not when it was before.
    """
    due = take(pk=pk, now=now)
    if due is None:
        return False
    member = Member.objects.get(pk=due.subject_id)
    last = last_confirmation(member)
    day = statute_day(last.confirmed_at) if last else None
    for person in those_who_confirm(member, now):
        notifications.entry_to_confirm(member, person, last=day, event=str(due.pk), at=now)
    ask_later(member, now=now)
    return True
