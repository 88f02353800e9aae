"""What every file shares: it is looked at as often as one likes, and loaded by one act."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from lacralo.core.audit import act
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Refused
from members.enums import FileKind
from members.rules.imports import members as member_lines
from members.rules.imports import people as people_lines
from members.rules.imports import representations as representation_lines
from members.rules.imports import terms as term_lines
from members.rules.imports.files import File, Layout, Row, read
from members.selectors import imports as registers
from members.services.imports import members, people, representations, terms

#: How many lines are written at once.
CHUNK = 500


@dataclass(frozen=True)
class _Reading:
    """How files of a kind are read, compared with the register, and entered."""

    layout: Layout
    register: Callable[[], object]
    judged: Callable[[Sequence[Row], object], tuple[Row, ...]]
    enter: Callable[..., None]


_READINGS = {
    FileKind.MEMBERS: _Reading(
        member_lines.LAYOUT, registers.member_register, member_lines.judged_members, members.enter_members
    ),
    FileKind.PEOPLE: _Reading(
        people_lines.LAYOUT, registers.people_register, people_lines.judged_people, people.enter_people
    ),
    FileKind.REPRESENTATIONS: _Reading(
        representation_lines.LAYOUT,
        registers.representation_register,
        representation_lines.judged_representations,
        representations.enter_representations,
    ),
    FileKind.TERMS: _Reading(
        term_lines.LAYOUT, registers.term_register, term_lines.judged_terms, terms.enter_terms
    ),
}


@dataclass(frozen=True)
class Preview:
    """What a file would do, or did.  `digest` is the SHA-256 of its bytes."""

    kind: FileKind
    file: File
    digest: str


def layout_of(kind: FileKind) -> Layout:
    """The columns of a kind of file."""
    return _READINGS[kind].layout


def preview(kind: FileKind, content: bytes) -> Preview:
    """What the file would do to the register as it stands; writes nothing, in a fixed number of queries."""
    reading = _READINGS[kind]
    file = read(content, reading.layout)
    if not file.faults:
        file = File(rows=reading.judged(file.rows, reading.register()))
    return Preview(kind, file, hashlib.sha256(content).hexdigest())


@act
def import_file(*, kind: FileKind, content: bytes, by: Person | None, now: datetime) -> Preview:
    """Enter what the file has and the register lacks; answers what was done.

    All or nothing: raises Refused with every fault of every line when there is one.  What the register has
    already stays as it is, so running it twice changes nothing.  Nobody is written to.
    """
    found = preview(kind, content)
    if not found.file.is_sound:
        raise Refused(found.file.verdict)
    new = [row.value for row in found.file.new]
    for start in range(0, len(new), CHUNK):
        chunk = new[start : start + CHUNK]
        _READINGS[kind].enter(chunk, digest=found.digest, by=by, now=now)
    return found
