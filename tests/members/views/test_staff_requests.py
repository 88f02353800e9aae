"""Requests to staff on their pages."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from lacralo.core.deadlines.clock import database_now, statute_day
from members.enums.staff_requests import RequestKind, RequestStatus
from members.models import StaffRequest
from members.services.staff_requests import RequestTold, ask_staff, move_request
from tests.builders import accredited, person, term, voter_of
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

HOME = "/en/members/requests/"


def text_of(response) -> str:
    return re.sub(r"\s+", " ", strip_tags(response.content.decode()))


@pytest.fixture
def asking():
    return voter_of(accredited())


@pytest.fixture
def staff():
    return term("support", person("Staff", is_staff=True)).person


def asked(who, *languages: str, purpose: str = "The minutes of May.", days: int = 0) -> list[StaffRequest]:
    told = RequestTold(RequestKind.TRANSLATION, "es", languages or ("en",), purpose, "en")
    return ask_staff(told=told, by=who, now=database_now() - timedelta(days=days))


def test_the_summary_counts_by_language_and_tells_nothing_of_what_was_asked(client, asking, staff):
    english, _french = asked(asking, "en", "fr", days=10)
    move_request(request=english, move="deliver", link="https://example.org/x", by=staff, now=database_now())

    page = client.get(HOME)

    rows = re.findall(r"<tr>(.*?)</tr>", page.content.decode(), re.S)
    cells = [re.sub(r"\s+", " ", strip_tags(row)).split() for row in rows]
    assert ["English", "1", "0", "1", "0", "10", "—"] in cells
    assert ["French", "1", "1", "0", "0", "—", "10"] in cells
    assert ["Portuguese", "0", "0", "0", "0", "—", "—"] in cells
    text = text_of(page)
    assert [each for each in ("minutes of May", asking.name, "example.org") if each in text] == []


def test_an_empty_house_says_nothing_waits(client, staff):
    desk = at_the_desk(client, staff)

    assert "Nothing here: nobody waits for this." in text_of(desk.get(f"{HOME}queue/"))
    assert "You have not asked for anything yet." in text_of(desk.get(f"{HOME}mine/"))


def test_a_representative_asks_in_a_form(client, asking, staff):
    client.force_login(asking)

    answer = client.post(
        f"{HOME}ask/",
        {
            "kind": "interpretation", "from_language": "es", "languages": ["en", "fr"],
            "purpose": "Monthly call.", "link": "example.org/call", "needed_by": "",
        },
    )  # fmt: skip

    assert (answer.status_code, answer.url) == (302, f"{HOME}mine/")
    found = list(
        StaffRequest.objects.order_by("language").values_list("language", "link", "purpose_language")
    )
    assert found == [("en", "https://example.org/call", "en"), ("fr", "https://example.org/call", "en")]


def test_a_transcription_stays_in_its_language_whatever_was_ticked(client, asking, staff):
    client.force_login(asking)

    client.post(
        f"{HOME}ask/",
        {"kind": "transcription", "from_language": "es", "languages": ["fr"], "purpose": "The recording."},
    )

    assert StaffRequest.objects.get().language == "es"


@pytest.mark.parametrize(
    "typed, wrong",
    [
        ({"languages": []}, "id_languages_0"),
        ({"languages": ["es"]}, "id_languages_0"),
        ({"purpose": " "}, "id_purpose"),
        ({"needed_by": "2020-01-01"}, "id_needed_by"),
        ({"link": "javascript:alert(1)"}, "id_link"),
        ({"kind": "dance"}, "id_kind_0"),
    ],
)
def test_what_is_wrong_is_shown_next_to_its_field(client, asking, typed, wrong):
    client.force_login(asking)
    right = {"kind": "translation", "from_language": "es", "languages": ["en"], "purpose": "Kept words."}

    response = client.post(f"{HOME}ask/", right | typed)

    assert (response.status_code, StaffRequest.objects.count()) == (422, 0)
    assert f'<a href="#{wrong}">' in response.content.decode()


def test_the_queue_is_filtered_and_puts_first_what_is_needed_soonest(client, asking, staff):
    desk, today = at_the_desk(client, staff), statute_day(database_now())
    old = asked(asking, "en", purpose="Old one", days=9)[0]
    new = asked(asking, "fr", purpose="Urgent one", days=1)[0]
    StaffRequest.objects.filter(pk=new.pk).update(needed_by=today - timedelta(days=1))
    done = asked(asking, "en", purpose="Done one", days=20)[0]
    move_request(request=done, move="deliver", link="https://example.org/x", by=staff, now=database_now())

    def shown(query: str) -> list[str]:
        return re.findall(r"(\w+) one</p>", desk.get(f"{HOME}queue/{query}").content.decode())

    assert shown("") == ["Urgent", "Old"]
    assert shown("?status=&language=en") == ["Old", "Done"]
    assert shown("?status=done") == ["Done"]
    assert shown("?status=waiting&kind=transcription") == []
    assert "Overdue" in text_of(desk.get(f"{HOME}queue/"))
    assert old.status == RequestStatus.ASKED


def test_staff_answers_after_a_question_and_who_asked_reads_it(client, asking, staff):
    request = asked(asking)[0]
    desk, page = at_the_desk(client, staff), f"{HOME}{request.pk}/"

    question = desk.get(f"{page}deliver/")
    without = desk.post(f"{page}deliver/", {"words": "Here."})
    delivered = desk.post(f"{page}deliver/", {"words": "Here.", "link": "https://example.org/acta"})
    twice = desk.post(f"{page}deliver/", {"words": "", "link": "https://example.org/acta"})

    assert [each.status_code for each in (question, without, delivered, twice)] == [200, 422, 302, 403]
    client.force_login(asking)
    read = client.get(page)
    assert "https://example.org/acta" in read.content.decode()
    assert '<div class="prose" lang="en"><p>Here.</p></div>' in read.content.decode()


def test_somebody_else_finds_no_such_request(client, asking):
    request = asked(asking)[0]
    client.force_login(voter_of(accredited()))

    found = [client.get(f"{HOME}{request.pk}/{rest}").status_code for rest in ("", "withdraw/", "burn/")]

    assert found == [404, 404, 404]


@pytest.mark.parametrize("address", ["", "queue/", "mine/"])
def test_more_requests_ask_no_more_of_the_database(client, asking, staff, address):
    at_the_desk(client, staff)
    asked(staff)
    with CaptureQueriesContext(connection) as few:
        client.get(f"{HOME}{address}")
    for number in range(22):
        asked(staff, purpose=f"Number {number}")
    with CaptureQueriesContext(connection) as many:
        client.get(f"{HOME}{address}")

    assert len(many) == len(few)
