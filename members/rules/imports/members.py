"""Lines of members.  Pure.

Columns: name, country_iso2, website, status, accredited_on, subregion.  What sources say without
certainty loads as unverified, on no roll.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from lacralo.core.verdicts import Line
from members.enums import FileFault, FileNote, MemberStatus, Subregion
from members.rules.imports.cells import is_partial_date, is_website, one_name
from members.rules.imports.files import Layout, Row, fault, judged
from members.rules.imports.matching import MemberFacts, Members
from members.rules.names import search_form

LAYOUT = Layout(
    columns=("name", "country_iso2", "website", "status", "accredited_on", "subregion"),
    longest={"name": 200, "website": 200, "status": 60},
    label=lambda cells: one_name(cells["name"]),
)

#: What the public sources say of members whose present status nobody has confirmed.
_UNCERTAIN = re.compile(
    r"accredited_as_of_\d{4}|decertification_proposed_\d{4}|rejected_\d{4}|applicant(_vote_\d{4})?_outcome_unverified",
    re.ASCII,
)


@dataclass(frozen=True)
class MemberRegister:
    """What lines of members are compared with: the two-letter codes, the sub-region of each, the members."""

    countries: Collection[str]
    subregions: Mapping[str, str]
    members: Members


@dataclass(frozen=True)
class NewMember:
    """A member as the file has it; `status_in_file` is what the source said."""

    name: str
    country: str
    website: str
    status: MemberStatus
    status_in_file: str
    accredited_on: str


def judged_members(rows: Iterable[Row], register: MemberRegister) -> tuple[Row, ...]:
    """The rows with what is wrong, uncertain or already known."""
    rows = judged(rows, lambda row: _judged(row, register))
    return tuple(_compared(row, register.members) for row in _with_duplicates(rows))


def _judged(row: Row, register: MemberRegister) -> Row:
    cells = row.cells
    country, status = cells["country_iso2"].upper(), cells["status"]
    faults = (
        *_faults_of_name(row.label),
        *_faults_of_place(country, cells["subregion"].upper(), register),
        *_faults_of_record(cells),
    )
    notes = tuple(_notes(country, status))
    if faults:
        return replace(row.with_faults(*faults), notes=notes)
    value = NewMember(
        name=row.label,
        country=country,
        website=cells["website"],
        status=MemberStatus.UNVERIFIED if notes else MemberStatus(status),
        status_in_file=status,
        accredited_on=cells["accredited_on"],
    )
    return replace(row, value=value, notes=notes)


def _faults_of_name(name: str) -> Iterable[Line]:
    if not name:
        yield fault(FileFault.NO_NAME)


def _faults_of_place(country: str, subregion: str, register: MemberRegister) -> Iterable[Line]:
    is_known = not country or country in register.countries
    expected = str(register.subregions.get(country, ""))
    if not is_known:
        yield fault(FileFault.UNKNOWN_COUNTRY, value=country)
    if subregion and subregion not in list(Subregion):
        yield fault(FileFault.UNKNOWN_SUBREGION, value=subregion)
    elif subregion and country and is_known and subregion != expected:
        yield fault(
            FileFault.SUBREGION_CONTRADICTS, value=subregion, country=country, expected=expected or "—"
        )


def _faults_of_record(cells: Mapping[str, str]) -> Iterable[Line]:
    if cells["website"] and not is_website(cells["website"]):
        yield fault(FileFault.BAD_WEBSITE, value=cells["website"])
    if cells["status"] not in list(MemberStatus) and not _UNCERTAIN.fullmatch(cells["status"]):
        yield fault(FileFault.UNKNOWN_STATUS, value=cells["status"])
    if cells["accredited_on"] and not is_partial_date(cells["accredited_on"]):
        yield fault(FileFault.BAD_DATE, value=cells["accredited_on"])


def _notes(country: str, status: str) -> Iterable[Line]:
    if _UNCERTAIN.fullmatch(status):
        yield fault(FileNote.STATUS_UNVERIFIED, value=status)
    if not country:
        yield fault(FileNote.COUNTRY_MISSING)


def _key(row: Row) -> tuple[str, str]:
    """What makes two lines the same member: the name without accents and case, and the country."""
    return search_form(row.label), row.cells.get("country_iso2", "").upper()


def _with_duplicates(rows: Iterable[Row]) -> Iterable[Row]:
    """The rows, those that repeat an earlier member marked with its line."""
    first_line = {}
    for row in rows:
        earlier = first_line.setdefault(_key(row), row.number) if row.label else row.number
        yield row.with_faults(fault(FileFault.DUPLICATE, line=earlier)) if earlier != row.number else row


def _compared(row: Row, members: Members) -> Row:
    """The row, known when the register has the member, with a note where it says otherwise of it."""
    entry: MemberFacts | None = members.by_key.get(_key(row))
    if entry is None or row.faults:
        return row
    said = {"website": row.value.website, "accredited_on": row.value.accredited_on}
    differing = [column for column, words in said.items() if words and words != getattr(entry, column)]
    noted = (fault(FileNote.REGISTER_DIFFERS, columns=", ".join(differing)),) if differing else ()
    return replace(row, is_known=True).with_notes(*noted)
