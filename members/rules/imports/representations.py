"""Lines of representations.  Pure.

Columns: member, country, person, role, start, end, end_reason.  A member is named by its name and
country, or by its label in addresses; a person by their address.  One holds a member's vote at any moment.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from lacralo.core.verdicts import Line
from members.enums import FileFault, FileNote, Role
from members.rules.imports.cells import one_name, period_of, said_once
from members.rules.imports.files import Layout, Row, fault, judged
from members.rules.imports.matching import MemberFacts, Members, People, PersonFacts
from members.rules.periods import Period

LAYOUT = Layout(
    columns=("member", "country", "person", "role", "start", "end", "end_reason"),
    longest={"member": 200, "person": 254, "end_reason": 300},
    label=lambda cells: f"{one_name(cells['member'])} – {cells['person']}",
)


@dataclass(frozen=True)
class NewRepresentation:
    """A person acts for a member in the period."""

    member: MemberFacts
    person: PersonFacts
    role: Role
    period: Period
    end_reason: str = ""


@dataclass(frozen=True)
class RepresentationRegister:
    """What lines are compared with: the members, the people, and who acts for whom (by the member's id)."""

    members: Members
    people: People
    held: Mapping[int, Collection[NewRepresentation]]


@dataclass(frozen=True)
class _Taken:
    """A representation with which a new one must not collide; `line` None when the register has it."""

    of: NewRepresentation
    line: int | None


def judged_representations(rows: Iterable[Row], register: RepresentationRegister) -> tuple[Row, ...]:
    """The rows with what is wrong, uncertain or already known."""
    return tuple(_collided(judged(rows, lambda row: _judged(row, register)), register.held))


def _judged(row: Row, register: RepresentationRegister) -> Row:
    cells = row.cells
    faults = list(said_once(cells, ("member", "person", "role")))
    member = register.members.named(cells["member"], cells["country"].upper()) if cells["member"] else None
    person = register.people.named(cells["person"]) if cells["person"] else None
    period = period_of(cells)
    for said in (member, person, period):
        faults += said.faults if said else ()
    if cells["role"] and cells["role"] not in list(Role):
        faults.append(fault(FileFault.UNKNOWN_ROLE, value=cells["role"], known=", ".join(Role)))
    if faults or row.faults:
        return row.with_faults(*faults)
    value = NewRepresentation(
        member.value, person.value, Role(cells["role"]), period.value, cells["end_reason"]
    )
    return _known_or_noted(replace(row, value=value), register.held.get(value.member.id, ()))


def _known_or_noted(row: Row, held: Collection[NewRepresentation]) -> Row:
    """Known when the register has the same person in the same quality since the same day."""
    value: NewRepresentation = row.value
    for entry in held:
        if _same(entry, value):
            differs = (entry.period.end, entry.end_reason) != (value.period.end, value.end_reason)
            noted = (fault(FileNote.REGISTER_DIFFERS, columns="end, end_reason"),) if differs else ()
            return replace(row, is_known=True).with_notes(*noted)
    return row


def _same(one: NewRepresentation, other: NewRepresentation) -> bool:
    return (one.person.id, one.role, one.period.start) == (other.person.id, other.role, other.period.start)


def _collided(rows: Iterable[Row], held) -> Iterable[Row]:
    """The rows, those that share days with another primary or with the same person's marked."""
    taken = defaultdict(list)
    for member, entries in held.items():
        taken[member] = [_Taken(entry, None) for entry in entries]
    for row in rows:
        value: NewRepresentation | None = row.value
        if value is None or row.is_known:
            yield row
            continue
        others = [each for each in taken[value.member.id] if each.of.period.overlaps(value.period)]
        taken[value.member.id].append(_Taken(value, row.number))
        yield row.with_faults(*_collisions(value, others))


def _collisions(value: NewRepresentation, others: list[_Taken]) -> Iterable[Line]:
    own = [each for each in others if each.of.person.id == value.person.id]
    primaries = [each for each in others if each.of.role == value.role == Role.PRIMARY and each not in own]
    for each in own:
        yield _told(each, FileFault.ACTS_ON_LINE, FileFault.ACTS_IN_REGISTER)
    for each in primaries:
        yield _told(each, FileFault.PRIMARY_ON_LINE, FileFault.PRIMARY_IN_REGISTER)


def _told(each: _Taken, on_line: FileFault, in_register: FileFault) -> Line:
    if each.line is not None:
        return fault(on_line, line=each.line)
    return fault(in_register, name=each.of.person.name, start=each.of.period.start)
