"""Tasks of the plan, as they stand after the acts."""

from lacralo.core.texts.services import Wording, keep_wording
from members.models import PlanDependency, PlanTask
from tests.builders import NOW


def task(words: str = "Write it down", *, waits_for: tuple[PlanTask, ...] = (), **fields) -> PlanTask:
    """A task of the plan, in English."""
    title = keep_wording(None, Wording("en", words), by=None, now=NOW)
    made = PlanTask.objects.create(title=title, **fields)
    for other in waits_for:
        PlanDependency.objects.create(task=made, waits_for=other)
    return made
