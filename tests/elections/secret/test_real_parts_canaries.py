"""A choice that can be told from everything else is looked for wherever something could have kept it."""

import logging
import re
import secrets
from pathlib import Path

import pytest
import redis
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.views.debug import ExceptionReporter

from elections.models import Candidate, Envelope
from elections.services.ballots import close_vote
from lacralo.core.audit.guards import drop_guards, make_guards
from lacralo.core.deadlines.clock import database_now
from tests.builders import accredited
from tests.elections.builders import officer
from tests.elections.poll import HOUR, end_of_vote, holder_of, place_of
from tests.elections.sealed import Papers, open_secret_vote
from tests.elections.secret.attacker import contents, private_key, whole_database

#: The numbers of the two candidates: what an envelope says, and nothing else in the portal.
CANARIES = ("27182", "31415")
#: As a word: a hash or a fraction of a second may hold the digits by chance.
CANARY = re.compile(rf"(?<![0-9A-Za-z+/=.])({'|'.join(CANARIES)})(?![0-9A-Za-z+/=])")

#: In every line of PostgreSQL's log: it can be that of a canary.
NUMBER_OF_PROCESS = re.compile(r"(?m)(?<= )\[\d+\](?= )")
#: From here on rows are numbered, far beyond the canaries.
FIRST_KEY = 1_000_000

BREAKS = {
    "a row that is refused": "RAISE EXCEPTION 'broken'",
    "a session that ends": "PERFORM pg_terminate_backend(pg_backend_pid())",
}


@pytest.fixture
def vote():
    """An open vote whose candidates have the numbers of the canaries."""
    rows_are_numbered_beyond_the_canaries()
    papers = Papers()
    for number in range(4):
        accredited(f"Association {number}")
    election = open_secret_vote(papers, now=database_now() - HOUR)
    drop_guards(connection)
    for each, number in zip(Candidate.objects.order_by("number"), CANARIES, strict=True):
        Candidate.objects.filter(pk=each.pk).update(number=number)
    make_guards(connection)
    return election, papers


def rows_are_numbered_beyond_the_canaries():
    """The keys of this test's rows, in any table: after thousands of tests one could be a canary's number."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename) FROM pg_sequences")
        for (name,) in cursor.fetchall():
            cursor.execute("SELECT setval(%s, greatest(nextval(%s), %s))", [name, name, FIRST_KEY])


class Reporter(logging.Handler):
    """Keeps of every error the longest report that Django makes here."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.reports: list[str] = []

    def emit(self, record):
        """Keep the report."""
        self.reports.append(ExceptionReporter(record.request, *record.exc_info).get_traceback_html())


@pytest.fixture
def logged(settings, caplog):
    """Every log record; errors are mailed to an operator too."""
    settings.ADMINS = [("Operator", "operator@example.org")]
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.fixture
def reporter():
    """Keeps the error reports."""
    handler = Reporter()
    logging.getLogger("django.request").addHandler(handler)
    yield handler
    logging.getLogger("django.request").removeHandler(handler)


class Browser:
    """A voter's browser, which goes on after an error page, and keeps every answer."""

    def __init__(self, election, number: int):
        self.client = Client(raise_request_exception=False)
        self.client.force_login(holder_of(place_of(election, number)))
        self.election, self.number, self.answers = election, number, []

    def ballot(self):
        """Open the ballot."""
        return self.keep(self.client.get(self.address("ballot_of")))

    def check(self, line: str):
        """Have the choice checked; the token of the form."""
        answer = self.keep(self.client.post(self.address("ballot_check"), {"line": line}))
        return answer.context["token"]

    def cast(self, line: str, token: str):
        """Cast."""
        return self.keep(self.client.post(self.address("ballot_cast"), {"line": line, "token": token}))

    def address(self, name: str) -> str:
        """The address of a page of the place."""
        return reverse(f"elections:{name}", args=[self.election.slug, self.number])

    def keep(self, answer):
        """An answer, and its address and headers for later."""
        self.answers.append(
            f"{answer.request['PATH_INFO']} {answer.request['QUERY_STRING']} {answer.headers}"
        )
        return answer


