"""A file of lines and cells, whatever they are about: how it is read, and what is wrong with it.  Pure.

A kind of file declares its `Layout` and judges the rows that `read` gives it.  Any fault anywhere means
that nothing is loaded; lines with notes load all the same.
"""

import csv
import io
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lacralo.core.verdicts import Line, Verdict
from members.enums import FileFault, FileNote, RowState

MOST_BYTES = 1_000_000

_OTHER_DELIMITERS = ";\t|"
#: A spreadsheet takes a cell that starts so for a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NEUTRAL = "'"


@dataclass(frozen=True)
class Layout:
    """The columns of a kind of file, how long their cells may be, and how a line is called."""

    columns: tuple[str, ...]
    longest: Mapping[str, int]
    label: Callable[[Mapping[str, str]], str]


@dataclass(frozen=True)
class Row:
    """One line of the file.  `number` is its place, the header being line 1; `label` is what it is called.

    `cells` are its cells by column, none when it has another number of them than the header; `value` is
    what its kind understood.
    """

    number: int
    label: str
    cells: Mapping[str, str] = field(default_factory=dict)
    value: Any = None
    is_known: bool = False
    faults: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()

    @property
    def state(self) -> RowState:
        """What becomes of the line."""
        if self.faults:
            return RowState.WRONG
        if self.is_known:
            return RowState.KNOWN
        return RowState.NOTED if self.notes else RowState.NEW

    def with_faults(self, *faults: Line) -> "Row":
        """The line with these faults besides its own."""
        return replace(self, faults=self.faults + faults) if faults else self

    def with_notes(self, *notes: Line) -> "Row":
        """The line with these notes besides its own."""
        return replace(self, notes=self.notes + notes) if notes else self


@dataclass(frozen=True)
class File:
    """The whole file: faults that concern no single line, and its lines."""

    faults: tuple[Line, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def is_sound(self) -> bool:
        """Whether nothing in it is wrong: only then is anything loaded."""
        return not self.faults and not self.wrong

    @property
    def verdict(self) -> Verdict:
        """Every fault of the file and of its lines: a single one bars the whole."""
        return Verdict(self.faults + tuple(fault for row in self.rows for fault in row.faults))

    @property
    def new(self) -> tuple[Row, ...]:
        """The lines that would enter the register, with and without notes."""
        return self._of(RowState.NEW, RowState.NOTED)

    @property
    def noted(self) -> tuple[Row, ...]:
        """The lines that would enter the register with a note."""
        return self._of(RowState.NOTED)

    @property
    def known(self) -> tuple[Row, ...]:
        """The lines that are in the register already."""
        return self._of(RowState.KNOWN)

    @property
    def wrong(self) -> tuple[Row, ...]:
        """The lines that have a fault."""
        return self._of(RowState.WRONG)

    def _of(self, *states: RowState) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.state in states)


def fault(code: FileFault | FileNote, **facts: object) -> Line:
    """What is wrong or uncertain, with its facts."""
    return Line(code, passed=False, facts=facts)


def neutral(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula; `read` gives back what it was."""
    text = "" if cell is None else str(cell)
    return f"{_NEUTRAL}{text}" if text.startswith(_FORMULA_STARTS) else text


def _as_meant(cell: str) -> str:
    text = cell.strip()
    return text[1:] if text.startswith(_NEUTRAL) and text[1:].startswith(_FORMULA_STARTS) else text


def read(content: bytes, layout: Layout) -> File:
    """The lines of a CSV in UTF-8 (with or without a byte order mark), separated by commas."""
    if len(content) > MOST_BYTES:
        return _refused(FileFault.TOO_BIG, most=MOST_BYTES // 1000)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _refused(FileFault.NOT_UTF8)
    if not text.strip():
        return _refused(FileFault.EMPTY)
    return _read(csv.reader(io.StringIO(text, newline=""), strict=True), layout)


def _refused(code: FileFault, **facts) -> File:
    return File(faults=(fault(code, **facts),))


def _read(reader, layout: Layout) -> File:
    try:
        header = [cell.strip().casefold() for cell in next(reader)]
        faults = tuple(_faults_of_header(header, layout.columns))
        if faults:
            return File(faults=faults)
        numbered = tuple(_lines_of(reader))
    except csv.Error:
        return _refused(FileFault.BROKEN_QUOTES)
    rows = tuple(_row(number, header, cells, layout) for number, cells in numbered)
    return File(rows=rows) if rows else _refused(FileFault.EMPTY)


def _lines_of(reader) -> Iterable[tuple[int, list[str]]]:
    """Number (of the line on which it begins) and cells of every line that is not blank."""
    begins = reader.line_num + 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield begins, [_as_meant(cell) for cell in cells]
        begins = reader.line_num + 1


def _faults_of_header(header: list[str], columns: tuple[str, ...]) -> Iterable[Line]:
    if len(header) == 1 and any(sign in header[0] for sign in _OTHER_DELIMITERS):
        yield fault(FileFault.WRONG_DELIMITER)
        return
    for column in columns:
        if column not in header:
            yield fault(FileFault.MISSING_COLUMN, column=column)
    for column in dict.fromkeys(header):
        if column not in columns:
            yield fault(FileFault.UNKNOWN_COLUMN, column=column)
        elif header.count(column) > 1:
            yield fault(FileFault.REPEATED_COLUMN, column=column)


def _row(number: int, header: list[str], cells: list[str], layout: Layout) -> Row:
    if len(cells) != len(header):
        wrong = fault(FileFault.WRONG_NUMBER_OF_CELLS, cells=len(cells), columns=len(header))
        return Row(number, label=cells[0], faults=(wrong,))
    by_column = dict(zip(header, cells, strict=True))
    return Row(
        number,
        label=layout.label(by_column),
        cells=by_column,
        faults=tuple(_faults_of_text(by_column, layout)),
    )


def _faults_of_text(cells: Mapping[str, str], layout: Layout) -> Iterable[Line]:
    for column, most in layout.longest.items():
        if len(cells[column]) > most:
            yield fault(FileFault.TOO_LONG, column=column, most=most)
    for column in layout.columns:
        if any(unicodedata.category(sign) in ("Cc", "Cf", "Cs") for sign in cells[column]):
            yield fault(FileFault.BAD_CHARACTER, column=column)


def judged(rows: Iterable[Row], judge: Callable[[Row], Row]) -> tuple[Row, ...]:
    """The rows, each judged alone; one that has no cells is wrong already."""
    return tuple(judge(row) if row.cells else row for row in rows)
