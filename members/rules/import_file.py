"""A file of members, read line by line: what is wrong, what is uncertain, what is fit to load.  Pure.

Columns: name, country_iso2, website, status, accredited_on, subregion.  Any fault anywhere means that
nothing is loaded; lines with notes load as unverified.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from lacralo.core.verdicts import Line
from members.enums import FileFault, FileNote, MemberStatus, Subregion
from members.rules.names import search_form

COLUMNS = ("name", "country_iso2", "website", "status", "accredited_on", "subregion")
MOST_BYTES = 100_000

_LONGEST = {"name": 200, "website": 200, "status": 60}
_OTHER_DELIMITERS = ";\t|"
#: What the public sources say of members whose present status nobody has confirmed.
_UNCERTAIN = re.compile(
    r"accredited_as_of_\d{4}|decertification_proposed_\d{4}|rejected_\d{4}|applicant(_vote_\d{4})?_outcome_unverified",
    re.ASCII,
)
_PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


@dataclass(frozen=True)
class Row:
    """One member as the file has it.  `number` is the line of the file, the header being line 1."""

    number: int
    name: str
    country: str = ""
    website: str = ""
    status_in_file: str = ""
    accredited_on: str = ""
    faults: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()

    @property
    def status(self) -> MemberStatus:
        """The status it is loaded with: what the file says when that is certain, else unverified."""
        return MemberStatus.UNVERIFIED if self.notes else MemberStatus(self.status_in_file)

    @property
    def key(self) -> tuple[str, str]:
        """What makes two lines the same member: the name without accents and case, and the country."""
        return search_form(self.name), self.country


@dataclass(frozen=True)
class MemberFile:
    """The whole file: faults that concern no single line, and its lines."""

    faults: tuple[Line, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing in it is wrong: only then is anything loaded."""
        return not self.faults and not self.wrong_rows

    @property
    def wrong_rows(self) -> tuple[Row, ...]:
        """The lines that have a fault."""
        return tuple(row for row in self.rows if row.faults)


