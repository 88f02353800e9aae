"""Lines of terms of office.  Pure.

Columns: position, person, member, start, end, end_reason, source.  A position is named by its key, a person
by their address, the member they came from by its label or name.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from lacralo.core.verdicts import Line
from members.enums import EndReason, FileFault, FileNote
from members.rules.imports.cells import Said, period_of, said_once
from members.rules.imports.files import Layout, Row, fault, judged
from members.rules.imports.matching import MemberFacts, Members, People, PersonFacts
from members.rules.periods import Period, most_at_once

LAYOUT = Layout(
    columns=("position", "person", "member", "start", "end", "end_reason", "source"),
    longest={"person": 254, "member": 200, "source": 300},
    label=lambda cells: f"{cells['position']} – {cells['person']}",
)


@dataclass(frozen=True)
class PositionFacts:
    """A post as files name it; `seats` None where as many hold it as are named."""

    id: int
    key: str
    seats: int | None


@dataclass(frozen=True)
class NewTerm:
    """A person holds a post in the period; `member` is the one they came from."""

    position: PositionFacts
    person: PersonFacts
    member: MemberFacts | None
    period: Period
    end_reason: str = ""
    source: str = ""


@dataclass(frozen=True)
class TermRegister:
    """What lines are compared with: the posts by key, the people, the members, the terms (by post's id)."""

    positions: Mapping[str, PositionFacts]
    people: People
    members: Members
    held: Mapping[int, Collection[NewTerm]]


@dataclass(frozen=True)
class _Taken:
    """A term with which a new one must not collide; `line` None when the register has it."""

    of: NewTerm
    line: int | None

    @property
    def period(self) -> Period:
        """The days it takes, named as the reader finds it: by person, and by line where it has one."""
        place = f" ({self.line})" if self.line else ""
        return Period(self.of.period.start, self.of.period.end, f"{self.of.person.name}{place}")


def judged_terms(rows: Iterable[Row], register: TermRegister) -> tuple[Row, ...]:
    """The rows with what is wrong, uncertain or already known."""
    return tuple(_collided(judged(rows, lambda row: _judged(row, register)), register.held))


def _judged(row: Row, register: TermRegister) -> Row:
    cells = row.cells
    position = register.positions.get(cells["position"])
    person = register.people.named(cells["person"]) if cells["person"] else Said()
    member = register.members.named(cells["member"]) if cells["member"] else Said()
    period = period_of(cells)
    faults = (
        *said_once(cells, ("position", "person")),
        *_faults_of_words(cells, register.positions),
        *person.faults,
        *member.faults,
        *period.faults,
    )
    if faults or row.faults:
        return row.with_faults(*faults)
    value = NewTerm(position, person.value, member.value, period.value, cells["end_reason"], cells["source"])
    return _known_or_noted(replace(row, value=value), register.held.get(position.id, ()))


def _faults_of_words(cells: Mapping[str, str], positions: Mapping[str, PositionFacts]) -> Iterable[Line]:
    if cells["position"] and cells["position"] not in positions:
        yield fault(FileFault.UNKNOWN_POSITION, value=cells["position"], known=", ".join(positions))
    if cells["end_reason"] and cells["end_reason"] not in list(EndReason):
        yield fault(FileFault.UNKNOWN_END_REASON, value=cells["end_reason"], known=", ".join(EndReason))


def _known_or_noted(row: Row, held: Collection[NewTerm]) -> Row:
    """Known when the register has the same person in the same post since the same day."""
    value: NewTerm = row.value
    for entry in held:
        if (entry.person.id, entry.period.start) == (value.person.id, value.period.start):
            differing = ", ".join(_differing(entry, value))
            noted = (fault(FileNote.REGISTER_DIFFERS, columns=differing),) if differing else ()
            return replace(row, is_known=True).with_notes(*noted)
    return row if value.source else row.with_notes(fault(FileNote.NO_SOURCE))


def _differing(entry: NewTerm, value: NewTerm) -> Iterable[str]:
    if entry.period.end != value.period.end:
        yield "end"
    for column in ("member", "end_reason", "source"):
        if getattr(value, column) not in (None, "", getattr(entry, column)):
            yield column


def _collided(rows: Iterable[Row], held) -> Iterable[Row]:
    """The rows, those for which no seat is free or whose person holds the post already marked."""
    taken = defaultdict(list)
    for position, entries in held.items():
        taken[position] = [_Taken(entry, None) for entry in entries]
    for row in rows:
        value: NewTerm | None = row.value
        if value is None or row.is_known:
            yield row
            continue
        others = [each for each in taken[value.position.id] if each.of.period.overlaps(value.period)]
        marked = row.with_faults(*_collisions(value, others))
        if not marked.faults:
            taken[value.position.id].append(_Taken(value, row.number))
        yield marked


def _collisions(value: NewTerm, others: list[_Taken]) -> Iterable[Line]:
    own = [each for each in others if each.of.person.id == value.person.id]
    for each in own:
        if each.line is not None:
            yield fault(FileFault.HOLDS_ON_LINE, line=each.line)
        else:
            yield fault(FileFault.HOLDS_IN_REGISTER, start=each.of.period.start)
    seats = value.position.seats
    holding = most_at_once(value.period, [each.period for each in others if each not in own])
    if seats is not None and len(holding) >= seats:
        yield fault(FileFault.SEATS_TAKEN, seats=seats, names=", ".join(each.name for each in holding))
