"""When the figures of a step go to observers, when a box is swept, and when it is destroyed."""

from celery import shared_task

from elections.services.mixing import DESTROY_TASK, SWEEP_TASK, destroy_box, sweep
from elections.services.observers import WITNESS_TASK, write_to_observers
from lacralo.core.deadlines.clock import database_now


@shared_task(name=WITNESS_TASK)
def tell_observers(pk: int) -> None:
    """A step is done: observers and scrutineers get its figures."""
    write_to_observers(pk=pk, now=database_now())


@shared_task(name=SWEEP_TASK)
def sweep_box(pk: int) -> None:
    """A box was emptied: rewrite what the database would keep of it."""
    sweep(pk=pk, now=database_now())


@shared_task(name=DESTROY_TASK)
def destroy(pk: int) -> None:
    """A result is final: destroy envelopes and sealed keys."""
    destroy_box(pk=pk, now=database_now())
