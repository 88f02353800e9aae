"""My calendar: made, read back by another program, revoked."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from icalendar import Calendar

from lacralo.core.deadlines.clock import database_now, statute_day
from members.enums.staff_requests import RequestKind
from members.models import CalendarAddress, StaffRequest
from members.services.plan import TaskTold, add_task, change_task
from tests.builders import person, secretary, term
from tests.elections.builders import nomination_for, open_call
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

PAGE = "/en/calendar/"


def later(days: int):
    return statute_day(database_now()) + timedelta(days=days)


def address_made(client) -> str:
    """The path of the feed, as the page shows it once."""
    page = client.post(f"{PAGE}make/")
    assert "no-store" in page["Cache-Control"]
    return re.search(
        r"<code class=\"digest\">https?://[^/]+(/en/calendar/[^<]+\.ics)<", page.content.decode()
    )[1]


def read(path: str) -> dict[str, dict]:
    """The entries of a feed by their key, as somebody's program reads them: without signing in."""
    answer = Client().get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    return {str(each["uid"]).partition("@")[0]: each for each in events}


def task_of(who, keeper, title: str = "Guide", days: int = 5):
    told = TaskTold(language="en", titles={"en": title}, owner_person=who, due_on=later(days))
    return add_task(told=told, by=keeper, now=database_now())


def test_the_address_is_shown_once(client):
    client.force_login(person("Ana"))

    assert "Your calendar has no address yet." in client.get(PAGE).content.decode()
    path = address_made(client)

    again = client.get(PAGE).content.decode()
    assert path not in again
    assert "The address itself is kept nowhere." in again


def test_own_deadlines_stand_in_it_with_a_link_back_and_those_of_others_do_not(client):
    keeper, ana, beto = secretary(), person("Ana"), person("Beto")
    mine, other = task_of(ana, keeper), task_of(beto, keeper, "Of Beto")
    ends = term("elder", ana, start=later(-9), end=later(20))
    for who in (ana, beto):
        StaffRequest.objects.create(
            kind=RequestKind.TRANSLATION, from_language="es", language="en", purpose="In confidence.",
            purpose_language="en", asked_by=who, asked_at=database_now(), needed_by=later(3),
        )  # fmt: skip
    client.force_login(ana)

    path = address_made(client)
    found = read(path)

    own_request = StaffRequest.objects.get(asked_by=ana)
    assert set(found) == {f"plan-task-{mine.pk}", f"term-{ends.pk}", f"staff-request-{own_request.pk}"}
    event = found[f"plan-task-{mine.pk}"]
    assert (str(event["summary"]), event.decoded("dtstart")) == ("Due: Guide", later(5))
    assert str(event["url"]).endswith(f"/en/members/plan/{mine.pk}/")
    text = Client().get(path).content.decode()
    assert [each for each in ("In confidence.", "Of Beto", f"plan-task-{other.pk}@") if each in text] == []


def test_whoever_answers_requests_sees_the_days_of_all_of_them(client):
    keeper = secretary()
    StaffRequest.objects.create(
        kind=RequestKind.TRANSLATION, from_language="es", language="en", purpose="In confidence.",
        purpose_language="en", asked_by=person(), asked_at=database_now(), needed_by=later(3),
    )  # fmt: skip
    at_the_desk(client, keeper)

    assert len(read(address_made(client))) == 1


def test_a_task_that_moves_moves_in_the_readers_calendar(client):
    keeper, ana = secretary(), person("Ana")
    task = task_of(ana, keeper)
    client.force_login(ana)
    path = address_made(client)
    before = read(path)[f"plan-task-{task.pk}"]

    told = TaskTold(language="en", titles={"en": "Guide"}, owner_person=ana, due_on=later(9))
    change_task(task=task, told=told, reason="Later.", by=keeper, now=database_now())
    after = read(path)[f"plan-task-{task.pk}"]

    assert (before.decoded("dtstart"), after.decoded("dtstart")) == (later(5), later(9))
    assert int(after["sequence"]) > int(before["sequence"])


def test_dates_of_elections_are_in_everybodys_and_a_nomination_only_in_the_nominees(client):
    election = open_call(now=database_now())
    nomination = nomination_for(election)

    found = {}
    for who in (nomination.nominee, person("Other")):
        client.force_login(who)
        found[who.pk] = set(read(address_made(client)))
        client.logout()

    of_nominee, of_other = found.values()
    assert of_nominee - of_other == {f"nomination-{nomination.pk}"}
    assert f"election-{election.pk}-vote-begins" in of_other
    assert of_other <= of_nominee


@pytest.mark.parametrize("language, words", [("es", "Guide"), ("fr", "Guide")])
def test_it_is_in_the_language_of_its_address(client, language, words):
    ana = person("Ana")
    task_of(ana, secretary())
    client.force_login(ana)

    (event,) = read(address_made(client).replace("/en/", f"/{language}/")).values()

    assert words in str(event["summary"])
    assert f"/{language}/members/plan/" in str(event["url"])


def test_a_revoked_address_answers_that_nothing_is_there(client):
    client.force_login(person("Ana"))
    path = address_made(client)

    question = client.get(f"{PAGE}revoke/")
    revoked = client.post(f"{PAGE}revoke/")
    twice = client.post(f"{PAGE}revoke/")

    assert [each.status_code for each in (question, revoked, twice)] == [200, 302, 403]
    assert Client().get(path).status_code == 404
    assert CalendarAddress.objects.filter(revoked_at=None).count() == 0


def test_what_stands_between_keeps_no_copy_for_others(client):
    client.force_login(person("Ana"))

    answer = Client().get(address_made(client))

    assert "private" in answer["Cache-Control"]
    assert "public" not in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"


def test_a_fuller_calendar_asks_no_more_of_the_database(client):
    keeper, ana = secretary(), person("Ana")
    client.force_login(ana)
    path = address_made(client)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            read(path)
        return len(queries)

    task_of(ana, keeper)
    term("elder", ana, start=later(-90), end=later(-3))
    open_call(now=database_now())
    few = asked()
    for _ in range(20):
        task_of(ana, keeper)

    assert asked() == few
