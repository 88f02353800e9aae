"""The page of a handover: for the holder, for whoever follows, and for staff."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from lacralo.core.deadlines.clock import database_now, statute_day
from lacralo.core.pdf import rendering
from lacralo.core.pdf.models import IssuedDocument
from members.models import StaffRequest
from tests.builders import NOW, person, position, term
from tests.members.builders import at_the_desk
from tests.members.plan_builders import task

pytestmark = pytest.mark.django_db

ONE = timedelta(days=1)


def today():
    return statute_day(database_now())


@pytest.fixture
def own():
    return term("chair", person("Ana"), start=today() - 100 * ONE, end=today() + 10 * ONE)


def page_of(own) -> str:
    return f"/en/members/handover/{own.pk}/"


def test_who_reads_it(client, own):
    after = term("chair", person("Beto"), start=own.end).person
    much_later = term("chair", person("Carla"), start=own.end + 900 * ONE).person
    staff, keeper = term("support", person("Staff")).person, term("secretary", person("Keeper")).person

    met = {}
    for who in (own.person, after, much_later, staff, keeper, person("Other")):
        at_the_desk(client, who)
        met[who.name.split()[0]] = client.get(page_of(own)).status_code
        client.logout()

    assert met == {"Ana": 200, "Beto": 200, "Carla": 403, "Staff": 200, "Keeper": 403, "Other": 403}


def test_it_shows_what_is_open_and_is_kept_by_no_cache(client, own):
    task("Write the guide", owner_position=position("chair"))
    task("Done before", owner_position=position("chair"), status="done", closed_on=today())
    at_the_desk(client, own.person)

    response = client.get(page_of(own))

    text = re.sub(r"\s+", " ", strip_tags(response.content.decode()))
    assert "Write the guide" in text
    assert "Done before" not in text
    assert "Nobody on record yet" in text
    assert "no-store" in response["Cache-Control"]


def test_the_paper_is_made_and_read_by_the_same_people(client, own):
    at_the_desk(client, own.person)

    made = client.post(f"{page_of(own)}make/fr/")
    file = client.get(made.url)
    wrong = client.post(f"{page_of(own)}make/de/")
    at_the_desk(client, person("Other"))
    refused = [client.get(made.url).status_code, client.post(f"{page_of(own)}make/es/").status_code]

    document = IssuedDocument.objects.get()
    assert (made.status_code, document.language, document.kind) == (302, "fr", "handover")
    assert (file["Content-Type"], file.content) == ("application/pdf", bytes(document.content))
    assert (wrong.status_code, refused) == (404, [403, 403])


def test_a_paper_of_another_office_is_not_found_here(client, own):
    other = term("nomcom", own.person)
    at_the_desk(client, own.person)
    made = client.post(f"/en/members/handover/{other.pk}/make/es/")

    assert client.get(made.url.replace(f"/{other.pk}/", f"/{own.pk}/")).status_code == 404


def test_without_the_libraries_the_page_says_what_to_do(client, own, monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(rendering.importlib, "import_module", missing)
    at_the_desk(client, own.person)

    response = client.post(f"{page_of(own)}make/es/", follow=True)

    assert "Print this page from your browser instead." in response.content.decode()


def test_more_that_is_open_asks_no_more_of_the_database(client):
    own = term("secretary", person("Ana"), start=today() - 100 * ONE, end=today() + 10 * ONE)
    at_the_desk(client, own.person)

    def fill(number):
        task(f"Task {number}", owner_position=position("secretary"))
        StaffRequest.objects.create(
            kind="translation", from_language="es", language="en", purpose="Words.", purpose_language="en",
            asked_by=own.person, asked_at=NOW,
        )  # fmt: skip
        term("elder", person(), start=today() - 9 * ONE, end=today() + 20 * ONE)

    fill(0)
    with CaptureQueriesContext(connection) as few:
        client.get(page_of(own))
    for number in range(30):
        fill(number)
    with CaptureQueriesContext(connection) as many:
        client.get(page_of(own))

    assert len(many) == len(few) <= 16
