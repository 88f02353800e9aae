"""Deadlines are scheduled by the acts that make them, rung by one periodic task, and taken once."""

import logging
from collections.abc import Iterable
from datetime import datetime

from celery import current_app
from celery.exceptions import NotRegistered
from django.db import models, transaction
from kombu.exceptions import OperationalError as BrokerError

from lacralo.core.deadlines.models import Deadline

logger = logging.getLogger(__name__)


def schedule(*, task: str, key: str, subject: models.Model, due_at: datetime, now: datetime) -> Deadline:
    """Have `task` called about `subject` at `due_at` (UTC); scheduling the same key again moves it.

    Called inside an act.
    """
    same = {
        "task": task,
        "key": key,
        "subject_type": subject._meta.label_lower,
        "subject_id": str(subject.pk),
    }
    Deadline.objects.open().filter(**same).exclude(due_at=due_at).update(cancelled_at=now)
    deadline, _ = Deadline.objects.get_or_create(**same, cancelled_at=None, defaults={"due_at": due_at})
    return deadline


def schedule_new(*, task: str, key: str, subjects: Iterable[tuple[models.Model, datetime]]) -> None:
    """The same for many rows that have just been made, each with its moment (UTC), all at once.

    Called inside an act.  Raises IntegrityError for a row that has such a deadline already.
    """
    Deadline.objects.bulk_create(
        Deadline(
            task=task,
            key=key,
            subject_type=subject._meta.label_lower,
            subject_id=str(subject.pk),
            due_at=due_at,
        )
        for subject, due_at in subjects
    )


def cancel(*, subject: models.Model, now: datetime, task: str = "") -> None:
    """The open deadlines about `subject` will not ring; with `task`, those it would answer.

    Called inside an act.
    """
    asked = {"task": task} if task else {}
    Deadline.objects.open().about(subject).filter(**asked).update(cancelled_at=now)


def take(*, pk: int, now: datetime) -> Deadline | None:
    """Mark a deadline rung; None when somebody already did, or when it was cancelled.

    Called first inside the act that answers the deadline: if that act fails, the mark goes with it and
    the next ring tries again; if the task is delivered twice, the second finds it taken.
    """
    deadline = Deadline.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if deadline is None or deadline.rung_at or deadline.cancelled_at:
        return None
    deadline.rung_at = now
    deadline.save(update_fields=["rung_at"])
    return deadline


def ring_due(*, now: datetime) -> int:
    """Call the task of every deadline that is due; how many were called."""
    due = list(Deadline.objects.due(now).order_by("due_at", "pk").values_list("task", "pk"))
    for task, pk in due:
        transaction.on_commit(lambda task=task, pk=pk: _call(task, pk))
    return len(due)


def _call(task: str, pk: int) -> None:
    """Call one task; what cannot be called now is rung again, and holds up no other."""
    try:
        current_app.tasks[task].delay(pk)
    except NotRegistered:
        logger.error("deadline %s names the task %s, which nobody knows", pk, task)
    except BrokerError:
        logger.warning("the broker did not answer; deadline %s is rung again", pk)
