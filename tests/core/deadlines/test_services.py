"""A deadline is rung when it is due, answered once, and survives a dying worker."""

from datetime import timedelta

import pytest
from celery import current_app, shared_task
from kombu.exceptions import OperationalError as BrokerError

from lacralo.core.audit import act
from lacralo.core.deadlines.models import Deadline
from lacralo.core.deadlines.services import cancel, ring_due, schedule, take
from lacralo.core.people.models import Person
from tests.builders import NOW, person

HOUR = timedelta(hours=1)
TASK = "tests.answer"
answered: list[int] = []


@act
def answer(*, pk: int, now, dies: bool = False) -> bool:
    """The act that answers: it takes the deadline first."""
    if take(pk=pk, now=now) is None:
        return False
    if dies:
        raise MemoryError("the worker was killed")
    answered.append(pk)
    return True


@shared_task(name=TASK)
def answer_task(pk: int) -> bool:
    """The task that a deadline names."""
    return answer(pk=pk, now=NOW)


@pytest.fixture(autouse=True)
def _nothing_answered():
    answered.clear()


@pytest.fixture
def ana(transactional_db) -> Person:
    return person("Ana")


def due_in(hours: float, about: Person, key: str = "end") -> Deadline:
    """A deadline so many hours from now."""
    return schedule(task=TASK, key=key, subject=about, due_at=NOW + hours * HOUR, now=NOW)


def test_what_is_due_is_answered(ana):
    deadline = due_in(0, ana)

    rung = ring_due(now=NOW)

    deadline.refresh_from_db()
    assert (rung, answered, deadline.rung_at) == (1, [deadline.pk], NOW)


def test_what_is_not_due_yet_waits(ana):
    due_in(0.001, ana)

    assert (ring_due(now=NOW), answered) == (0, [])


def test_a_ring_that_comes_late_still_answers(ana):
    deadline = due_in(1, ana)

    ring_due(now=NOW + timedelta(days=9))

    assert answered == [deadline.pk]


def test_ringing_twice_answers_once(ana):
    deadline = due_in(0, ana)

    ring_due(now=NOW)
    again = ring_due(now=NOW + HOUR)

    assert (again, answered) == (0, [deadline.pk])


def test_a_task_delivered_twice_answers_once(ana):
    deadline = due_in(0, ana)

    outcomes = [answer(pk=deadline.pk, now=NOW), answer(pk=deadline.pk, now=NOW)]

    assert (outcomes, answered) == ([True, False], [deadline.pk])


def test_a_worker_that_dies_leaves_the_deadline_to_the_next_ring(ana):
    deadline = due_in(0, ana)
    with pytest.raises(MemoryError):
        answer(pk=deadline.pk, now=NOW, dies=True)

    ring_due(now=NOW)

    assert answered == [deadline.pk]


def test_a_cancelled_deadline_never_rings(ana):
    deadline = due_in(0, ana)
    cancel(subject=ana, now=NOW)

    assert (ring_due(now=NOW), answer(pk=deadline.pk, now=NOW)) == (0, False)


def test_cancelling_one_task_leaves_the_others_to_ring(ana):
    deadline = due_in(0, ana)

    cancel(subject=ana, task="tests.another", now=NOW)
    ring_due(now=NOW)

    assert answered == [deadline.pk]


def test_cancelling_leaves_the_deadlines_of_others_alone(ana):
    due_in(0, ana)
    other = due_in(0, person("Luz"))

    cancel(subject=ana, now=NOW)
    ring_due(now=NOW)

    assert answered == [other.pk]


def test_scheduling_the_same_again_moves_it(ana):
    first = due_in(0, ana)
    second = due_in(2, ana)

    ring_due(now=NOW + HOUR)
    early = list(answered)
    ring_due(now=NOW + 2 * HOUR)

    first.refresh_from_db()
    assert (first.cancelled_at, early, answered) == (NOW, [], [second.pk])


def test_scheduling_the_same_moment_again_changes_nothing(ana):
    assert due_in(1, ana).pk == due_in(1, ana).pk


def test_one_subject_has_deadlines_of_several_keys(ana):
    due_in(0, ana, "begin"), due_in(0, ana, "end")

    assert ring_due(now=NOW) == 2


def test_one_deadline_that_nobody_can_answer_holds_up_no_other(ana):
    schedule(task="tests.nobody_knows_me", key="k", subject=ana, due_at=NOW - HOUR, now=NOW)
    deadline = due_in(0, ana)

    ring_due(now=NOW)

    assert answered == [deadline.pk]


def test_a_broker_that_is_down_loses_no_deadline(ana, monkeypatch):
    deadline = due_in(0, ana)

    def down(*arguments):
        raise BrokerError("connection refused")

    with monkeypatch.context() as patch:
        patch.setattr(current_app.tasks[TASK], "delay", down)
        ring_due(now=NOW)
    ring_due(now=NOW)

    assert answered == [deadline.pk]


@pytest.mark.postgres
def test_two_workers_at_once_answer_once(ana):
    from tests.core.threads import at_once

    deadline = due_in(0, ana)

    outcomes = at_once([lambda: answer(pk=deadline.pk, now=NOW)] * 6)

    assert sorted(outcomes) == [False] * 5 + [True]
