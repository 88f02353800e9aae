"""The skills directory as a file: exactly what its reader sees on the page."""

import csv
import io
from collections.abc import Iterable

from members.documents.register import plain_cell
from members.selectors.skills import Shown

COLUMNS = (
    "name",
    "members",
    "country",
    "topics",
    "languages",
    "willing",
    "hours",
    "about",
    "about_language",
)


def skills_csv(people: Iterable[Shown]) -> str:
    """One line a person, in the order given; several things in a cell are parted by semicolons."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for each in people:
        cells = (
            each.name,
            "; ".join(each.members),
            each.country,
            "; ".join(each.topics),
            "; ".join(f"{language} ({level})" for language, level in each.languages.items()),
            "; ".join(each.willing),
            str(each.hours or ""),
            each.about,
            each.about_language if each.about else "",
        )
        writer.writerow(plain_cell(cell) for cell in cells)
    return text.getvalue()
