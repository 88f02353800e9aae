"""When a vote ends, and when its voters are reminded."""

from celery import shared_task

from elections.services.ballots import CLOSE_TASK, REMIND_TASK, close_on_time
from elections.services.reminders import remind
from lacralo.core.deadlines.clock import database_now


@shared_task(name=CLOSE_TASK)
def close(pk: int) -> None:
    """The time of a vote is over: close it."""
    close_on_time(pk=pk, now=database_now())


@shared_task(name=REMIND_TASK)
def send_reminder(pk: int) -> None:
    """The moment of a reminder has come."""
    remind(pk=pk, now=database_now())
