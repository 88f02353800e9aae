"""The rotation table as it is loaded, and what became of each row."""

from dataclasses import dataclass
from datetime import datetime

from elections.enums import CalendarKey, PostKey
from elections.models import Election, RotationRow
from elections.rules.rotation import ROTATING, RotationTable, is_elected_in
from elections.selectors.elections import Stage, stage_of

_FALLBACKS = (CalendarKey.NOMINATIONS_2, CalendarKey.NOMINATIONS_3)


def rotation_table() -> RotationTable:
    """The table; empty when it was never loaded, so that every year is unknown.  One query."""
    rows: dict[int, dict[PostKey, str]] = {}
    for row in RotationRow.objects.all():
        rows.setdefault(row.year, {})[PostKey(row.post)] = row.subregion
    return RotationTable(rows)


def sources() -> list[str]:
    """Where the table comes from."""
    return list(RotationRow.objects.order_by("source").values_list("source", flat=True).distinct())


@dataclass(frozen=True)
class Cell:
    """A post in a year: whose turn it is, whether it is elected then, and the elections that were held."""

    post: PostKey
    subregion: str
    is_elected: bool
    stages: tuple[Stage, ...]

    @property
    def used_fallback(self) -> bool:
        """Whether an election of the row went into a further phase of nominations."""
        return any(each.key in _FALLBACKS for stage in self.stages for each in stage.steps)


@dataclass(frozen=True)
class Row:
    """A year of the table."""

    year: int
    cells: tuple[Cell, ...]
    is_present: bool


def rotation_rows(now: datetime) -> list[Row]:
    """The table, year by year, with what happened to each row: three queries however long it is."""
    table = rotation_table()
    held: dict[tuple[int, str], list[Stage]] = {}
    elections = (
        Election.objects.published().select_related("position", "rule_set").prefetch_related("calendar")
    )
    for election in elections.order_by("pk"):
        held.setdefault((election.year, election.position.key), []).append(stage_of(election, now))
    return [
        Row(
            year,
            tuple(
                Cell(
                    post,
                    table.rows[year].get(post, ""),
                    is_elected_in(year, post),
                    tuple(held.get((year, str(post)), ())),
                )
                for post in ROTATING
            ),
            is_present=year == now.year,
        )
        for year in table.years
    ]
