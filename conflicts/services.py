"""The act of filing a statement of interest."""

from collections.abc import Collection
from datetime import datetime

from conflicts import notifications
from conflicts.enums import Act, Incompatibility
from conflicts.models import Statement
from conflicts.permissions import can_file_statement
from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require


@act
def file_statement(
    *,
    person: Person,
    incompatibilities: Collection[Incompatibility],
    other_interests: str,
    by: Person,
    now: datetime,
) -> Statement:
    """The person declares their interests; the statement holds for a year and supersedes the one before.

    Operating Principles 2018, art. 7.1; Rules of Procedure 2020, s. 21.  The chain notes that it was
    filed, never what it says.  Raises Refused unless it is their own; ValueError for an unknown interest.
    """
    require(can_file_statement(by, person))
    declared = sorted(Incompatibility(each) for each in incompatibilities)
    statement = Statement.objects.create(
        person=person,
        filed_at=now,
        filed_on=statute_day(now),
        incompatibilities=[str(each) for each in declared],
        other_interests=other_interests.strip(),
    )
    record(Act.STATEMENT_FILED, subject=statement, by=by, at=now)
    notifications.statement_filed(statement, at=now)
    return statement
