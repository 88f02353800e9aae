"""Who keeps the plan of next steps, and who says how far a task is."""

from datetime import date

from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict
from members.enums.plan import PlanBar
from members.models import PlanTask
from members.permissions.register import can_keep_register
from members.selectors.plan import owns

#: What the owner of a task says by themselves; to drop one, or take it up again, is for the keepers.
_OF_THE_OWNER = ("start", "finish")


def can_keep_plan(person: Person | None, *, on: date) -> Verdict:
    """Whether the person keeps the plan on that day: the secretary and support staff do."""
    return Verdict((Line(PlanBar.NOT_PLAN_KEEPER, bool(can_keep_register(person, on=on))),))


def can_move_task(person: Person | None, task: PlanTask, move: str, *, on: date) -> Verdict:
    """Whether the person may start, finish, drop or take up the task on that day."""
    keeps = can_keep_plan(person, on=on)
    if keeps or move not in _OF_THE_OWNER:
        return keeps
    return Verdict((Line(PlanBar.NOT_TASK_OWNER, person is not None and owns(person, task, on=on)),))
