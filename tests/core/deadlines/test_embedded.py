"""Without a broker a thread rings; what fails is tried again."""

import threading

import pytest
from celery import shared_task

from lacralo.core.deadlines import embedded
from lacralo.core.deadlines.models import Deadline
from lacralo.core.deadlines.services import schedule
from tests.builders import NOW, person

rung = threading.Event()


@shared_task(name="tests.ring")
def ring_task(pk: int) -> None:
    """Says that it was called, then fails."""
    rung.set()
    raise RuntimeError("it fails after it was called")


@pytest.mark.django_db(transaction=True)
def test_the_bell_rings_what_is_due_and_goes_on_when_a_task_fails(monkeypatch):
    monkeypatch.setattr(embedded, "EVERY_SECONDS", 0.05)
    schedule(task="tests.ring", key="k", subject=person(), due_at=NOW.replace(year=2020), now=NOW)
    stop = threading.Event()

    thread = embedded.start_ringing(stop)
    first = rung.wait(10)
    rung.clear()
    second = rung.wait(10)
    stop.set()
    thread.join(10)

    assert (first, second, thread.is_alive()) == (True, True, False)
    assert Deadline.objects.get().rung_at is None
