"""Without a broker, a small thread of the server does what beat and worker do with one."""

import logging
import threading

from celery import current_app
from django.db import close_old_connections

logger = logging.getLogger(__name__)

EVERY_SECONDS = 20


def start_ringing(stop: threading.Event | None = None) -> threading.Thread:
    """Ring due deadlines and send waiting mails in the background until `stop` is set."""
    stop = stop or threading.Event()

    def ring_on():
        while not stop.wait(EVERY_SECONDS):
            for task in ("core.ring", "core.send"):
                try:
                    current_app.tasks[task].delay()
                except Exception:
                    logger.exception("the embedded bell failed at %s; it rings again", task)
            close_old_connections()

    thread = threading.Thread(target=ring_on, name="bell", daemon=True)
    thread.start()
    return thread
