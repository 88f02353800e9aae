"""Mails of statements of interest: the fact, never what was declared."""

from datetime import datetime

from conflicts.models import Statement
from lacralo.core.notifications.services import tell


def statement_filed(statement: Statement, *, at: datetime) -> None:
    """Confirm to the person that their statement was filed."""
    tell(
        person=statement.person,
        event=f"conflicts.statement_filed:{statement.pk}",
        template="conflicts/statement_filed",
        context={},
        at=at,
    )
