"""The page of coverage: what the register says today, read by anybody."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import override

from members.enums import MemberKind, MemberStatus
from tests.builders import accredited, member, subregions

pytestmark = pytest.mark.django_db


def page_of(client, language: str = "en") -> str:
    with override(language):
        response = client.get(reverse("members:coverage"))
    assert response.status_code == 200
    return response.content.decode()


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", strip_tags(page))


@pytest.fixture
def region():
    subregions()
    accredited("Red Andina", "PE")
    accredited("Red Costa", "PE")
    accredited("Kaieteur", "GY")
    member("Red Nueva", "CO", status=MemberStatus.APPLICANT)


def test_it_tells_who_is_covered_who_is_not_and_how_the_sub_regions_compare(client, region):
    text = text_of(page_of(client))

    assert "3 accredited ALSes, in 2 of the 33 countries of the region." in text
    assert "1 of 6 countries (16.67 %)" in text
    assert "2 of 3 accredited ALSes (66.67 %)" in text
    assert text.count("No ALS at all") == 30
    assert text.count("No accredited ALS ") == 1


def test_a_country_with_members_leads_to_them_and_an_empty_one_nowhere(client, region):
    page = page_of(client)

    assert re.findall(r'\?country=(\w\w)"', page) == ["CO", "PE", "GY"]


def test_countries_stand_in_the_order_of_their_names_in_the_readers_language(client, region):
    page = page_of(client, "es")

    names = [re.sub(r"<.*?>", "", each).strip() for each in re.findall(r'<th scope="row">(.*?)</th>', page)]
    central = names[names.index("Belice") :][:8]
    assert central == [
        "Belice",
        "Costa Rica",
        "El Salvador",
        "Guatemala",
        "Honduras",
        "México",
        "Nicaragua",
        "Panamá",
    ]


def test_individuals_are_not_counted_and_members_without_a_country_are_told_apart(client, region):
    accredited("Uma Sola", "PE", kind=MemberKind.INDIVIDUAL)
    accredited("Sin País", "")

    text = text_of(page_of(client))

    assert "3 accredited ALSes, in 2 of the 33 countries" in text
    assert "1 ALS of the register has no country yet" in text


def test_an_als_of_a_country_elsewhere_is_listed_apart_and_makes_the_region_no_larger(client, region):
    accredited("Amigos de Lacralo", "ES")

    text = text_of(page_of(client))

    assert "4 accredited ALSes, in 2 of the 33 countries of the region." in text
    assert "Countries in no sub-region" in text


def test_an_empty_register_is_told_as_empty(client):
    text = text_of(page_of(client))

    assert "0 accredited ALSes, in 0 of the 0 countries of the region." in text
    assert text.count("No country is assigned to this sub-region yet.") == 4


def test_a_larger_register_asks_no_more_of_the_database(client, region):
    with CaptureQueriesContext(connection) as few:
        page_of(client)
    for number in range(30):
        accredited(f"Red {number}", ("AR", "BR", "UY")[number % 3])
    with CaptureQueriesContext(connection) as many:
        page_of(client)

    assert len(many) == len(few)
