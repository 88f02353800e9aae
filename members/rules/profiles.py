"""What a person may choose from.  Pure."""

from collections.abc import Iterable

#: The parts of the world from which people of the region act; UTC for those who want no other.
_AREAS = ("America/", "Atlantic/", "Europe/", "Pacific/")


def zones_of(available: Iterable[str], present: str | None) -> list[str]:
    """The time zones offered, by name: those of the area, UTC, and the one chosen before."""
    return sorted(
        {zone for zone in available if zone.startswith(_AREAS)} | {"UTC"} | ({present} if present else set())
    )