def broken(how: str):
    """From now on an envelope cannot be written."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS"
            f" $$ BEGIN {BREAKS[how]}; RETURN NEW; END $$"
        )
        cursor.execute(
            "CREATE TRIGGER broken BEFORE UPDATE ON elections_envelope FOR EACH ROW EXECUTE FUNCTION broken()"
        )


def mended():
    """Envelopes can be written again."""
    connection.close()
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER broken ON elections_envelope")
        cursor.execute("DROP FUNCTION broken()")


def everything_kept(browsers: list[Browser], logged, reporter: Reporter) -> dict[str, str]:
    """What the portal has kept anywhere, as text, by where it is; but the lists of candidates."""
    kept = {
        f"{table}.{column}": str(value)
        for table, rows in whole_database().items()
        for column in (rows[0] if rows else ())
        for value in ["\n".join(str(row[column]) for row in rows)]
    }
    del kept["elections_candidate.number"]
    kept["sessions"] = "\n".join(str(each.get_decoded()) for each in Session.objects.all())
    kept["logs"] = "\n".join(
        f"{logging.Formatter('%(message)s').format(record)} {record.args}" for record in logged.records
    )
    kept["mails"] = "\n".join(
        f"{each.subject} {each.body} {getattr(each, 'alternatives', '')}" for each in mail.outbox
    )
    kept["error reports"] = "\n".join(reporter.reports)
    kept["addresses and headers"] = "\n".join(told for each in browsers for told in each.answers)
    kept["cache"] = "\n".join(everything_cached())
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        log = Path(cursor.fetchone()[0]).parent / "log"
    said = log.read_text(errors="replace") if log.exists() else ""
    kept["log of the database"] = NUMBER_OF_PROCESS.sub("", said)
    return kept


def everything_cached() -> list[str]:
    """Every key of the cache and of the broker, with what is under it."""
    server = redis.Redis.from_url(settings.REDIS_URL)
    read = {
        b"string": server.get,
        b"list": lambda key: server.lrange(key, 0, -1),
        b"set": server.smembers,
        b"zset": lambda key: server.zrange(key, 0, -1),
        b"hash": server.hgetall,
    }
    return [f"{key} {read[server.type(key)](key)}" for key in server.scan_iter()]


def hiding_places(kept: dict[str, str], sought: re.Pattern) -> dict[str, str]:
    """Where it was found, with what stands around it."""
    found = {where: sought.search(text) for where, text in kept.items()}
    return {
        where: kept[where][max(0, hit.start() - 80) : hit.end() + 40] for where, hit in found.items() if hit
    }


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_no_choice_is_kept_anywhere_before_the_opening_whatever_breaks(vote, logged, reporter):
    election, papers = vote
    browsers = [Browser(election, number) for number in (1, 2, 3)]
    voter = browsers[0]
    voter.ballot()
    token = voter.check("01")
    wrong = [voter.cast("01", "").status_code, voter.cast("01", "x" * 65).status_code]
    wrong.append(voter.cast("99", token).status_code)
    failed = []
    for how in BREAKS:
        broken(how)
        failed.append(voter.cast("01", token).status_code)
        mended()
    cast = [voter.cast("01", token), voter.cast("02", voter.check("02"))]
    cast += [
        each.cast(line, secrets.token_hex(16)) for each, line in zip(browsers[1:], ("02", "03"), strict=True)
    ]
    tracker = Envelope.objects.get(place=place_of(election, 1)).tracker
    board = voter.client.post(reverse("elections:board", args=[election.slug]), {"tracker": tracker})
    late = end_of_vote(election)
    close_vote(election=election, by=officer(), now=late)

    said = contents(election, private_key(election, papers))
    kept = everything_kept(browsers, logged, reporter)

    assert wrong == [422, 422, 422]
    assert failed == [500, 503]
    assert [each.status_code for each in (*cast, board)] == [200] * 5
    assert sorted(each["choice"] for each in said.values()) == ["31415", "31415", "abstain"]
    assert ["cast_sealed_ballot" in each for each in reporter.reports] == [True, True]
    assert sum("operator@example.org" in each.to for each in mail.outbox) == 2
    assert "Traceback" in kept["logs"]
    assert hiding_places(kept, CANARY) == {}
    inside = [*(each["nonce"] for each in said.values()), token]
    assert hiding_places(kept, re.compile("|".join(inside))) == {}
    assert [CANARY.findall(each.content.decode()) for each in (*cast, board)] == [[]] * 5


@pytest.mark.postgres
@pytest.mark.django_db
def test_the_search_finds_a_canary_that_was_kept(vote, logged, reporter):
    logging.getLogger("elections").warning("chosen: %s", CANARIES[0])

    found = hiding_places(everything_kept([], logged, reporter), CANARY)

    assert {*found} == {"logs"}
