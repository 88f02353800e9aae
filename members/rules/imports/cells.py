"""What single cells may hold: names, days, addresses.  Pure."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from lacralo.core.verdicts import Line
from members.enums import FileFault
from members.rules.imports.files import fault
from members.rules.periods import Period

_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_EMAIL = re.compile(r"[^@\s,;<>\"']+@[^@\s,;<>\"']+\.[^@\s,;<>\"'.]+")


@dataclass(frozen=True)
class Said:
    """What a cell or several say, and what is wrong with them; `value` None when they say nothing."""

    value: object = None
    faults: tuple[Line, ...] = ()


def one_name(text: str) -> str:
    """A name on one line, its letters composed."""
    return unicodedata.normalize("NFC", " ".join(text.split()))


def is_partial_date(text: str) -> bool:
    """Whether it is a year, a month or a day of the calendar: `2008`, `2008-05`, `2008-05-14`."""
    if not _PARTIAL_DATE.fullmatch(text):
        return False
    year, month, day = (*(int(part) for part in text.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def day_of(text: str) -> date | None:
    """A whole day of the calendar (`2008-05-14`); None for anything else."""
    if not (_DAY.fullmatch(text) and is_partial_date(text)):
        return None
    return date.fromisoformat(text)


def is_website(address: str) -> bool:
    """Whether it is the address of a web site."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        parts.port  # noqa: B018  (reading it raises on a port that is no number)
    except ValueError:
        return False
    is_clean = not re.search(r"[\s<>\"']", address)
    return parts.scheme in ("http", "https") and "." in host.strip(".") and is_clean


def is_email(address: str) -> bool:
    """Whether it has the form of an e-mail address."""
    return bool(_EMAIL.fullmatch(address)) and len(address) <= 254


def said_once(cells: Mapping[str, str], columns: Iterable[str]) -> Iterable[Line]:
    """A fault for each of these columns whose cell is empty."""
    for column in columns:
        if not cells[column]:
            yield fault(FileFault.EMPTY_CELL, column=column)


def period_of(cells: Mapping[str, str]) -> Said:
    """The period of the columns `start` and `end` (the first day without it); None when it cannot be told."""
    found, faults = {}, []
    for column in ("start", "end"):
        found[column] = day_of(cells[column])
        if cells[column] and found[column] is None:
            faults.append(fault(FileFault.BAD_DAY, column=column, value=cells[column]))
    start, end = found["start"], found["end"]
    if not cells["start"]:
        faults.append(fault(FileFault.EMPTY_CELL, column="start"))
    if start and end and end <= start:
        faults.append(fault(FileFault.ENDS_BEFORE_IT_STARTS, start=start))
    if cells["end_reason"] and not cells["end"]:
        faults.append(fault(FileFault.REASON_WITHOUT_END))
    return Said(None if faults else Period(start, end), tuple(faults))
