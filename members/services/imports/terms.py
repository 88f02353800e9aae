"""Terms of office of a file enter the register."""

from collections.abc import Sequence
from datetime import datetime

from simple_history.utils import bulk_create_with_history

from lacralo.core.audit import record
from lacralo.core.people.models import Person
from members.enums import Act
from members.models import Term
from members.rules.imports.terms import NewTerm
from members.services.roles import close_sessions_later


def enter_terms(lines: Sequence[NewTerm], *, digest: str, by: Person | None, now: datetime) -> None:
    """Part of an act: these terms, all at once; the sessions of those that end, end with them."""
    entries = [
        Term(
            position_id=each.position.id,
            person_id=each.person.id,
            member_id=each.member.id if each.member else None,
            start=each.period.start,
            end=each.period.end,
            end_reason=each.end_reason,
            source=each.source,
        )
        for each in lines
    ]
    bulk_create_with_history(entries, Term, default_user=by, default_date=now)
    for entry in entries:
        record(Act.TERM_IMPORTED, subject=entry, by=by, at=now, digest=digest)
    close_sessions_later(entries, now=now)
