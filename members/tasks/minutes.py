"""Tasks of actions and of minutes."""

from celery import shared_task

from lacralo.core.deadlines.clock import database_now
from members.services.actions import answer_due_action
from members.services.minutes import approve_by_silence


@shared_task(name="members.action_due")
def action_due(deadline: int) -> bool:
    """The due day of an action is near or over: remind its owner, or tell the chair."""
    return answer_due_action(pk=deadline, now=database_now())


@shared_task(name="members.minutes_silence")
def minutes_silence(deadline: int) -> bool:
    """The time to object to minutes is over: without an objection they are approved."""
    return approve_by_silence(pk=deadline, now=database_now())
