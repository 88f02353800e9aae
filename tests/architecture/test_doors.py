"""Every address, every role: what opens to whom, by reading and by acting.

The table is the specification: a new address without its row fails, and so does a door that opens to
somebody else than before.  `login` is the way to the sign-in page; a star says that an act was recorded;
an exclamation mark, which stands nowhere in it, that the words of a scrutineer's code are on the page.
Whoever is sent away (login, 403, 404, 405, 422) has written nothing.
"""

import re
from pathlib import Path

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from elections.services.sealed_ballots import cast_sealed_ballot
from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.clock import database_now
from lacralo.home.services.demonstration.loading import load_demonstration
from tests.architecture.addresses import ADDRESSES, filled, named
from tests.architecture.scene import ROLES, Scene, are_told, named_addresses

TABLE = Path(__file__).with_name("doors.txt")
SENT_AWAY = {"login", "403", "404", "405", "422"}


def rows() -> dict[str, dict[str, list[str]]]:
    """The table, by address: what each role meets with GET and with POST."""
    told = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, reading, acting = (part.strip() for part in line.split("|"))
            told[name] = {"get": reading.split(), "post": acting.split()}
    return told


ROWS = rows()


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):
    """The demonstration, made once for all doors and taken back after the last."""
    with django_db_blocker.unblock(), transaction.atomic():
        now = database_now()
        papers = load_demonstration(now=now)
        yield Scene(now=now, papers=papers)
        transaction.set_rollback(True)


def test_every_address_has_its_row():
    assert {named(row) for row in ROWS} == named_addresses()
    assert set(ADDRESSES) - set(ROWS) == set()


def address(scene: Scene, name: str) -> str:
    """The address of a row in the scene."""
    with override("en"):
        return reverse(named(name), kwargs=filled(name, scene))


def met(scene: Scene, name: str, method: str, role: str) -> str:
    """What somebody of that role meets at the door; whatever the act did is taken back."""
    point = transaction.savepoint()
    path = address(scene, name)
    before = Entry.objects.count()
    response = getattr(scene.browsers[role], method)(path)
    wrote = Entry.objects.count() > before
    transaction.savepoint_rollback(point)
    status = str(response.status_code)
    if status == "302" and "/account/login/" in response.url:
        status = "login"
    return status + "*" * wrote + "!" * scene.tells_a_code(text_of(response))


def text_of(response) -> str:
    """What is on a page."""
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return body.decode("utf-8", "replace")


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ROWS)
def test_a_door_opens_to_those_it_is_meant_for(scene, db, name, method):
    assert [met(scene, name, method, role) for role in ROLES] == ROWS[name][method]


def test_whoever_is_sent_away_has_written_nothing():
    stars = {status for row in ROWS.values() for told in row.values() for status in told if "*" in status}

    assert {status.rstrip("*") for status in stars} & SENT_AWAY == set()


def test_no_door_records_an_act_when_it_is_only_read():
    assert [name for name, row in ROWS.items() if any("*" in each for each in row["get"])] == []


def test_a_stranger_acts_only_where_the_page_says_why():
    """Answering a nomination by the link of the mail, comparing a file, having a paper made."""
    acting = {name for name, row in ROWS.items() if row["post"][0] not in SENT_AWAY}
    reading_only = {name for name, row in ROWS.items() if row["post"] == row["get"]}

    assert acting - reading_only == {"elections:proclamation_issue"}


def test_the_words_of_a_code_stand_on_one_page_once(scene, db):
    """The answer that shows a new code; here the search finds what it looks for."""
    browser, path = scene.browsers["scrutineer"], address(scene, "elections:scrutiny_code")
    point = transaction.savepoint()

    shown = browser.post(path)
    again = browser.get(path)

    transaction.savepoint_rollback(point)
    words = list(shown.context["words"])
    assert len(words) == 12
    assert [are_told(words, text_of(each)) for each in (shown, again)] == [True, False]


#: The pages of the vote in which a choice was made, and those that tell of every vote.
AROUND = [
    "elections:board", "elections:election_detail@secret", "elections:election_list", "elections:leaks",
    "elections:observe", "elections:places", "elections:promises", "elections:result@sealed",
    "elections:roll_json", "home:front", "home:chain", "home:chain_json", "home:sent",
]  # fmt: skip


def pages_after(scene: Scene, choice: str) -> dict[tuple[str, str], str]:
    """What everybody but the voter reads after the voter chose that; the token of forms differs each time."""
    point = transaction.savepoint()
    cast_sealed_ballot(
        place=scene.sealed_place, choice=choice, token="canary", by=scene.people["voter"], now=scene.now
    )
    found = {}
    for name in AROUND:
        for role in set(ROLES) - {"voter"}:
            page = text_of(scene.browsers[role].get(address(scene, name)))
            found[name, role] = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)
    transaction.savepoint_rollback(point)
    return found


def test_everybody_else_reads_the_same_whatever_a_voter_chose(scene, db):
    first, second = pages_after(scene, "1"), pages_after(scene, "abstain")

    assert len(first) == len(AROUND) * (len(ROLES) - 1)
    assert [where for where in first if first[where] != second[where]] == []
