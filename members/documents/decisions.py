"""The register of decisions as a file."""

import csv
import io
from collections.abc import Iterable

from members.selectors.decisions import Told, decided_by

_COLUMNS = ("number", "decided_on", "decided_by", "how", "article", "language", "decision", "replaces")
#: A spreadsheet takes a cell that starts so for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@")


def decisions_csv(rows: Iterable[Told]) -> str:
    """The decisions as CSV; days are UTC days, the wording is the one shown to the reader."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for each in rows:
        decision = each.row
        cells = (decision, decision.decided_on, decided_by(decision), decision.how, decision.article,
                 each.words.language, each.words.body, decision.replaces or "")  # fmt: skip
        writer.writerow(_plain(str(cell)) for cell in cells)
    return text.getvalue()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
