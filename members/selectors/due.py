"""What falls due and matters to a meeting: the apps above say which of their deadlines do, and how."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from lacralo.core.deadlines.models import Deadline


@dataclass(frozen=True)
class Due:
    """A deadline in the reader's words, and where to read more."""

    words: str
    url: str


#: For deadlines of a task, those that everybody may know of, in words, by their keys.
Describe = Callable[[Iterable[Deadline]], Mapping[int, Due]]
_SOURCES: dict[str, Describe] = {}


def due_source(task: str, describe: Describe) -> None:
    """Deadlines of this task come on agendas; `describe` tells them, without anything confidential."""
    _SOURCES[task] = describe


def dues_between(start: datetime, end: datetime) -> list[Deadline]:
    """The open deadlines of such tasks that fall due from `start` until before `end` (UTC)."""
    found = Deadline.objects.open().filter(task__in=_SOURCES, due_at__gte=start, due_at__lt=end)
    return list(found.order_by("due_at", "pk"))


def described(deadlines: Iterable[Deadline]) -> dict[int, Due]:
    """Deadlines in words, by their keys; one that nobody describes any more is left out."""
    by_task: dict[str, list[Deadline]] = {}
    for each in deadlines:
        by_task.setdefault(each.task, []).append(each)
    found: dict[int, Due] = {}
    for task, rows in by_task.items():
        if task in _SOURCES:
            found |= _SOURCES[task](rows)
    return found
