"""Without a broker, a small thread of the server does what beat and worker do with one."""

import logging
import threading
from time import monotonic

from celery import current_app
from django.conf import settings
from django.db import close_old_connections

logger = logging.getLogger(__name__)

#: How often the thread looks; what is to be done less often waits for its own seconds.
EVERY_SECONDS = 20
#: Seconds up to which a task is called at every look: mails and deadlines should not wait.
_OFTEN = 60


def start_ringing(stop: threading.Event | None = None) -> threading.Thread:
    """Call the tasks of the beat schedule in the background until `stop` is set; each once at the start."""
    stop = stop or threading.Event()
    called_at: dict[str, float] = {}

    def ring_on():
        while not stop.wait(EVERY_SECONDS):
            for name, entry in settings.CELERY_BEAT_SCHEDULE.items():
                is_due = name not in called_at or monotonic() >= called_at[name] + entry["schedule"]
                if is_due or entry["schedule"] <= _OFTEN:
                    called_at[name] = monotonic()
                    _call(entry["task"])
            close_old_connections()

    thread = threading.Thread(target=ring_on, name="bell", daemon=True)
    thread.start()
    return thread


def _call(task: str) -> None:
    try:
        current_app.tasks[task].delay()
    except Exception:
        logger.exception("the embedded bell failed at %s; it rings again", task)
