"""A witness outside of the database: how many events of a kind the portal has confirmed to somebody.

One file for each name, one byte for each event, appended after the commit: whoever sets the database back
to a backup does not set back the file, and the portal sees that confirmed events are missing.  The file
says how many, never which or when.
"""

import os
import re
from pathlib import Path

from django.conf import settings

_NAME = re.compile(r"[a-z0-9-]+")


def confirm(name: str) -> None:
    """One more event was confirmed.  Called after the commit."""
    file = os.open(_path(name), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, b".")
    finally:
        os.close(file)


def confirmed(name: str) -> int:
    """How many events were confirmed, as far as this machine knows."""
    try:
        return _path(name).stat().st_size
    except FileNotFoundError:
        return 0


def set_to(name: str, number: int) -> None:
    """From now on so many events count as confirmed: somebody answers for those that are missing."""
    path = _path(name)
    fresh = path.with_suffix(".new")
    fresh.write_bytes(b"." * number)
    fresh.replace(path)


def _path(name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    folder = Path(settings.HOME) / "witness"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name
