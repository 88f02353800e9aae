"""The directory as a file that can be read back by the import."""

import csv
import io
from collections.abc import Iterable

from members.models import Member
from members.rules.import_file import COLUMNS

#: A spreadsheet takes a cell that starts so for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@")


def directory_csv(members: Iterable[Member]) -> str:
    """The members as CSV with the columns of the import; they carry `status_key` and `subregion_key`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for member in members:
        cells = (
            member.name,
            member.country.code or "",
            member.website,
            member.status_key,
            member.accredited_on,
            member.subregion_key,
        )
        writer.writerow(_plain(cell) for cell in cells)
    return text.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
