"""The servers that the tests start for themselves, and how the two runs are added up."""

import socket
import urllib.parse

import psycopg
import pytest

from tests.real_parts.postgresql import private_postgresql
from tests.real_parts.run import Counts, _counts
from tests.real_parts.surroundings import prepare

REPORT = (
    """<testsuites><testsuite name="pytest" errors="1" failures="2" skipped="3" tests="10"/></testsuites>"""
)


@pytest.mark.postgres
def test_a_private_postgresql_comes_up_durable_and_goes_away():
    with private_postgresql() as url, psycopg.connect(url) as connection:
        answer = connection.execute("SELECT current_setting('fsync'), current_setting('synchronous_commit')")
        settings = answer.fetchone()

    with socket.socket() as door:
        refused = door.connect_ex(("127.0.0.1", urllib.parse.urlsplit(url).port))
    assert (settings, refused != 0) == (("on", "on"), True)


def test_errors_count_as_failures(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text(REPORT)

    assert _counts(report) == Counts(passed=4, failed=3, skipped=3)


def test_the_last_line_adds_both_runs_up():
    assert str(Counts(5, 0, 0) + Counts(4, 1, 0)) == "9 passed, 1 failed"


def test_what_was_skipped_is_said():
    assert str(Counts(5, 0, 2)) == "5 passed, 0 failed, 2 skipped"


@pytest.mark.parametrize(
    ("given", "own"),
    [
        ("redis://127.0.0.1:6379/0", "redis://127.0.0.1:6379/2"),
        ("redis://127.0.0.1:6379/", "redis://127.0.0.1:6379/2"),
        ("redis://127.0.0.1:6379", "redis://127.0.0.1:6379/2"),
        ("redis://:secret@cache.example:6379/7", "redis://:secret@cache.example:6379/2"),
    ],
)
def test_each_process_has_its_own_redis_database(given, own):
    environment = {"REDIS_URL": given, "PYTEST_XDIST_WORKER": "gw1"}

    prepare(environment)

    assert environment["REDIS_URL"] == own


def test_what_a_developer_has_set_for_a_server_does_not_reach_the_tests():
    environment = {"LACRALO_DEMO": "1", "PORTAL_URL": "https://portal.example", "PYTEST_XDIST_WORKER": "gw0"}

    prepare(environment)

    assert environment == {"LACRALO_TEST": "1", "PYTEST_XDIST_WORKER": "gw0"}
