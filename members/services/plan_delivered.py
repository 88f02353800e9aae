"""The first content of the plan: the next steps agreed in Los Angeles."""

import json
from datetime import datetime
from pathlib import Path

from lacralo.core.audit import act, record
from lacralo.core.people.models import Person
from lacralo.core.texts.services import Wording, keep_wording
from members.enums.plan import PlanAct, PlanField, Priority
from members.models import PlanChange, PlanDependency, PlanTask, Position

_DATA = Path(__file__).resolve().parent.parent / "data" / "plan.json"


@act
def load_plan(*, by: Person | None, now: datetime) -> int:
    """Add the delivered tasks that are missing; answers how many.

    What is there stays as the secretary keeps it: words, owners, days, and what was dropped.
    """
    delivered = json.loads(_DATA.read_text(encoding="utf-8"))
    known = {task.key: task for task in PlanTask.objects.exclude(key=None)}
    new = [told for told in delivered["tasks"] if told["key"] not in known]
    for told in new:
        known[told["key"]] = _task(told, by=by, now=now)
    for told in new:
        for key in told.get("waits_for", ()):
            PlanDependency.objects.create(task=known[told["key"]], waits_for=known[key])
        _note(known[told["key"]], delivered["source"], by=by, now=now)
    return len(new)


def _task(told: dict, *, by, now) -> PlanTask:
    owner = Position.objects.filter(key=told["owner"]).first() if "owner" in told else None
    return PlanTask.objects.create(
        key=told["key"],
        title=_text(told["title"], by=by, now=now),
        note=_text(told["note"], by=by, now=now) if "note" in told else None,
        owner_position=owner,
        priority=told.get("priority", Priority.NORMAL),
    )


def _text(words: dict[str, str], *, by, now):
    """The four languages were written together; English is the original, as of the portal itself."""
    translations = {language: body for language, body in words.items() if language != "en"}
    return keep_wording(None, Wording("en", words["en"], translations), by=by, now=now)


def _note(task: PlanTask, source: str, *, by, now) -> None:
    changes = {str(PlanField.STATUS): [None, str(task.status)]}
    PlanChange.objects.create(
        task=task, act=PlanAct.TASK_ADDED, by=by, at=now, reason=source, language="en", changes=changes
    )
    record(PlanAct.TASK_ADDED, subject=task, by=by, at=now)
