"""An empty database after a test that committed: as Django's flush, without what makes that slow.

Flush empties every table, written to or not, and then makes content types and permissions again; with the
guards down and up around it this took longer than most tests.
"""

from django.db import transaction
from django.test import TransactionTestCase

from lacralo.core.audit.guards import drop_guards, make_guards, missing_guards

#: What the migrations made and no test changes.
KEPT = {"django_content_type", "auth_permission", "django_migrations"}

_flush = TransactionTestCase._fixture_teardown


def empty(connection) -> None:
    """Remove all rows of all tables, with the guards down; afterwards every guard stands again."""
    if connection.vendor == "postgresql":
        with transaction.atomic(using=connection.alias):
            _empty(connection)
        if missing_guards(connection):
            make_guards(connection)
        return
    drop_guards(connection)
    try:
        _flush(TransactionTestCase())
    finally:
        make_guards(connection)


def _empty(connection) -> None:
    tables = sorted(set(connection.introspection.django_table_names(only_existing=True)) - KEPT)
    with connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(f"SELECT '{each}' WHERE EXISTS (SELECT 1 FROM \"{each}\")" for each in tables)
        )
        filled = [row[0] for row in cursor.fetchall()]
        for each in filled:
            cursor.execute(f'ALTER TABLE "{each}" DISABLE TRIGGER USER')
        for each in filled:
            cursor.execute(f'DELETE FROM "{each}"')
        # What refers to what is checked now: a table with open checks cannot be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for each in filled:
            cursor.execute(f'ALTER TABLE "{each}" ENABLE TRIGGER USER')
