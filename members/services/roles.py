"""When a role is lost, the sessions opened with it end: at once, or when its last day is over."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from lacralo.core.audit import act
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.services import cancel, schedule, schedule_new, take
from lacralo.core.people.models import Person
from lacralo.core.people.services import end_sessions
from members.models import Representation, Term

#: The task that answers when the last day of a role is over; see `members.tasks`.
_TASK = "members.role_lost"


@act
def close_sessions(*, role: Term | Representation, end: date, by: Person | None, now: datetime) -> None:
    """End the person's sessions when the role is already lost, otherwise have it done when the day comes."""
    cancel(subject=role, task=_TASK, now=now)
    if end <= statute_day(now):
        end_sessions(person=role.person, by=by, now=now)
        return
    due_at = datetime.combine(end, time(), UTC)
    schedule(task=_TASK, key="end", subject=role, due_at=due_at, now=now)


def close_sessions_later(roles: Iterable[Term | Representation], *, now: datetime) -> None:
    """Part of an act: the sessions of roles that have just been entered end when the day comes, all at once.

    What had ended before it was entered opened no session.
    """
    today = statute_day(now)
    ending = [each for each in roles if each.end and each.end > today]
    subjects = [(each, datetime.combine(each.end, time(), UTC)) for each in ending]
    schedule_new(task=_TASK, key="end", subjects=subjects)


@act
def lose_role(*, deadline: int, now: datetime) -> bool:
    """The last day of a term or representation is over: the person's sessions end, once.

    Answers whether they did; a role whose end was moved keeps them.
    """
    due = take(pk=deadline, now=now)
    if due is None:
        return False
    kind = Term if due.subject_type == Term._meta.label_lower else Representation
    role = kind.objects.select_related("person").get(pk=due.subject_id)
    if role.end is None or role.end > statute_day(now):
        return False
    end_sessions(person=role.person, by=None, now=now)
    return True
