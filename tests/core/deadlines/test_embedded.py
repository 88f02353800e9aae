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


@shared_task(name="tests.seldom")
def seldom_task() -> None:
    """Counts how often it was called."""
    called.append(1)


called: list[int] = []


@pytest.mark.django_db(transaction=True)
def test_what_is_done_once_a_day_is_called_at_the_start_and_not_at_every_look(monkeypatch, settings):
    settings.CELERY_BEAT_SCHEDULE = {
        "ring": {"task": "core.ring", "schedule": 60},
        "seldom": {"task": "tests.seldom", "schedule": 86400},
    }
    monkeypatch.setattr(embedded, "EVERY_SECONDS", 0.05)
    schedule(task="tests.ring", key="k", subject=person(), due_at=NOW.replace(year=2020), now=NOW)
    stop = threading.Event()
    rung.clear()

    thread = embedded.start_ringing(stop)
    for _ in range(3):
        assert rung.wait(10)
        rung.clear()
    stop.set()
    thread.join(10)

    assert len(called) == 1
