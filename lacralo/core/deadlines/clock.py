"""What time it is: the database decides, so that two servers cannot disagree about a close."""

from datetime import UTC, date, datetime

from django.db import connection


def database_now() -> datetime:
    """The present moment by the database's clock, in UTC.  For entrances only."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            return cursor.fetchone()[0].astimezone(UTC)
    # SQLite has no clock but this machine's, read here with the precision that SQLite leaves out.
    return datetime.now(UTC)


def statute_day(now: datetime) -> date:
    """The day of the rules: the UTC day of the moment, never the reader's."""
    return now.astimezone(UTC).date()
