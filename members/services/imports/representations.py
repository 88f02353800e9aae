"""Representations of a file enter the register."""

from collections.abc import Sequence
from datetime import datetime

from simple_history.utils import bulk_create_with_history

from lacralo.core.audit import record
from lacralo.core.people.models import Person
from members.enums import Act
from members.models import Representation
from members.rules.imports.representations import NewRepresentation
from members.services.roles import close_sessions_later


def enter_representations(
    lines: Sequence[NewRepresentation], *, digest: str, by: Person | None, now: datetime
) -> None:
    """Part of an act: these representations, all at once; the sessions of those that end, end with them."""
    entries = [
        Representation(
            member_id=each.member.id,
            person_id=each.person.id,
            role=each.role,
            start=each.period.start,
            end=each.period.end,
            end_reason=each.end_reason,
        )
        for each in lines
    ]
    bulk_create_with_history(entries, Representation, default_user=by, default_date=now)
    for entry in entries:
        record(Act.REPRESENTATION_IMPORTED, subject=entry, by=by, at=now, digest=digest)
    close_sessions_later(entries, now=now)
