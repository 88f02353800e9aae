"""`python3 manage.py test`: the whole suite on PostgreSQL and Valkey, the portable part again on SQLite."""

import os
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import psycopg
import redis

from tests.real_parts.ports import CannotStart
from tests.real_parts.postgresql import private_postgresql
from tests.real_parts.valkey import private_valkey

HOME = Path(__file__).resolve().parent.parent.parent
#: pytest's answers: 2 is an interruption, 5 that no test was chosen.
PASSED, INTERRUPTED, NOTHING_CHOSEN = 0, 2, 5
SECONDS_TO_CLEAR_UP = 3
IN_PARALLEL = ["-n", "2", "--dist", "loadfile"]


@dataclass(frozen=True)
class Counts:
    """How the tests of one run ended."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed, {self.failed} failed{skipped}"


def main(arguments: list[str]) -> int:
    """Run both suites with pytest's arguments; 0 when something ran and nothing failed."""
    signal.signal(signal.SIGTERM, _end_as_with_ctrl_c)
    try:
        total = _both(arguments)
    except CannotStart as reason:
        print(reason, "0 passed, 1 failed", sep="\n", flush=True)
        return 1
    except KeyboardInterrupt:
        print("The tests were interrupted; the servers are stopped.", flush=True)
        return 130
    if not total.passed + total.failed + total.skipped:
        print("No test was chosen by these arguments.", flush=True)
    print(total, flush=True)
    return 0 if total.passed and not total.failed else 1


def _both(arguments: list[str]) -> Counts:
    environment = os.environ | {"LACRALO_TEST": "1"}
    # Both processes must see sets in one order, another one each time; repeat a run with its number.
    environment.setdefault("PYTHONHASHSEED", str(secrets.randbelow(2**32)))
    print(f"PYTHONHASHSEED={environment['PYTHONHASHSEED']}", flush=True)
    with servers() as urls:
        total = _run("PostgreSQL and Valkey", _in_parallel_if_all(arguments), environment | urls)
    for name in urls:
        environment.pop(name, None)
    return total + _run(
        "SQLite, the portable part", ["--portable", *_in_parallel_if_all(arguments)], environment
    )


def _in_parallel_if_all(arguments: list[str]) -> list[str]:
    """The whole suite runs on two processes; a chosen part in one, where it can be watched."""
    return arguments or IN_PARALLEL


@contextmanager
def servers() -> Iterator[dict[str, str]]:
    """DATABASE_URL and REDIS_URL: those that are set, or private servers for as long as this lasts.

    Raises CannotStart when a server is missing, and says how to get it.
    """
    urls = {name: os.environ.get(name, "") for name in ("DATABASE_URL", "REDIS_URL")}
    with ExitStack() as stack:
        if not urls["DATABASE_URL"]:
            urls["DATABASE_URL"] = stack.enter_context(private_postgresql())
        if not urls["REDIS_URL"]:
            urls["REDIS_URL"] = stack.enter_context(private_valkey())
        _must_answer(urls)
        yield urls


def _must_answer(urls: dict[str, str]) -> None:
    try:
        psycopg.connect(urls["DATABASE_URL"], connect_timeout=5).close()
    except psycopg.Error as failure:
        raise CannotStart(
            f"DATABASE_URL leads to no PostgreSQL server that lets us in: {failure}"
        ) from failure
    try:
        redis.Redis.from_url(urls["REDIS_URL"], socket_connect_timeout=5).ping()
    except (redis.RedisError, ValueError) as failure:
        raise CannotStart(f"REDIS_URL leads to no Redis server that lets us in: {failure}") from failure


def _run(title: str, arguments: list[str], environment: dict[str, str]) -> Counts:
    """Run pytest once; what it could not say in tests (a crash, a wrong option) counts as one failure.

    Raises KeyboardInterrupt when it was interrupted.
    """
    print(f"\n== {title}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="lacralo-test-report-") as folder:
        report = Path(folder, "report.xml")
        pytest = [sys.executable, "-m", "pytest", *arguments, f"--junit-xml={report}"]
        answer = _wait(subprocess.Popen(pytest, env=environment, cwd=HOME))
        counts = _counts(report)
    if answer == INTERRUPTED:
        raise KeyboardInterrupt
    if answer not in (PASSED, NOTHING_CHOSEN) and not counts.failed:
        counts += Counts(failed=1)
    print(f"== {title}: {counts} in {time.monotonic() - began:.0f} s", flush=True)
    return counts


def _wait(process: subprocess.Popen) -> int:
    """Wait for pytest; when we are told to end, let it end first."""
    try:
        return process.wait()
    except KeyboardInterrupt:
        _let_end(process)
        raise


def _let_end(process: subprocess.Popen) -> None:
    """Ctrl-C has reached pytest too; when we alone were told to end, pass it on."""
    try:
        process.wait(SECONDS_TO_CLEAR_UP)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGINT)
        process.wait()


def _counts(report: Path) -> Counts:
    if not report.exists():
        return Counts()
    suites = ElementTree.parse(report).iter("testsuite")
    total = Counts()
    for suite in suites:
        ran, skipped = int(suite.get("tests")), int(suite.get("skipped"))
        failed = int(suite.get("failures")) + int(suite.get("errors"))
        total += Counts(ran - failed - skipped, failed, skipped)
    return total


def _end_as_with_ctrl_c(number, frame) -> None:
    raise KeyboardInterrupt
