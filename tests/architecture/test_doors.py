"""Every address, every role: what opens to whom, by reading and by acting.

The table is the specification: a new address without its row fails, and so does a door that opens to
somebody else than before.  `login` is the way to the sign-in page; a star says that an act was recorded.
Whoever is sent away (login, 403, 404, 405, 422) has written nothing.
"""

from pathlib import Path

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils.translation import override

from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.clock import database_now
from lacralo.home.services.demonstration.loading import load_demonstration
from tests.architecture.addresses import filled
from tests.architecture.scene import ROLES, Scene, named_addresses

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
        load_demonstration(now=now)
        yield Scene(now=now)
        transaction.set_rollback(True)


def test_every_address_has_its_row():
    assert set(ROWS) == named_addresses()


def met(scene: Scene, name: str, method: str, role: str) -> str:
    """What somebody of that role meets at the door; whatever the act did is taken back."""
    point = transaction.savepoint()
    with override("en"):
        path = reverse(name, kwargs=filled(name, scene))
    before = Entry.objects.count()
    response = getattr(scene.browsers[role], method)(path)
    wrote = Entry.objects.count() > before
    transaction.savepoint_rollback(point)
    status = str(response.status_code)
    if status == "302" and "/account/login/" in response.url:
        status = "login"
    return status + "*" * wrote


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
