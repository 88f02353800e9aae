"""People of a file become known to the portal."""

from collections.abc import Sequence
from datetime import datetime

from lacralo.core.people.models import Person
from lacralo.core.people.services import register_persons
from members.enums import Act
from members.rules.imports.people import NewPerson


def enter_people(lines: Sequence[NewPerson], *, digest: str, by: Person | None, now: datetime) -> None:
    """Part of an act: these people, all at once; those with an address can sign in by a code sent to it."""
    register_persons(
        [(each.name, each.email, each.language, each.time_zone) for each in lines],
        code=Act.PERSON_IMPORTED,
        digest=digest,
        by=by,
        now=now,
    )
