"""Tasks of the plan of next steps."""

from celery import shared_task

from lacralo.core.deadlines.clock import database_now
from members.services.plan import remind_of_late_task


@shared_task(name="members.plan_task_late")
def plan_task_late(deadline: int) -> bool:
    """The due day of a task is over: remind its owner."""
    return remind_of_late_task(pk=deadline, now=database_now())
