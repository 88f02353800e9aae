"""A PostgreSQL server of our own that is stopped as when the power fails, and started again."""

import os
import pwd
import shlex
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.real_parts.postgresql import private_postgresql

SECONDS_TO_START = 60


class Server:
    """A private server: its address, and how it falls and rises."""

    def __init__(self, url: str):
        self.url = url
        with psycopg.connect(url) as session:
            self.folder = Path(session.execute("SHOW data_directory").fetchone()[0])
        self.again: subprocess.Popen | None = None

    def fall(self) -> None:
        """An immediate stop: nothing is written any more, and the log has to be replayed."""
        postmaster = int((self.folder / "postmaster.pid").read_text().split()[0])
        os.kill(postmaster, signal.SIGQUIT)
        while self.is_up():
            time.sleep(0.02)
        if self.again:
            self.again.wait()

    def rise(self) -> None:
        """The server is started again with what it was started with; comes back when it answers."""
        command = shlex.split((self.folder / "postmaster.opts").read_text())
        owner = pwd.getpwuid(self.folder.stat().st_uid)
        whom = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
        with (self.folder.parent / "log").open("a") as log:
            self.again = subprocess.Popen(
                command, stdout=log, stderr=log, cwd=self.folder.parent, start_new_session=True, **whom
            )
        give_up_at = time.monotonic() + SECONDS_TO_START
        while not self.is_up():
            assert time.monotonic() < give_up_at, (self.folder.parent / "log").read_text()
            time.sleep(0.05)

    def is_up(self) -> bool:
        """Whether it lets us in."""
        try:
            psycopg.connect(self.url, connect_timeout=5).close()
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def restartable_postgresql() -> Iterator[Server]:
    """A server of our own, for as long as this lasts."""
    with private_postgresql() as url:
        server = Server(url)
        try:
            yield server
        finally:
            if server.again:
                server.again.send_signal(signal.SIGINT)
                server.again.wait()
