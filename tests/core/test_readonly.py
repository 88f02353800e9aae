"""A page that only reads cannot write, whatever its code does."""

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import RequestFactory

from lacralo.core.people.models import Person
from lacralo.core.readonly import GetWritesNothing, WroteWhileReading, reading, readonly
from tests.builders import person

pytestmark = pytest.mark.django_db


def writes(request):
    """A careless page."""
    Person.objects.filter(name="Ana").update(name="Luz")
    return HttpResponse("done")


def answer(method: str):
    """The careless page, asked with that method through the middleware."""
    return GetWritesNothing(writes)(getattr(RequestFactory(), method)("/"))


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_a_page_that_is_read_and_writes_is_stopped(method):
    ana = person("Ana")

    with pytest.raises(WroteWhileReading, match='UPDATE "core_person"'), transaction.atomic():
        answer(method)

    ana.refresh_from_db()
    assert ana.name == "Ana"


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_an_act_writes(method):
    ana = person("Ana")

    answer(method)

    ana.refresh_from_db()
    assert ana.name == "Luz"


WRITING = [
    lambda: Person.objects.create(name="Ana"),
    lambda: Person.objects.bulk_create([Person(name="Ana")]),
    lambda: Person.objects.all().delete(),
    lambda: Person.objects.filter(pk=1).update(name="Luz"),
    lambda: list(Person.objects.raw("  insert into core_person (name) values ('Ana')")),
]


@pytest.mark.parametrize("write", WRITING)
def test_every_way_of_writing_is_stopped(write):
    person("Ana")

    with reading(), pytest.raises(WroteWhileReading), transaction.atomic():
        write()


def test_reading_is_not_stopped_and_what_comes_after_writes_again():
    with reading():
        found = Person.objects.count()
    person("Ana")

    assert (found, Person.objects.count()) == (0, 1)


def test_sessions_are_kept_up_while_reading(client):
    client.force_login(person("Ana"))
    before = client.session["opened_at"]

    response = client.get("/en/mails/")

    assert (response.status_code, client.session["opened_at"]) == (200, before)


def test_a_view_can_be_readonly_whatever_the_method():
    person("Ana")

    with pytest.raises(WroteWhileReading), transaction.atomic():
        readonly(writes)(RequestFactory().post("/"))
