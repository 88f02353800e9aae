"""The plan of next steps as a file."""

import csv
import io
from collections.abc import Iterable

from members.selectors.plan import TaskRow

_COLUMNS = (
    "number", "task", "language", "owner", "priority", "starts_on", "due_on", "status", "closed_on",
    "waits_for", "is_late",
)  # fmt: skip
#: A spreadsheet takes a cell that starts so for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@")


def plan_csv(rows: Iterable[TaskRow]) -> str:
    """The tasks as CSV; days are UTC days, what a task waits for are numbers with spaces between them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for row in rows:
        task = row.task
        cells = (
            task.pk, row.title.body, row.title.language, row.owner, task.priority, task.starts_on or "",
            task.due_on or "", task.status, task.closed_on or "",
            " ".join(str(other.task.pk) for other in row.waits_for), "yes" if row.is_late else "no",
        )  # fmt: skip
        writer.writerow(_plain(str(cell)) for cell in cells)
    return text.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