def parse(content: bytes, *, countries: Collection[str], subregions: Mapping[str, str]) -> MemberFile:
    """Read the file; `countries` are the known two-letter codes, `subregions` the sub-region of each."""
    if len(content) > MOST_BYTES:
        return _refused(FileFault.TOO_BIG, most=MOST_BYTES // 1000)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(FileFault.NOT_UTF8)
    if not text.strip():
        return _refused(FileFault.EMPTY)
    return _read(csv.reader(io.StringIO(text, newline=""), strict=True), countries, subregions)


def _refused(code: FileFault, **facts) -> MemberFile:
    return MemberFile(faults=(_fault(code, **facts),))


def _fault(code: FileFault | FileNote, **facts) -> Line:
    return Line(code, passed=False, facts=facts)


def _read(reader, countries, subregions) -> MemberFile:
    try:
        header = [cell.strip().casefold() for cell in next(reader)]
        faults = tuple(_faults_of_header(header))
        if faults:
            return MemberFile(faults=faults)
        numbered = tuple(_lines_of(reader))
    except csv.Error:
        return _refused(FileFault.BROKEN_QUOTES)
    rows = [_row(number, header, cells, countries, subregions) for number, cells in numbered]
    return MemberFile(rows=tuple(_with_duplicates(rows))) if rows else _refused(FileFault.EMPTY)


def _lines_of(reader) -> Iterable[tuple[int, list[str]]]:
    """Number (of the line on which it begins) and cells of every line that is not blank."""
    begins = reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield begins, [cell.strip() for cell in cells]
        begins = reader.line_num + 1


def _faults_of_header(header: list[str]) -> Iterable[Line]:
    if len(header) == 1 and any(sign in header[0] for sign in _OTHER_DELIMITERS):
        yield _fault(FileFault.WRONG_DELIMITER)
        return
    for column in COLUMNS:
        if column not in header:
            yield _fault(FileFault.MISSING_COLUMN, column=column)
    for column in dict.fromkeys(header):
        if column not in COLUMNS:
            yield _fault(FileFault.UNKNOWN_COLUMN, column=column)
        elif header.count(column) > 1:
            yield _fault(FileFault.REPEATED_COLUMN, column=column)


def _row(number: int, header: list[str], cells: list[str], countries, subregions) -> Row:
    if len(cells) != len(header):
        fault = _fault(FileFault.WRONG_NUMBER_OF_CELLS, cells=len(cells), columns=len(header))
        return Row(number, name=cells[0], faults=(fault,))
    cell = dict(zip(header, cells, strict=True))
    country = cell["country_iso2"].upper()
    faults = (
        *_faults_of_text(cell),
        *_faults_of_place(country, cell["subregion"].upper(), countries, subregions),
        *_faults_of_record(cell),
    )
    return Row(
        number,
        name=unicodedata.normalize("NFC", " ".join(cell["name"].split())),
        country=country,
        website=cell["website"],
        status_in_file=cell["status"],
        accredited_on=cell["accredited_on"],
        faults=faults,
        notes=tuple(_notes(country, cell["status"])),
    )


def _faults_of_text(cell: Mapping[str, str]) -> Iterable[Line]:
    if not cell["name"]:
        yield _fault(FileFault.NO_NAME)
    for column, most in _LONGEST.items():
        if len(cell[column]) > most:
            yield _fault(FileFault.TOO_LONG, column=column, most=most)
    for column in COLUMNS:
        if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") for sign in cell[column]):
            yield _fault(FileFault.BAD_CHARACTER, column=column)


def _faults_of_place(country: str, subregion: str, countries, subregions) -> Iterable[Line]:
    is_known = not country or country in countries
    expected = str(subregions.get(country, ""))
    if not is_known:
        yield _fault(FileFault.UNKNOWN_COUNTRY, value=country)
    if subregion and subregion not in list(Subregion):
        yield _fault(FileFault.UNKNOWN_SUBREGION, value=subregion)
    elif subregion and country and is_known and subregion != expected:
        yield _fault(
            FileFault.SUBREGION_CONTRADICTS, value=subregion, country=country, expected=expected or "—"
        )


def _faults_of_record(cell: Mapping[str, str]) -> Iterable[Line]:
    if cell["website"] and not _is_website(cell["website"]):
        yield _fault(FileFault.BAD_WEBSITE, value=cell["website"])
    if not _is_certain(cell["status"]) and not _UNCERTAIN.fullmatch(cell["status"]):
        yield _fault(FileFault.UNKNOWN_STATUS, value=cell["status"])
    if cell["accredited_on"] and not is_partial_date(cell["accredited_on"]):
        yield _fault(FileFault.BAD_DATE, value=cell["accredited_on"])


def _notes(country: str, status: str) -> Iterable[Line]:
    if _UNCERTAIN.fullmatch(status):
        yield _fault(FileNote.STATUS_UNVERIFIED, value=status)
    if not country:
        yield _fault(FileNote.COUNTRY_MISSING)


def _is_certain(status: str) -> bool:
    return status in list(MemberStatus)


def _is_website(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        parts.port  # noqa: B018  (reading it raises on a port that is no number)
    except ValueError:
        return False
    is_clean = not re.search(r"[\s<>\"']", address)
    return parts.scheme in ("http", "https") and "." in host.strip(".") and is_clean


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


def _with_duplicates(rows: Iterable[Row]) -> Iterable[Row]:
    """The rows, those that repeat an earlier member marked with its line."""
    first_line = {}
    for row in rows:
        earlier = first_line.setdefault(row.key, row.number) if row.name else row.number
        is_repeated = earlier != row.number
        fault = (_fault(FileFault.DUPLICATE, line=earlier),) if is_repeated else ()
        yield replace(row, faults=row.faults + fault)
