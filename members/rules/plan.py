"""When a task of the plan may change, what is late, and what comes before its turn.  Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from lacralo.core.verdicts import Line, Verdict
from members.enums.plan import PlanBar, TaskStatus

#: What is over: nothing of it is late, and nothing waits for it any more.
CLOSED = frozenset({TaskStatus.DONE, TaskStatus.DROPPED})


@dataclass(frozen=True)
class Dates:
    """A task as time sees it: days (UTC), where it stands, when it was done or dropped, what it waits for."""

    key: int
    starts_on: date | None = None
    due_on: date | None = None
    status: TaskStatus = TaskStatus.TODO
    closed_on: date | None = None
    waits_for: tuple[int, ...] = ()


@dataclass(frozen=True)
class Wish:
    """A task as somebody wants it to be; `circle` names the tasks that would wait for each other."""

    has_title: bool
    owners: int
    starts_on: date | None
    due_on: date | None
    circle: tuple[str, ...] = ()


def may_stand_in_plan(wish: Wish) -> Verdict:
    """Whether a task can be kept so: a title, one owner at most, days in order, and no circle."""
    in_order = wish.starts_on is None or wish.due_on is None or wish.starts_on <= wish.due_on
    return Verdict(
        (
            Line(PlanBar.TITLE_MISSING, wish.has_title),
            Line(PlanBar.TWO_OWNERS, wish.owners <= 1),
            Line(PlanBar.DUE_BEFORE_START, in_order),
            Line(PlanBar.CIRCLE, not wish.circle, facts={"names": " → ".join(wish.circle)}),
        )
    )


def may_change(*, is_closed: bool, reason: str, changes: int) -> Verdict:
    """Whether a task may be changed: it is open, something changes, and somebody says why."""
    return Verdict(
        (
            Line(PlanBar.TASK_CLOSED, not is_closed),
            Line(PlanBar.NOTHING_CHANGED, changes > 0),
            Line(PlanBar.WHY_MISSING, bool(reason.strip())),
        )
    )


def may_move(*, is_legal: bool, needs_reason: bool, reason: str) -> Verdict:
    """Whether a task may be started, done, dropped or taken up again; the last two need a reason."""
    return Verdict(
        (
            Line(PlanBar.MOVE_NOT_OPEN, is_legal),
            Line(PlanBar.WHY_MISSING, not needs_reason or bool(reason.strip())),
        )
    )


def circle(waits_for: Mapping[int, Iterable[int]], task: int) -> tuple[int, ...]:
    """The way from the task back to itself along what waits for what; empty when there is none.

    The first and the last of the answer are the task; each waits for the next.  Of several ways, a shortest.
    """
    came_from: dict[int, int] = {}
    edge = [task]
    while edge:
        reached = []
        for each in edge:
            for other in waits_for.get(each, ()):
                if other == task:
                    return (*_way(came_from, task, each), task)
                if other not in came_from:
                    came_from[other] = each
                    reached.append(other)
        edge = reached
    return ()


def _way(came_from: Mapping[int, int], first: int, last: int) -> list[int]:
    way = [last]
    while way[-1] != first:
        way.append(came_from[way[-1]])
    return way[::-1]


def is_late(task: Dates, today: date) -> bool:
    """Whether the task is open and its due day is over."""
    return task.status not in CLOSED and task.due_on is not None and task.due_on < today


def too_early(tasks: Iterable[Dates]) -> dict[int, tuple[int, ...]]:
    """The tasks that start before something they wait for has ended, with what they should have waited for.

    A task may start on the day on which the other ends.  What was dropped holds nothing up, and what is over
    ended on the day on which it was done.  A task without a start is asked for its due day; one that is under
    way or done has started, whatever its days say.
    """
    by_key = {each.key: each for each in tasks}
    found = {}
    for task in by_key.values():
        hurried = tuple(
            key for key in task.waits_for if key in by_key and _starts_before_end(task, by_key[key])
        )
        if hurried and task.status != TaskStatus.DROPPED:
            found[task.key] = hurried
    return found


def _starts_before_end(task: Dates, other: Dates) -> bool:
    if other.status == TaskStatus.DROPPED:
        return False
    if other.status != TaskStatus.DONE and task.status in (TaskStatus.UNDER_WAY, TaskStatus.DONE):
        return True
    start = task.starts_on or task.due_on
    end = other.closed_on if other.status == TaskStatus.DONE else other.due_on
    return start is not None and end is not None and start < end
