"""Free ports, and folders that go away."""

import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOOPBACK = "127.0.0.1"


class CannotStart(RuntimeError):
    """A real part is missing or does not start; the message says how to get it."""


def free_port() -> int:
    """A port of the loopback address that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return probe.getsockname()[1]


@contextmanager
def passing_folder() -> Iterator[Path]:
    """A folder that others may enter, removed at the end."""
    folder = Path(tempfile.mkdtemp(prefix="lacralo-test-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
