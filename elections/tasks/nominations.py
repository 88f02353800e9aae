"""When a step of a calendar begins or ends."""

from celery import shared_task

from elections.services.calls import STEP_TASK
from elections.services.rounds import answer_deadline
from lacralo.core.deadlines.clock import database_now


@shared_task(name=STEP_TASK)
def answer_step(pk: int) -> None:
    """A step began or ended: see what follows."""
    answer_deadline(pk=pk, now=database_now())
