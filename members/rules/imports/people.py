"""Lines of people.  Pure.

Columns: name, email, language, time_zone.  One address is one person; somebody without an address is
known again by name, and can be neither written to nor signed in.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from lacralo.core.people.names import one_line
from lacralo.core.verdicts import Line
from members.enums import FileFault, FileNote
from members.rules.imports.cells import is_email
from members.rules.imports.files import Layout, Row, fault, judged
from members.rules.imports.matching import People, PersonFacts
from members.rules.names import search_form

LAYOUT = Layout(
    columns=("name", "email", "language", "time_zone"),
    longest={"name": 200, "email": 254},
    label=lambda cells: one_line(cells["name"]) or cells["email"],
)


@dataclass(frozen=True)
class PeopleRegister:
    """What lines of people are compared with: the languages, the zones, what stands for none, the people."""

    languages: Collection[str]
    zones: Collection[str]
    language: str
    zone: str
    people: People


@dataclass(frozen=True)
class NewPerson:
    """A person as the file has them; `email` None for one without an address."""

    name: str
    email: str | None
    language: str
    time_zone: str


def judged_people(rows: Iterable[Row], register: PeopleRegister) -> tuple[Row, ...]:
    """The rows with what is wrong, uncertain or already known."""
    rows = judged(rows, lambda row: _judged(row, register))
    return tuple(_compared(row, register.people) for row in _with_duplicates(rows))


def _judged(row: Row, register: PeopleRegister) -> Row:
    cells = row.cells
    name, email = one_line(cells["name"]), cells["email"].lower()
    language, zone = cells["language"].lower(), cells["time_zone"]
    faults = tuple(_faults(name, email, language, zone, register))
    if faults:
        return row.with_faults(*faults)
    value = NewPerson(name, email or None, language or register.language, zone or register.zone)
    return replace(row, value=value).with_notes(*_notes(cells, value))


def _faults(name, email, language, zone, register: PeopleRegister) -> Iterable[Line]:
    if not name:
        yield fault(FileFault.NO_NAME)
    if email and not is_email(email):
        yield fault(FileFault.BAD_EMAIL, value=email)
    if language and language not in register.languages:
        yield fault(FileFault.UNKNOWN_LANGUAGE, value=language, known=", ".join(register.languages))
    if zone and zone not in register.zones:
        yield fault(FileFault.UNKNOWN_ZONE, value=zone)


def _notes(cells: Mapping[str, str], value: NewPerson) -> Iterable[Line]:
    if value.email is None:
        yield fault(FileNote.NO_ADDRESS)
    if not cells["language"]:
        yield fault(FileNote.LANGUAGE_ASSUMED, value=value.language)
    if not cells["time_zone"]:
        yield fault(FileNote.ZONE_ASSUMED, value=value.time_zone)


def _with_duplicates(rows: Iterable[Row]) -> Iterable[Row]:
    """The rows, those that repeat an address, or the name of somebody without one, marked with its line."""
    first_line = {}
    for row in rows:
        if row.value is None:
            yield row
            continue
        key = row.value.email or search_form(row.value.name)
        earlier = first_line.setdefault(key, row.number)
        code = FileFault.SAME_ADDRESS if row.value.email else FileFault.SAME_PERSON
        yield row.with_faults(fault(code, line=earlier)) if earlier != row.number else row


def _compared(row: Row, people: People) -> Row:
    if row.faults:
        return row
    value: NewPerson = row.value
    entry = people.by_email.get(value.email) if value.email else _only(people.without_address(value.name))
    if entry:
        return replace(row, is_known=True, notes=tuple(_differences(row, entry)))
    namesakes = people.by_name[search_form(value.name)]
    return row.with_notes(fault(FileNote.NAME_IS_KNOWN)) if namesakes else row


def _only(found: list[PersonFacts]) -> PersonFacts | None:
    return found[0] if len(found) == 1 else None


def _differences(row: Row, entry: PersonFacts) -> Iterable[Line]:
    """What the register says otherwise of somebody it knows; an empty cell says nothing."""
    value: NewPerson = row.value
    if value.name != entry.name:
        yield fault(FileNote.NAME_DIFFERS, name=entry.name)
    said = {"language": value.language, "time_zone": value.time_zone}
    differing = [
        column for column, words in said.items() if row.cells[column] and words != getattr(entry, column)
    ]
    if differing:
        yield fault(FileNote.REGISTER_DIFFERS, columns=", ".join(differing))
