"""How acts on a secret vote stand in the chain."""

from datetime import datetime

from elections.enums.acts import Act
from elections.models import Election
from lacralo.core.audit import record
from lacralo.core.people.models import Person


def note(
    code: Act, election: Election, *, by: Person | None, now: datetime, role: str = "", digest: str = ""
) -> None:
    """Part of an act: the entry of an act on a secret vote."""
    record(code, subject=election, by=by, at=now, role=role, rule_set=election.rule_set.slug, digest=digest)
