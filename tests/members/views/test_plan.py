"""The plan on its pages: drawn, in words, filtered, kept."""

import csv
import io
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.html import strip_tags

from members.enums.plan import PlanAct, Priority, TaskStatus
from members.models import PlanTask
from members.services.plan import TaskTold, add_task, change_task
from tests.builders import NOW, person, position, secretary, term
from tests.members.builders import at_the_desk
from tests.members.plan_builders import task

pytestmark = pytest.mark.django_db

PLAN = "/en/members/plan/"


def text_of(response) -> str:
    return re.sub(r"\s+", " ", strip_tags(response.content.decode()))


def today():
    from lacralo.core.deadlines.clock import database_now, statute_day

    return statute_day(database_now())


def later(days: int):
    return today() + timedelta(days=days)


@pytest.fixture
def desk(client):
    return at_the_desk(client, secretary())


def test_an_empty_plan_says_so(client):
    response = client.get(PLAN)

    assert (response.status_code, "The plan is empty." in text_of(response)) == (200, True)


def test_without_a_day_nothing_is_drawn_and_every_task_stands_in_the_table(client):
    task("Hold the meeting")

    page = client.get(PLAN).content.decode()

    assert "None of these tasks has a day yet" in page
    assert "<svg" not in page.partition("<h1")[2]
    assert "Hold the meeting" in page


def test_the_drawing_and_the_table_say_the_same_of_each_task(client):
    first = task("Write it", starts_on=later(-9), due_on=later(-2), owner_position=position("chair"))
    task("Publish it", starts_on=later(-5), due_on=later(3), waits_for=(first,), priority=Priority.HIGH)
    task("Some day")

    response = client.get(PLAN)
    page, text = response.content.decode(), text_of(response)

    assert len(re.findall(r'<rect class="task ', page)) == 2
    assert page.count('class="link hurried"') == 1
    assert 'class="task todo late"' in page
    assert "3 tasks are open · 1 is late" in text
    assert f"{first.pk}. Write it" in text
    assert f"starts before {first.pk} has ended" in text
    assert "Tasks without a day" in text
    for words in ("Write it", "Publish it", "Some day"):
        assert len(re.findall(rf"<a [^>]*>\d+\. {words}", page)) >= 1
    assert "Chair" in text


def test_places_in_the_drawing_are_written_for_svg_in_every_language(client):
    task("Write it", starts_on=later(-9), due_on=later(200))

    for language in ("es", "pt-br", "fr"):
        page = client.get(f"/{language}/members/plan/").content.decode()
        places = re.findall(r'(?:x|x1|x2|width)="([^"]*%)"', page)
        assert [each for each in places if not re.fullmatch(r"\d+\.\d\d%", each)] == []
        assert places != []


@pytest.mark.parametrize(
    "query, found",
    [
        ("status=open", ["A", "B"]),
        ("status=done", ["C"]),
        ("priority=high", ["B"]),
        ("owner=position:chair", ["A"]),
        ("owner=nobody", ["B", "C"]),
        ("owner=position:chair&priority=high", []),
        ("owner=nonsense", ["A", "B", "C"]),
    ],
)
def test_it_is_filtered_by_owner_status_and_priority_in_page_and_file(client, query, found):
    task("A", owner_position=position("chair"))
    task("B", priority=Priority.HIGH)
    task("C", status=TaskStatus.DONE, closed_on=today())

    rows = list(csv.DictReader(io.StringIO(client.get(f"{PLAN}plan.csv?{query}").content.decode())))
    page = client.get(f"{PLAN}?{query}").content.decode()

    assert sorted(row["task"] for row in rows) == found
    assert sorted(re.findall(r'<th scope="row"><a [^>]*>\d+\. (\w)</a>', page)) == found


def test_the_file_names_days_owner_and_what_is_waited_for_and_is_no_formula(client):
    first = task("=1+1", due_on=later(-1))
    task("B", waits_for=(first,), owner_person=person("Ana"))

    rows = {
        row["number"]: row
        for row in csv.DictReader(io.StringIO(client.get(f"{PLAN}plan.csv").content.decode()))
    }

    assert (rows[str(first.pk)]["task"], rows[str(first.pk)]["is_late"]) == ("'=1+1", "yes")
    assert rows[str(first.pk)]["due_on"] == later(-1).isoformat()
    second = rows[str(first.pk + 1)]
    assert (second["owner"], second["waits_for"], second["language"]) == ("Ana", str(first.pk), "en")


