"""Tasks of meetings: series are kept every hour, invitations and reminders when they are due."""

from celery import shared_task

from lacralo.core.deadlines.clock import database_now
from members.services.meeting_calls import invite, remind
from members.services.rhythm import keep_all


@shared_task(name="members.keep_series")
def keep_series() -> int:
    """Make the next meetings of every series, and raise the alarms there are."""
    return keep_all(now=database_now())


@shared_task(name="members.meeting_invite")
def meeting_invite(deadline: int) -> int:
    """It is time to invite."""
    return invite(pk=deadline, now=database_now())


@shared_task(name="members.meeting_remind")
def meeting_remind(deadline: int) -> int:
    """It is time to remind."""
    return remind(pk=deadline, now=database_now())
