"""What the database keeps in its files: nothing of an envelope beside its place once the box was swept."""

import json
import os
import subprocess
import sys

import pytest
from django.db import connection

from elections.models import Envelope, MixedEnvelope
from elections.services.mixing import SWEEP_TASK, sweep
from lacralo.core.deadlines.models import Deadline
from tests.builders import NOW, accredited
from tests.elections.sealed import Papers, mixed, open_secret_vote, put_in_many

PLACES = 24


def relations_with(texts: set[str]) -> set[str]:
    """The tables and indexes, the planner's samples among them, in whose files one of the texts stands."""
    sought, found = [each.encode() for each in texts], set()
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute(
            "SELECT relname, pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class"
            " WHERE relkind IN ('r', 'i', 't') AND (oid = 'pg_statistic'::regclass"
            " OR relnamespace IN ('public'::regnamespace, 'pg_toast'::regnamespace))"
        )
        for name, content in cursor:
            if any(each in content for each in sought):
                found.add(name)
    return found


@pytest.fixture
def older():
    """Transactions of others that begin before the mix: by what they are, how each is ended."""
    sessions = {}
    for name, statement in {
        "a dump that reads the box": "SELECT count(*) FROM elections_envelope",
        "a snapshot of something else": "SELECT count(*) FROM core_ruleset",
        "a writer of something else": "CREATE TEMPORARY TABLE passing (number integer)",
    }.items():
        session = connection.copy()
        session.connect()
        session.set_autocommit(False)
        with session.cursor() as cursor:
            if "snapshot" in name:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            cursor.execute(statement)
        sessions[name] = session
    yield sessions
    for session in sessions.values():
        session.close()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_sweep_waits_for_older_transactions_and_leaves_nothing_in_the_files(older):
    for number in range(PLACES):
        accredited(f"Association {number:02}", ("PE", "AR")[number % 2])
    election = open_secret_vote(Papers())
    everybody = range(1, PLACES + 1)
    put_in_many(election, dict.fromkeys(everybody, "1"))
    first = set(Envelope.objects.values_list("sealed", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as the server does by itself after some casts
    put_in_many(election, dict.fromkeys(everybody, "2"))
    last = set(Envelope.objects.values_list("sealed", flat=True))
    mixed(election)
    deadline = Deadline.objects.filter(task=SWEEP_TASK).latest("pk")

    before = relations_with(first), relations_with(last)
    done = []
    for session in older.values():
        done.append(sweep(pk=deadline.pk, now=NOW))
        session.rollback()
    done.append(sweep(pk=deadline.pk, now=NOW))

    assert before == ({"elections_envelope"}, {"elections_envelope", "elections_mixedenvelope"})
    assert done == [False, False, False, True]
    assert (relations_with(first), relations_with(last)) == (set(), {"elections_mixedenvelope"})
    assert set(MixedEnvelope.objects.values_list("sealed", flat=True)) == last
    deadline.refresh_from_db()
    assert deadline.rung_at == NOW


def test_the_file_and_the_log_of_sqlite_hold_no_replaced_envelope_and_no_place_of_one(tmp_path):
    environment = {name: value for name, value in os.environ.items() if not name.endswith("_URL")}
    environment |= {"LACRALO_HOME": str(tmp_path), "DJANGO_SETTINGS_MODULE": "lacralo.settings"}
    script = [sys.executable, "-m", "tests.elections.secret.file_database"]

    told = subprocess.run(script, env=environment, capture_output=True, text=True)

    assert (told.returncode, told.stderr) == (0, "")
    assert json.loads(told.stdout) == {
        "during the vote": {"replaced": ["db.sqlite3-wal"]},
        "read by somebody": {"done": False},
        "after the sweep": {"replaced": [], "in the box": 1, "done": True},
    }
