"""Workers are killed and the database falls in the middle: what was answered holds, what was not is whole."""

import json
import os
import signal
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from elections.enums.seals import Purpose
from elections.models import Board, Envelope, MixedEnvelope, Opening, RetiredTracker, Tally
from lacralo.core.audit import chain
from lacralo.core.audit.chain import verify
from tests.builders import accredited
from tests.elections.races.restarts import Server, restartable_postgresql
from tests.elections.sealed import Papers, mixed, open_secret_vote, opened, put_in_many

pytestmark = pytest.mark.postgres

CASTS, CLIENTS, PLACES = 1000, 3, 60
#: After so many answers a worker is killed, and after so many the server falls.
KILLS, FALLS = (200, 800), (400, 600)


@dataclass
class Worker:
    """A process that casts, and what it said: which forms it sent, and what was answered."""

    process: subprocess.Popen
    said: Path


@dataclass
class Heard:
    """Of each place, in order: the forms that were sent, and the trackers that were answered."""

    sent: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    answered: dict[int, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))


def run(*arguments: str, url: str, home: str, said: Path) -> Worker:
    """Start a worker on a database."""
    environment = os.environ | {"DATABASE_URL": url, "LACRALO_HOME": home, "LACRALO_TEST": "1"}
    environment["DJANGO_SETTINGS_MODULE"] = "lacralo.settings"
    command = [sys.executable, "-m", "tests.elections.races.worker", *arguments]
    with said.open("w") as out, said.with_suffix(".err").open("w") as err:
        return Worker(subprocess.Popen(command, env=environment, stdout=out, stderr=err), said)


def lines(said: Path) -> list[dict]:
    """What a worker said; a line that a kill has cut off was not said."""
    return [json.loads(each) for each in said.read_text().splitlines(keepends=True) if each.endswith("\n")]


def heard(workers: list[Worker]) -> Heard:
    """What all workers said together; the same place is one worker's at a time, in the order of starts."""
    found = Heard()
    for worker in workers:
        for line in lines(worker.said):
            if "tracker" in line:
                found.answered[line["place"]].append((line["token"], line["tracker"]))
            else:
                found.sent[line["place"]].append(line["token"])
    return found


def answers(workers: list[Worker]) -> int:
    """How many trackers were answered so far."""
    return sum(worker.said.read_text().count('"tracker"') for worker in workers)


class Crew:
    """Some workers at once, each with places of its own."""

    def __init__(self, server: Server, home: Path, election: int):
        self.server, self.home, self.election = server, home, election
        self.everybody: list[Worker] = []
        self.present = [self.start(client) for client in range(CLIENTS)]

    def start(self, client: int) -> Worker:
        """A worker for the places of a client."""
        said = self.home / f"said-{len(self.everybody)}"
        worker = run(
            "cast", str(self.election), str(client), str(CLIENTS),
            url=self.server.url, home=str(self.home), said=said,
        )  # fmt: skip
        self.everybody.append(worker)
        return worker

    def kill(self, client: int) -> None:
        """kill -9, wherever it is."""
        self.present[client].process.send_signal(signal.SIGKILL)
        self.present[client].process.wait()

    def wait_for(self, number: int) -> None:
        """Until so many trackers were answered."""
        while answers(self.everybody) < number:
            dead = [each for each in self.present if each.process.poll() not in (None, -signal.SIGKILL)]
            assert not dead, dead[0].said.with_suffix(".err").read_text()
            time.sleep(0.02)


