"""Tasks of the register."""

from celery import shared_task

from lacralo.core.deadlines.clock import database_now
from members.services.confirmations import ask_to_confirm
from members.services.roles import lose_role


@shared_task(name="members.role_lost")
def role_lost(deadline: int) -> bool:
    """A term or a representation is over: end the person's sessions."""
    return lose_role(deadline=deadline, now=database_now())


@shared_task(name="members.entry_to_confirm")
def entry_to_confirm(deadline: int) -> bool:
    """A year has passed: ask those who act for the member whether its entry is still right."""
    return ask_to_confirm(pk=deadline, now=database_now())
