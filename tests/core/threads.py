"""Several at once, each with its own connection."""

import threading
from collections.abc import Callable, Sequence

from django.db import connections

_SECONDS = 60


def at_once(works: Sequence[Callable[[], object]]) -> list[object]:
    """Start all works at the same moment; their outcomes in order, an exception standing for itself."""
    ready, outcomes = threading.Barrier(len(works)), [None] * len(works)

    def run(place: int) -> None:
        try:
            ready.wait(_SECONDS)
            outcomes[place] = works[place]()
        except Exception as failure:
            outcomes[place] = failure
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(_SECONDS)
    return outcomes
