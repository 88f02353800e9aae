"""The periodic tasks of the ground: ring what is due, send what is waiting, forget sessions that are over."""

from celery import shared_task
from django.core.management import call_command

from lacralo.core.deadlines.clock import database_now
from lacralo.core.deadlines.services import ring_due
from lacralo.core.notifications.services import send_waiting


@shared_task(name="core.ring")
def ring() -> int:
    """Ring the deadlines that are due."""
    return ring_due(now=database_now())


@shared_task(name="core.send")
def send() -> int:
    """Send the mails that wait in the outbox."""
    return send_waiting(now=database_now())


@shared_task(name="core.tidy")
def tidy() -> None:
    """Remove the sessions that are over: nothing of them is needed."""
    call_command("clearsessions")
