"""Tasks of handing an office over."""

from celery import shared_task

from lacralo.core.deadlines.clock import database_now
from members.services.handover import ask_to_hand_over, welcome_holder


@shared_task(name="members.handover_due")
def handover_due(deadline: int) -> bool:
    """A term ends soon: its holder is asked to hand over."""
    return ask_to_hand_over(pk=deadline, now=database_now())


@shared_task(name="members.handover_begun")
def handover_begun(deadline: int) -> bool:
    """A term begins: its holder learns what they take over."""
    return welcome_holder(pk=deadline, now=database_now())
