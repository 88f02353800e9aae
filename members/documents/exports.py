"""The register as files that can be read back by the import: one writer for each kind of line."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from lacralo.core.people.models import Person
from members.enums import FileKind
from members.models import Member, Representation, Term
from members.rules.imports import members, people, representations, terms
from members.rules.imports.files import Layout, neutral


def directory_csv(entries: Iterable[Member]) -> str:
    """The members as CSV with the columns of the import; they carry `status_key` and `subregion_key`."""
    return _written(
        members.LAYOUT,
        (
            (
                each.name,
                each.country.code or "",
                each.website,
                each.status_key,
                each.accredited_on,
                each.subregion_key,
            )
            for each in entries
        ),
    )


def register_csv(kind: FileKind) -> str:
    """All people, representations or terms as CSV with the columns of the import; one query.

    It holds addresses: only for those who keep the register.
    """
    layout, rows = _WRITERS[kind]
    return _written(layout, rows())


def _written(layout: Layout, rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(layout.columns)
    for cells in rows:
        writer.writerow(neutral(cell) for cell in cells)
    return text.getvalue()


def _people() -> Iterator[tuple]:
    columns = ("name", "email", "language", "time_zone")
    yield from Person.objects.order_by("name", "pk").values_list(*columns)


def _called(person: Person) -> str:
    """As the import knows them again: by address, or by name when they have none."""
    return person.email or person.name


def _representations() -> Iterator[tuple]:
    held = Representation.objects.select_related("member", "person")
    for each in held.order_by("member__search_name", "member", "start", "pk"):
        country = each.member.country.code or ""
        yield (
            each.member.name, country, _called(each.person), each.role, each.start, each.end, each.end_reason
        )  # fmt: skip


def _terms() -> Iterator[tuple]:
    held = Term.objects.select_related("position", "person", "member")
    for each in held.order_by("position__body__order", "position__order", "start", "pk"):
        member = each.member.slug if each.member else ""
        yield (
            each.position.key, _called(each.person), member, each.start, each.end, each.end_reason, each.source
        )  # fmt: skip


_WRITERS: dict[FileKind, tuple[Layout, Callable[[], Iterator[tuple]]]] = {
    FileKind.PEOPLE: (people.LAYOUT, _people),
    FileKind.REPRESENTATIONS: (representations.LAYOUT, _representations),
    FileKind.TERMS: (terms.LAYOUT, _terms),
}
