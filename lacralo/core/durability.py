"""Whether what the database has confirmed is still there after a power cut.

A voter who has seen a receipt or a tracker was told that the ballot is in the box.
"""

from collections.abc import Mapping

from django.db import connection

#: What PostgreSQL asks of the disk, and the values under which a confirmed row can be lost.
_LOSING = {"fsync": {"off"}, "full_page_writes": {"off"}, "synchronous_commit": {"off"}}
#: `PRAGMA synchronous`: from FULL on nothing that was confirmed is lost.
_FULL = 2


def losing(found: Mapping[str, str]) -> tuple[str, ...]:
    """Those of PostgreSQL's settings under which a confirmed ballot can be lost, as they are written."""
    return tuple(f"{name} = {found[name]}" for name, values in _LOSING.items() if found.get(name) in values)


def settings_that_lose() -> tuple[str, ...]:
    """The settings of the present database under which a confirmed ballot can be lost; one query."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [list(_LOSING)])
            return losing(dict(cursor.fetchall()))
        cursor.execute("PRAGMA synchronous")
        (level,) = cursor.fetchone()
    return () if level >= _FULL else (f"PRAGMA synchronous = {level}",)