def test_of_a_thousand_casts_with_kills_and_falls_every_tracker_answered_is_in_the_box(tmp_path):
    with restartable_postgresql() as server:
        prepared = run("prepare", str(PLACES), url=server.url, home=str(tmp_path), said=tmp_path / "prepared")
        assert prepared.process.wait() == 0, (tmp_path / "prepared.err").read_text()
        (election,) = (each["election"] for each in lines(prepared.said))
        crew = Crew(server, tmp_path, election)
        for number in sorted({*KILLS, *FALLS}):
            crew.wait_for(number)
            if number in FALLS:
                server.fall()
                server.rise()
            else:
                client = number % CLIENTS
                crew.kill(client)
                crew.present[client] = crew.start(client)
        crew.wait_for(CASTS)
        for client in range(CLIENTS):
            crew.kill(client)
        with psycopg.connect(server.url) as session:
            envelopes = session.execute(
                "SELECT place_id, has_voted, tracker, sealed IS NOT NULL FROM elections_envelope"
            ).fetchall()
            retired = {
                row[0] for row in session.execute("SELECT tracker FROM elections_retiredtracker").fetchall()
            }

    said = heard(crew.everybody)
    last = {place: tracker for place, _voted, tracker, _sealed in envelopes}
    for place, answered in said.answered.items():
        trackers = [tracker for _token, tracker in answered]
        assert {*trackers} - {last[place]} <= retired
        # Replaced, the last one answered was so only by a form that was sent after it and lost its answer.
        token, tracker = answered[-1]
        assert last[place] == tracker or said.sent[place].index(token) < len(said.sent[place]) - 1
    assert {place for place, voted, *_ in envelopes if voted} == {
        place for place, _voted, _tracker, is_sealed in envelopes if is_sealed
    }
    assert {*said.answered} <= {place for place, voted, *_ in envelopes if voted} <= {*said.sent}
    answered = sum(map(len, said.answered.values()))
    confirmed = sum(len(each.read_bytes()) for each in (tmp_path / "witness").iterdir())
    in_the_database = len(retired) + sum(voted for _place, voted, *_ in envelopes)
    assert confirmed <= in_the_database <= sum(map(len, said.sent.values()))
    # When the server falls, a commit can have been made although its answer was lost: answered to the same
    # form sent again, and not confirmed to the witness.
    assert CASTS <= answered <= confirmed + len(FALLS) * CLIENTS


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_mix_or_in_the_opening_leaves_nothing_half_done(tmp_path):
    for number in range(6):
        accredited(f"Association {number}", ("PE", "AR")[number % 2])
    papers = Papers()
    election = open_secret_vote(papers)
    put_in_many(election, {1: "1", 2: "2", 3: "1", 4: "1"})
    before = sorted(Envelope.objects.values_list("place", "has_voted", "sealed", "tracker"))

    killed_at_its_last_statement("close", str(election.pk), said=tmp_path / "close")
    after = sorted(Envelope.objects.values_list("place", "has_voted", "sealed", "tracker"))
    half_mixed = (MixedEnvelope.objects.count(), Board.objects.count(), RetiredTracker.objects.count())
    mixed(election)
    one, two, _three = election.scrutineers.order_by("number")
    opened(election, papers, by=(0,))
    words = papers.of(two).split()
    killed_at_its_last_statement("open", str(election.pk), str(two.number), *words, said=tmp_path / "open")
    opening = Opening.objects.get(purpose=Purpose.COUNT)
    half_opened = (opening.numbers, opening.ended_at, Tally.objects.count())
    answer = opened(election, papers, by=(1,))

    assert (before, half_mixed) == (after, (0, 0, 0))
    assert half_opened == ([one.number], None, 0)
    assert (bool(answer.verdict), Tally.objects.count(), MixedEnvelope.objects.count()) == (True, 1, 4)
    assert verify() is None


def killed_at_its_last_statement(*arguments: str, said: Path) -> None:
    """A worker does its whole act but the entry in the chain, for which it has to wait; then it is killed."""
    holder = connection.copy()
    holder.connect()
    try:
        with holder.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [chain._CHAIN_LOCK])
            url = connection.settings_dict
            address = "postgresql://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format_map(url)
            worker = run(*arguments, url=address, home=str(settings.HOME), said=said)
            while not waiting_for_the_chain():
                assert worker.process.poll() is None, said.with_suffix(".err").read_text()
                time.sleep(0.02)
            worker.process.send_signal(signal.SIGKILL)
            worker.process.wait()
    finally:
        holder.close()
    while waiting_for_the_chain() or not_yet_gone():
        time.sleep(0.02)
    assert [each for each in lines(said) if "done" in each] == []


def waiting_for_the_chain() -> bool:
    """Whether somebody waits for the lock of the chain."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
        return cursor.fetchone() != (0,)


def not_yet_gone() -> bool:
    """Whether a transaction of somebody else is still open."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() AND xact_start IS NOT NULL"
        )
        return cursor.fetchone() != (0,)
