"""What the database itself refuses, on PostgreSQL and SQLite alike, from one list.

SQLite drops triggers when it rebuilds a table, so they are made again after every migrate.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Guard:
    """A trigger that refuses `events` on `table` when the conditions hold.

    `when` is SQL over OLD and NEW; `exists` a sub-query over them that must find a row.
    """

    name: str
    table: str
    events: tuple[str, ...]
    message: str
    when: str = ""
    exists: str = ""
    truncate: bool = False

    @property
    def condition(self) -> str:
        """The whole condition as SQL; true when there is none."""
        parts = [f"({self.when})"] if self.when else []
        parts += [f"EXISTS ({self.exists})"] if self.exists else []
        return " AND ".join(parts) or "1 = 1"


_GUARDS: dict[str, Guard] = {}


def guard(guard: Guard) -> None:
    """Add a guard to the list; an app does it when it is ready."""
    _GUARDS[guard.name] = guard


def append_only(table: str) -> None:
    """Rows of the table are never changed, removed or emptied."""
    guard(Guard(f"{table}_append_only", table, ("UPDATE", "DELETE"),
                f"{table} is append-only", truncate=True))  # fmt: skip


def no_overlap(table: str, *, same: tuple[str, ...], when: str = "1 = 1", name: str = "no_overlap") -> None:
    """Two rows with the same `same` columns never share a day of [start, end).

    `when` is SQL over a row written as `{row}`; only rows for which it holds are compared.
    """
    keys = " AND ".join(f'other."{column}" = NEW."{column}"' for column in same)
    exists = (
        f'SELECT 1 FROM "{table}" other WHERE {keys} AND ({when.format(row="other")})'
        " AND other.id IS DISTINCT FROM NEW.id"
        ' AND other."start" < COALESCE(NEW."end", \'9999-12-31\')'
        ' AND NEW."start" < COALESCE(other."end", \'9999-12-31\')'
    )
    guard(Guard(f"{table}_{name}", table, ("INSERT", "UPDATE"),
                f"{table}: two periods overlap", when=when.format(row="NEW"), exists=exists))  # fmt: skip


def guards() -> tuple[Guard, ...]:
    """Every guard, in the order in which the apps declared them."""
    return tuple(_GUARDS.values())


def make_guards(connection) -> None:
    """Make every trigger again whose table exists (after migrate, after a rebuild)."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for each in guards():
            if each.table in tables:
                for statement in _drop(connection, each) + _make(connection, each):
                    cursor.execute(statement)


def drop_guards(connection) -> None:
    """Take every trigger away: for a test that empties the tables, never in service."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for each in guards():
            if each.table in tables:
                for statement in _drop(connection, each):
                    cursor.execute(statement)


def missing_guards(connection) -> tuple[str, ...]:
    """The triggers that should stand and do not."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        standing = {row[0] for row in cursor.fetchall()}
    return tuple(name for each in guards() for name in _names(connection, each) if name not in standing)


def _names(connection, each: Guard) -> list[str]:
    if connection.vendor == "postgresql":
        return [each.name] + ([f"{each.name}_truncate"] if each.truncate else [])
    return [f"{each.name}_{event.lower()}" for event in each.events]


def _drop(connection, each: Guard) -> list[str]:
    names = _names(connection, each)
    if connection.vendor == "postgresql":
        return [f'DROP TRIGGER IF EXISTS "{name}" ON "{each.table}"' for name in names]
    return [f'DROP TRIGGER IF EXISTS "{name}"' for name in names]


def _make(connection, each: Guard) -> list[str]:
    return _postgresql(each) if connection.vendor == "postgresql" else _sqlite(each)


def _postgresql(each: Guard) -> list[str]:
    refuse = f"RAISE EXCEPTION '{each.message}' USING ERRCODE = 'check_violation'"
    back = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"
    statements = [
        f'CREATE OR REPLACE FUNCTION "{each.name}"() RETURNS trigger LANGUAGE plpgsql AS $$'
        f" BEGIN IF {each.condition} THEN {refuse}; END IF; {back} END $$",
        f'CREATE TRIGGER "{each.name}" BEFORE {" OR ".join(each.events)} ON "{each.table}"'
        f' FOR EACH ROW EXECUTE FUNCTION "{each.name}"()',
    ]
    if each.truncate:
        statements += [
            f'CREATE OR REPLACE FUNCTION "{each.name}_truncate"() RETURNS trigger LANGUAGE plpgsql AS $$'
            f" BEGIN {refuse}; END $$",
            f'CREATE TRIGGER "{each.name}_truncate" BEFORE TRUNCATE ON "{each.table}"'
            f' FOR EACH STATEMENT EXECUTE FUNCTION "{each.name}_truncate"()',
        ]
    return statements


def _sqlite(each: Guard) -> list[str]:
    return [
        f'CREATE TRIGGER "{each.name}_{event.lower()}" BEFORE {event} ON "{each.table}"'
        f" WHEN {each.condition} BEGIN SELECT RAISE(ABORT, '{each.message}'); END"
        for event in each.events
    ]
