"""What the database itself refuses, on both databases alike."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import Error, connection, transaction

from lacralo.core.audit.guards import (
    Guard,
    append_only,
    drop_guards,
    guard,
    guards,
    make_guards,
    missing_guards,
    no_overlap,
)

pytestmark = pytest.mark.django_db

APPEND_ONLY = sorted(each.table for each in guards() if each.name.endswith("_append_only"))


def run(*statements: str) -> None:
    """Have the database carry out statements, past every model."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def refused(statement: str) -> str:
    """What the database says when it refuses a statement; empty when it does not."""
    try:
        with transaction.atomic():
            run(statement)
    except Error as error:
        return str(error)
    return ""


def test_every_guard_stands():
    assert missing_guards(connection) == ()


def test_what_people_must_be_able_to_trust_is_append_only():
    assert {
        "core_entry",
        "core_issueddocument",
        "core_parameterchange",
        "core_revision",
        "conflicts_statement",
        "elections_ballot",
        "elections_candidate",
        "elections_place",
        "elections_proclamation",
        "elections_publishedroll",
        "elections_rotationrow",
        "elections_tally",
    } <= set(APPEND_ONLY)


@pytest.fixture
def table():
    """An append-only table with one row, and periods that may not overlap."""
    kept = dict(guards.__globals__["_GUARDS"])
    append_only("scratch_log")
    no_overlap("scratch_period", same=("who",), when="{row}.kind = 'primary'")
    guard(Guard("scratch_rule", "scratch_rule", ("UPDATE",), "published", when="OLD.status <> 'draft'"))
    identity = "serial" if connection.vendor == "postgresql" else "integer"
    run(
        f"CREATE TABLE scratch_log (id {identity} PRIMARY KEY, words text)",
        f"CREATE TABLE scratch_period (id {identity} PRIMARY KEY, who int, kind text,"
        ' "start" date, "end" date)',
        f"CREATE TABLE scratch_rule (id {identity} PRIMARY KEY, status text, words text)",
        "INSERT INTO scratch_log (words) VALUES ('first')",
    )
    make_guards(connection)
    yield
    guards.__globals__["_GUARDS"].clear()
    guards.__globals__["_GUARDS"].update(kept)


def test_a_row_is_added_to_an_append_only_table(table):
    assert refused("INSERT INTO scratch_log (words) VALUES ('second')") == ""


@pytest.mark.parametrize(
    "statement", ["UPDATE scratch_log SET words = 'other'", "DELETE FROM scratch_log WHERE id = 1"]
)
def test_a_row_of_an_append_only_table_is_neither_changed_nor_removed(table, statement):
    assert "scratch_log is append-only" in refused(statement)


@pytest.mark.parametrize("or_replace", ["INSERT OR REPLACE INTO", "REPLACE INTO"])
def test_a_row_of_an_append_only_table_is_not_pushed_out_by_another(table, or_replace):
    """PostgreSQL knows no such word; SQLite's own triggers look away from it unless they are told not to."""
    assert refused(f"{or_replace} scratch_log (id, words) VALUES (1, 'other')") != ""


@pytest.mark.postgres
def test_an_append_only_table_is_not_emptied(table):
    assert "scratch_log is append-only" in refused("TRUNCATE scratch_log")


PERIOD = "INSERT INTO scratch_period (who, kind, \"start\", \"end\") VALUES ({}, '{}', '{}', {})"


@pytest.mark.parametrize(
    ("who", "kind", "start", "end", "is_free"),
    [
        (1, "primary", date(2024, 6, 1), None, False),
        (1, "primary", date(2023, 6, 1), date(2024, 1, 2), False),
        (1, "primary", date(2024, 12, 31), date(2025, 6, 1), False),
        (1, "primary", date(2025, 1, 1), None, True),
        (1, "primary", date(2023, 1, 1), date(2024, 1, 1), True),
        (1, "alternate", date(2024, 6, 1), None, True),
        (2, "primary", date(2024, 6, 1), None, True),
    ],
)
def test_two_periods_of_the_same_kind_never_share_a_day(table, who, kind, start, end, is_free):
    run(PERIOD.format(1, "primary", "2024-01-01", "'2025-01-01'"))

    refusal = refused(PERIOD.format(who, kind, start, f"'{end}'" if end else "NULL"))

    assert ("two periods overlap" in refusal) == (not is_free)


def test_a_period_does_not_overlap_itself_when_it_is_changed(table):
    run(PERIOD.format(1, "primary", "2024-01-01", "NULL"))

    assert refused("UPDATE scratch_period SET \"end\" = '2025-01-01'") == ""


@pytest.mark.parametrize(("status", "refusal"), [("draft", False), ("in_force", True)])
def test_a_condition_decides_when_a_row_is_frozen(table, status, refusal):
    run(f"INSERT INTO scratch_rule (status, words) VALUES ('{status}', 'old')")

    assert bool(refused("UPDATE scratch_rule SET words = 'new'")) == refusal


def test_a_guard_taken_away_is_missed_and_made_again_by_migrate():
    drop_guards(connection)
    missed = missing_guards(connection)

    call_command("migrate", verbosity=0)

    assert (len(missed) > len(guards()) / 2, missing_guards(connection)) == (True, ())


@pytest.mark.parametrize("table_name", APPEND_ONLY)
@pytest.mark.parametrize("event", ["update", "delete"])
def test_each_append_only_table_has_its_triggers(table_name, event):
    if connection.vendor == "postgresql":
        query = (
            "SELECT tgtype FROM pg_trigger JOIN pg_class ON tgrelid = pg_class.oid"
            f" WHERE relname = '{table_name}' AND tgname = '{table_name}_append_only'"
        )
        bit = {"update": 16, "delete": 8}[event]
        with connection.cursor() as cursor:
            cursor.execute(query)
            assert cursor.fetchone()[0] & bit
    else:
        names = f"SELECT count(*) FROM sqlite_master WHERE name = '{table_name}_append_only_{event}'"
        with connection.cursor() as cursor:
            cursor.execute(names)
            assert cursor.fetchone() == (1,)
