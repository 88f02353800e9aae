"""The upload in the admin: first a look, then all or nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from members.enums import RowState
from members.models import Member
from tests.builders import keeper, member, person, term
from tests.members.builders import at_the_desk, file_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english():
    with override("en"):
        yield


@pytest.fixture
def desk(client):
    return at_the_desk(client, keeper())


def look_at(client, content):
    url = reverse("admin:members_member_import")
    return client.post(url, {"file": SimpleUploadedFile("members.csv", content)})


def confirm(client, signed):
    return client.post(reverse("admin:members_member_import"), {"signed": signed}, follow=True)


def told(response):
    return [str(message) for message in response.context["messages"]]


def test_the_look_shows_every_line_and_enters_nothing(desk):
    member("Known", "PE")

    response = look_at(desk, file_of("Alfa,PE,,accredited,,", "Beta,,,applicant,,", "Known,PE,,accredited,,"))

    assert [state for _, state in response.context["found"].lines] == [
        RowState.NEW,
        RowState.NOTED,
        RowState.KNOWN,
    ]
    assert Member.objects.count() == 1


def test_what_was_looked_at_is_what_is_entered_and_only_once(desk):
    signed = look_at(desk, "\ufeff".encode() + file_of("Asociación,PE,,accredited,,")).context["signed"]

    first, second = confirm(desk, signed), confirm(desk, signed)

    assert Member.objects.get().name == "Asociación"
    assert told(first) == ["1 member was entered."]
    assert told(second) == ["Nothing changed: all members of the file are in the register already."]


def test_a_wrong_line_is_shown_with_its_number_and_nothing_can_be_confirmed(desk):
    response = look_at(desk, file_of("Alfa,PE,,accredited,,", "Beta,ZZ,,accredited,,"))

    assert response.context["signed"] == ""
    assert "Line 3 (Beta):" in response.content.decode()
    assert "is not the two-letter code of a country." in response.content.decode()


def test_a_file_that_would_change_nothing_offers_nothing_to_confirm(desk):
    member("Known", "PE")

    response = look_at(desk, file_of("Known,PE,,accredited,,"))

    assert response.context["signed"] == ""
    assert "Nothing would change." in response.content.decode()


def test_a_preview_that_was_altered_or_is_anothers_is_refused(desk):
    signed = look_at(desk, file_of("Alfa,PE,,accredited,,")).context["signed"]

    altered = confirm(desk, signed[:-3] + "abc")
    support = term("support", person("Support", is_staff=True)).person
    others = confirm(at_the_desk(Client(), support), signed)

    refusal = ["The preview is too old or not yours. Upload the file again."]
    assert (told(altered), told(others), Member.objects.count()) == (refusal, refusal, 0)