def test_the_page_of_a_task_tells_every_change_in_words(client):
    keeper, other = secretary(), task("Other")
    term("chair", person("Chair"))
    made = add_task(
        told=TaskTold(language="en", titles={"en": "Guide"}, owner_position=position("chair")),
        by=keeper,
        now=NOW,
    )
    change_task(
        task=made,
        told=TaskTold(
            language="es",
            titles={"en": "Guide"},
            owner_person=keeper,
            due_on=later(1),
            waits_for=(other.pk,),
            priority=Priority.HIGH,
        ),
        reason="La presidencia está de viaje.",
        by=keeper,
        now=NOW,
    )

    response = client.get(made.get_absolute_url().replace("/es/", "/en/"))

    text = text_of(response)
    assert "Owner: Chair → Secretary" in text
    assert "Priority: Normal → High" in text
    assert f"Waits for: {other.pk}. Other" in text
    assert 'lang="es"><p>La presidencia está de viaje.' in response.content.decode()
    assert text.count("By Secretary.") == 2
    assert "Mark it as done" not in text


def test_the_secretary_adds_a_task_in_a_form(desk):
    answer = desk.post(
        f"{PLAN}add/",
        {
            "language": "en",
            "title_en": "Guide",
            "title_es": "Guía",
            "priority": "high",
            "due_on": "2030-01-31",
        },
    )

    made = PlanTask.objects.get()
    assert (answer.status_code, answer.url) == (302, f"{PLAN}{made.pk}/")
    assert (made.priority, str(made.due_on)) == ("high", "2030-01-31")


@pytest.mark.parametrize(
    "typed, wrong",
    [
        ({"title_es": "Guía"}, "id_title_en"),
        ({"title_en": "Guide", "starts_on": "2030-02-02", "due_on": "2030-02-01"}, "id_due_on"),
        ({"title_en": "Guide", "due_on": "31/01/2030"}, "id_due_on"),
        ({"title_en": "Guide", "owner": "position:0"}, "id_owner"),
    ],
)
def test_what_is_wrong_is_shown_next_to_its_field_and_what_was_typed_stays(desk, typed, wrong):
    response = desk.post(f"{PLAN}add/", {"language": "en", "priority": "low", "note": "Kept."} | typed)

    page = response.content.decode()
    assert (response.status_code, PlanTask.objects.count()) == (422, 0)
    assert f'<a href="#{wrong}">' in page
    assert "Kept." in page


def test_a_circle_is_told_on_the_form(desk):
    first = task("First")
    second = task("Second", waits_for=(first,))

    response = desk.post(
        f"{PLAN}{first.pk}/edit/",
        {
            "language": "en",
            "title_en": "First",
            "priority": "normal",
            "waits_for": [second.pk],
            "reason": "Try.",
        },
    )

    assert response.status_code == 422
    assert "First → Second → First" in text_of(response)


def test_a_task_is_changed_in_a_form_and_the_reason_is_asked_for(desk):
    made = task("Guide", due_on=later(3))
    typed = {"language": "en", "title_en": "Guide", "priority": "low", "due_on": later(5).isoformat()}

    without = desk.post(f"{PLAN}{made.pk}/edit/", typed)
    changed = desk.post(f"{PLAN}{made.pk}/edit/", typed | {"reason": "More time."})

    assert (without.status_code, changed.status_code) == (422, 302)
    made.refresh_from_db()
    assert (made.priority, made.due_on) == ("low", later(5))


def test_a_task_is_dropped_only_after_a_question_and_with_a_reason(desk):
    made = task("Guide")

    question = desk.get(f"{PLAN}{made.pk}/drop/")
    silent = desk.post(f"{PLAN}{made.pk}/drop/", {"reason": ""})
    dropped = desk.post(f"{PLAN}{made.pk}/drop/", {"reason": "Not needed."})
    twice = desk.post(f"{PLAN}{made.pk}/drop/", {"reason": "Again."})

    statuses = [each.status_code for each in (question, silent, dropped, twice)]
    assert statuses == [200, 422, 302, 403]
    made.refresh_from_db()
    assert made.status == TaskStatus.DROPPED
    assert made.changes.get().act == PlanAct.TASK_DROPPED


def test_the_owner_finds_the_button_and_nobody_else_does(client):
    owner, other = person(), person()
    made = task("Guide", owner_person=owner)

    found = []
    for who in (owner, other):
        client.force_login(who)
        found.append("Mark it as done" in text_of(client.get(f"{PLAN}{made.pk}/")))
        client.logout()

    assert found == [True, False]


@pytest.mark.parametrize("address", [PLAN, f"{PLAN}?status=open"])
def test_a_longer_plan_asks_no_more_of_the_database(client, address):
    task("One", owner_position=position("chair"))
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(30):
        task(f"Task {number}", waits_for=tuple(PlanTask.objects.order_by("-pk")[:2]), owner_person=person())
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert len(many) == len(few) <= 10


def test_the_page_of_a_task_with_a_long_history_asks_no_more_of_the_database(client):
    keeper, made = secretary(), task("Guide")
    client.force_login(keeper)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{PLAN}{made.pk}/")
        return len(queries)

    def change(number):
        told = TaskTold(language="en", titles={"en": "Guide"}, due_on=later(number))
        change_task(task=made, told=told, reason="Moved.", by=keeper, now=NOW)

    change(1)
    few = asked()
    for number in range(2, 20):
        change(number)

    assert asked() == few
