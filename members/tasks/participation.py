"""What follows when participation falls, day by day."""

from celery import shared_task

from lacralo.core.deadlines.clock import database_now
from members.services.consequences import review_participation


@shared_task(name="members.review_participation")
def review() -> int:
    """Do what the rules say follows today, for every member."""
    return review_participation(now=database_now())
