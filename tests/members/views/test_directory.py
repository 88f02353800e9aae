"""The directory, a member's page, and the directory as a file."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from lacralo.core.deadlines.clock import database_now, statute_day
from members.enums import MemberStatus, Role
from members.services.imports import preview
from members.services.members import set_status
from tests.builders import accredited, member, person, representative, subregions

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


def listed(client, **query):
    page = client.get(reverse("members:member_list"), query).context["page"]
    return [each.name for each in page]


def test_a_stranger_finds_a_member_without_its_accents(client):
    accredited("Asociación Ñandú", "PY")
    accredited("Otra", "PY")

    assert listed(client, search="asociacion nandu") == ["Asociación Ñandú"]


def test_countries_stand_in_the_order_of_their_letters_whatever_the_accents(client):
    for name, country in (("Uno", "EC"), ("Otra", "PE"), ("Tercera", "AR")):
        accredited(name, country)

    with override("fr"):
        form = client.get(reverse("members:member_list")).context["form"]

    assert [code for code, _ in form.fields["country"].choices if code] == ["AR", "EC", "PE"]


def test_filters_that_make_no_sense_are_shown_as_wrong_and_filter_nothing(client):
    accredited("Uno", "PE")

    response = client.get(reverse("members:member_list"), {"country": "ZZ", "status": "accredited"})

    assert [each.name for each in response.context["page"]] == ["Uno"]
    assert list(response.context["form"].errors) == ["country"]


def test_the_pages_of_the_list_keep_the_filter(client):
    for number in range(30):
        accredited(f"Red {number:02}", "PE")
    accredited("Aparte", "AR")

    second = client.get(reverse("members:member_list"), {"country": "PE", "page": 2})

    assert [each.name for each in second.context["page"]] == [f"Red {number}" for number in range(25, 30)]
    assert "?country=PE&amp;page=1" in second.content.decode()


def test_the_list_takes_as_many_queries_with_thirty_members_as_with_one(client):
    counts = []
    for more in (1, 29):
        for _ in range(more):
            accredited()
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse("members:member_list"))
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[1] <= 10


def test_the_file_is_what_was_chosen_and_the_import_reads_it_back(client):
    subregions()
    accredited("Asociación, S.A.", "PE", website="https://a.example", accredited_on="2008-05")
    member("=Fórmula", "PE", status=MemberStatus.UNVERIFIED)
    accredited("Aparte", "AR")

    response = client.get(reverse("members:member_csv"), {"country": "PE"})

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.decode().splitlines() == [
        "name,country_iso2,website,status,accredited_on,subregion",
        "'=Fórmula,PE,,unverified,,B",
        '"Asociación, S.A.",PE,https://a.example,accredited,2008-05,B',
    ]
    found = preview(response.content)
    assert (found.verdict.bars, [row.name for row in found.new]) == ((), ["'=Fórmula"])


def test_the_page_of_a_member_tells_its_status_and_representatives_through_time(client):
    today = statute_day(database_now())
    als = member("Red Andina", "PE", status=MemberStatus.APPLICANT, since=date(2019, 1, 1))
    set_status(
        member=als, status=MemberStatus.ACCREDITED, start=date(2020, 5, 1), reason="Decision 7", by=None,
        now=database_now(),
    )  # fmt: skip
    voter = representative(als, person("Ana Primaria"))
    representative(als, person("Luis Alterno"), role=Role.ALTERNATE)

    response = client.get(als.get_absolute_url())

    assert (response.context["voter"], response.context["today"]) == (voter, today)
    text = response.content.decode()
    for words in ("Decision 7", "1 May 2020", "1 January 2019", "Luis Alterno", "Alternate representative"):
        assert words in text


def test_the_page_takes_as_many_queries_with_thirty_representatives_as_with_one(client):
    als = accredited()
    counts = []
    for more in (0, 29):
        for _ in range(more):
            representative(als, role=Role.OBSERVER)
        with CaptureQueriesContext(connection) as queries:
            client.get(als.get_absolute_url())
        counts.append(len(queries))

    assert counts[0] == counts[1]
    assert counts[1] <= 10


def test_no_address_of_a_person_stands_on_a_public_page(client):
    als = member()
    representative(als, person("Ana", email="canary-address@example.org"))

    pages = [client.get(url) for url in (als.get_absolute_url(), reverse("members:member_csv"))]

    assert [b"canary-address" in page.content for page in pages] == [False, False]


def test_a_member_that_does_not_exist_is_not_found(client):
    assert client.get(reverse("members:member_detail", args=["nobody"])).status_code == 404
