"""A file of members comes in: looked at first, then loaded whole or not at all."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from django_countries import countries

from lacralo.core.audit import act
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Refused, Verdict
from members.enums import Act, FileNote, RowState
from members.models import Member
from members.rules.import_file import MemberFile, Row, parse
from members.selectors.directory import subregion_of_countries
from members.services.members import register_member


@dataclass(frozen=True)
class Preview:
    """What a file would do.  `digest` is the SHA-256 of its bytes; `known` are lines already registered."""

    file: MemberFile
    known: frozenset[int]
    digest: str

    def state(self, row: Row) -> RowState:
        """What becomes of the line."""
        if row.faults:
            return RowState.WRONG
        if row.number in self.known:
            return RowState.KNOWN
        return RowState.NOTED if row.notes else RowState.NEW

    @property
    def lines(self) -> list[tuple[Row, RowState]]:
        """Every line with what becomes of it."""
        return [(row, self.state(row)) for row in self.file.rows]

    @property
    def new(self) -> tuple[Row, ...]:
        """The lines that would enter the register, with and without notes."""
        return tuple(row for row, state in self.lines if state in (RowState.NEW, RowState.NOTED))

    @property
    def noted(self) -> tuple[Row, ...]:
        """The lines that would enter the register as not verified."""
        return tuple(row for row, state in self.lines if state == RowState.NOTED)

    @property
    def verdict(self) -> Verdict:
        """Every fault of the file and of its lines: a single one bars the whole."""
        return Verdict(self.file.faults + tuple(fault for row in self.file.rows for fault in row.faults))


def preview(content: bytes) -> Preview:
    """What the file would do to the register as it stands; writes nothing."""
    file = parse(content, countries=frozenset(dict(countries)), subregions=subregion_of_countries())
    registered = {(member.search_name, member.country.code or ""): member for member in Member.objects.all()}
    rows = tuple(_compared(row, registered.get(row.key)) for row in file.rows)
    known = frozenset(row.number for row in rows if row.key in registered)
    return Preview(replace(file, rows=rows), known, hashlib.sha256(content).hexdigest())


@act
def import_members(*, content: bytes, by: Person | None, now: datetime) -> Preview:
    """Enter the members of the file that the register lacks; answers what was done.

    All or nothing: raises Refused with every fault of every line when there is one.  Members already in
    the register stay as they are, so running it twice changes nothing.
    """
    found = preview(content)
    if not found.file.is_sound:
        raise Refused(found.verdict)
    for row in found.new:
        register_member(
            name=row.name,
            country=row.country,
            status=row.status,
            reason=row.status_in_file,
            website=row.website,
            accredited_on=row.accredited_on,
            code=Act.MEMBERS_IMPORTED,
            digest=found.digest,
            by=by,
            now=now,
        )
    return found


def _compared(row: Row, member: Member | None) -> Row:
    """The row, with a note where the register says otherwise of a member that it has."""
    if member is None or row.faults:
        return row
    said = {"website": row.website, "accredited_on": row.accredited_on}
    differing = [column for column, words in said.items() if words and words != getattr(member, column)]
    if not differing:
        return row
    note = Line(FileNote.REGISTER_DIFFERS, passed=False, facts={"columns": ", ".join(differing)})
    return replace(row, notes=(*row.notes, note))
