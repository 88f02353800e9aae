"""Members of a file enter the register."""

from collections.abc import Sequence
from datetime import datetime

from simple_history.utils import bulk_create_with_history

from lacralo.core.audit import record
from lacralo.core.people.models import Person
from members.enums import Act, MemberKind
from members.models import Member, StatusPeriod
from members.rules.imports.members import NewMember
from members.rules.names import search_form, slug_form
from members.services.confirmations import ask_later_of


def enter_members(lines: Sequence[NewMember], *, digest: str, by: Person | None, now: datetime) -> None:
    """Part of an act: these members, with the status that the file gives them, all at once."""
    taken = set(Member.objects.values_list("slug", flat=True))
    entries = []
    for each in lines:
        slug = _free_slug(each.name, taken)
        taken.add(slug)
        entries.append(
            Member(
                kind=MemberKind.ALS,
                name=each.name,
                search_name=search_form(each.name),
                slug=slug,
                country=each.country,
                website=each.website,
                accredited_on=each.accredited_on,
            )
        )
    bulk_create_with_history(entries, Member, default_user=by, default_date=now)
    periods = [
        StatusPeriod(member=entry, status=each.status, reason=each.status_in_file)
        for entry, each in zip(entries, lines, strict=True)
    ]
    bulk_create_with_history(periods, StatusPeriod, default_user=by, default_date=now)
    for entry in entries:
        record(Act.MEMBERS_IMPORTED, subject=entry, by=by, at=now, digest=digest)
    ask_later_of(entries, now=now)


def _free_slug(name: str, taken: set[str]) -> str:
    """The name as a label in addresses; numbered when another member has it."""
    label, number = slug_form(name), 1
    free = label
    while free in taken:
        number += 1
        free = f"{label}-{number}"
    return free
