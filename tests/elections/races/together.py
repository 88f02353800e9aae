"""People who act in the same moment, each with a connection of their own."""

import threading
from collections.abc import Callable, Iterable

from django.db import connection

from lacralo.core.verdicts import Refused


def at_once(acts: Iterable[Callable[[], object]]) -> list:
    """What each act came to when all begin at the same moment: its outcome, or the refusal."""
    acts = list(acts)
    outcomes, together = [None] * len(acts), threading.Barrier(len(acts))

    def run(number, act):
        together.wait()
        try:
            outcomes[number] = act()
        except Refused as refusal:
            outcomes[number] = refusal
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
