"""A roll from a CSV file with the columns `member` and `country`; every bad line is named."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO

COLUMNS = ("member", "country")
_OTHER_DELIMITERS = (";", "\t", "|")


class RollFault(StrEnum):
    """What is wrong with a line."""

    EMPTY_FILE = "elections.roll_file.empty_file"
    WRONG_DELIMITER = "elections.roll_file.wrong_delimiter"
    MISSING_COLUMN = "elections.roll_file.missing_column"
    NO_MEMBERS = "elections.roll_file.no_members"
    WRONG_NUMBER_OF_FIELDS = "elections.roll_file.wrong_number_of_fields"
    NO_MEMBER = "elections.roll_file.no_member"
    NO_COUNTRY = "elections.roll_file.no_country"
    MEMBER_TWICE = "elections.roll_file.member_twice"
    COUNTRY_SPELT_DIFFERENTLY = "elections.roll_file.country_spelt_differently"
    BROKEN_QUOTES = "elections.roll_file.broken_quotes"


@dataclass(frozen=True)
class Fault:
    """A bad line: its number as an editor shows it, the reason, and what was found."""

    line: int
    reason: RollFault
    found: str = ""
    first_line: int = 0


class BadRollFile(ValueError):
    """The file makes no roll; `faults` names every bad line."""

    def __init__(self, faults: tuple[Fault, ...]):
        self.faults = faults
        super().__init__("; ".join(f"line {fault.line}: {fault.reason}" for fault in faults))


def parse_roll(text: str) -> dict[str, str]:
    """Which member is of which country, in the order of the file; a byte order mark is passed over.

    Raises BadRollFile with every bad line: all or nothing.
    """
    lines = list(_lines(text.removeprefix("\ufeff")))
    if not lines:
        raise BadRollFile((Fault(1, RollFault.EMPTY_FILE),))
    (number, header), *rows = lines
    header = [name.strip().lower() for name in header]
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        raise BadRollFile((_header_fault(number, header, missing),))
    if not rows:
        raise BadRollFile((Fault(number + 1, RollFault.NO_MEMBERS),))
    return _Reader(header).read(rows)


class _Reader:
    """Reads the rows, and remembers where a member and a country were first seen."""

    def __init__(self, header: list[str]):
        self.width = len(header)
        self.member_at, self.country_at = header.index("member"), header.index("country")
        self.seen_on: dict[str, int] = {}
        self.spelling: dict[str, tuple[str, int]] = {}

    def read(self, rows: list[tuple[int, list[str]]]) -> dict[str, str]:
        roll, faults = {}, []
        for number, fields in rows:
            fault = self._fault(number, fields)
            if fault:
                faults.append(fault)
            else:
                roll[fields[self.member_at].strip()] = fields[self.country_at].strip()
        if faults:
            raise BadRollFile(tuple(faults))
        return roll

    def _fault(self, number: int, fields: list[str]) -> Fault | None:
        if len(fields) != self.width:
            return Fault(number, RollFault.WRONG_NUMBER_OF_FIELDS, str(len(fields)))
        member, country = fields[self.member_at].strip(), fields[self.country_at].strip()
        if not member:
            return Fault(number, RollFault.NO_MEMBER)
        if not country:
            return Fault(number, RollFault.NO_COUNTRY, member)
        first = self.seen_on.setdefault(member.casefold(), number)
        if first != number:
            return Fault(number, RollFault.MEMBER_TWICE, member, first)
        spelling, line = self.spelling.setdefault(country.casefold(), (country, number))
        if spelling != country:
            return Fault(number, RollFault.COUNTRY_SPELT_DIFFERENTLY, country, line)
        return None


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that are not blank, each with the number at which it begins."""
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for fields in reader:
            if any(field.strip() for field in fields):
                yield begins, fields
            begins = reader.line_num + 1
    except csv.Error as error:
        raise BadRollFile((Fault(begins, RollFault.BROKEN_QUOTES, str(error)),)) from error


def _header_fault(number: int, header: list[str], missing: list[str]) -> Fault:
    for delimiter in _OTHER_DELIMITERS:
        names = {name.strip() for field in header for name in field.split(delimiter)}
        if names.issuperset(COLUMNS):
            return Fault(number, RollFault.WRONG_DELIMITER, {"\t": "tab"}.get(delimiter, delimiter))
    return Fault(number, RollFault.MISSING_COLUMN, ", ".join(missing))
