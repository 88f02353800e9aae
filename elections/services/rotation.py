"""The rotation table is loaded from data; it only ever grows, and no election moves it."""

from datetime import datetime

from elections.enums.acts import Act
from elections.models import RotationRow
from elections.rules.rotation import RotationTable, parse_rotation
from lacralo.core.audit import act, record
from lacralo.core.audit.links import digest_of
from lacralo.core.people.models import Person


class TableMoved(ValueError):
    """The file gives a year a sub-region other than the one that is published: the table never moves."""


@act
def load_rotation(*, text: str, source: str, by: Person | None, now: datetime) -> int:
    """Load the years of a rotation table (CSV) that are not there yet; how many rows were new.

    Raises BadTable for a file that is no table, TableMoved for one that contradicts what is published.
    """
    table = parse_rotation(text)
    present = {
        (row.year, row.post): row.subregion for row in RotationRow.objects.select_for_update(of=("self",))
    }
    new = []
    for year, post, subregion in _cells(table):
        known = present.get((year, str(post)))
        if known is None:
            new.append(RotationRow(year=year, post=post, subregion=subregion, source=source))
        elif known != subregion:
            raise TableMoved(f"{year} {post}: the published table says {known}, the file says {subregion}")
    for row in new:
        row.save()
    if new:
        digest = digest_of(sorted((year, str(post), subregion) for year, post, subregion in _cells(table)))
        record(Act.ROTATION_LOADED, subject=new[-1], by=by, at=now, digest=digest)
    return len(new)


def _cells(table: RotationTable):
    for year in table.years:
        for post, subregion in table.rows[year].items():
            yield year, post, subregion
