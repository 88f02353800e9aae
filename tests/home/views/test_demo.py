"""The demonstration signs in as anybody: only where it is one, and only at this machine."""

import pytest
from django.test import Client

from tests.builders import NOW, secretary
from tests.home.accounts import account, is_signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def demonstration(settings):
    settings.DEMO = True


PAGES = ["/en/demo/", "/en/outbox/"]


@pytest.mark.parametrize("path", PAGES)
def test_there_is_none_elsewhere(client, path):
    assert client.get(path).status_code == 404


def test_nobody_is_entered_elsewhere(client):
    ana = account()

    answer = client.post(f"/en/demo/{ana.pk}/")

    assert (answer.status_code, is_signed_in(client)) == (404, False)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(
    ("where", "status"),
    [
        ({"REMOTE_ADDR": "127.0.0.1"}, 200),
        ({"REMOTE_ADDR": "::1"}, 200),
        ({"REMOTE_ADDR": "192.0.2.7"}, 404),
        ({"REMOTE_ADDR": ""}, 404),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.7"}, 404),
        ({"REMOTE_ADDR": "127.0.0.1", "HTTP_FORWARDED": "for=192.0.2.7"}, 404),
    ],
)
def test_it_opens_at_this_machine_alone(demonstration, client, path, where, status):
    assert client.get(path, **where).status_code == status


def test_a_button_signs_in_as_that_person(demonstration, client):
    ana = account()

    client.post(f"/en/demo/{ana.pk}/")

    assert is_signed_in(client)


def test_a_link_signs_in_nobody(demonstration, client):
    ana = account()

    answer = client.get(f"/en/demo/{ana.pk}/")

    assert (answer.status_code, is_signed_in(client)) == (405, False)


def test_another_site_cannot_press_the_button(demonstration):
    ana, client = account(), Client(enforce_csrf_checks=True)

    answer = client.post(f"/en/demo/{ana.pk}/")

    assert (answer.status_code, is_signed_in(client)) == (403, False)


def test_the_button_counts_as_a_second_factor(demonstration, client):
    ana = secretary(account())

    client.post(f"/en/demo/{ana.pk}/")

    assert is_signed_in(client)


def test_a_session_of_the_demonstration_counts_nowhere_else(demonstration, client, settings):
    ana = secretary(account())
    client.post(f"/en/demo/{ana.pk}/")

    settings.DEMO = False

    assert not is_signed_in(client)


def test_the_links_of_its_mails_lead_to_where_it_is_served_now(demonstration, client):
    from lacralo.core.notifications.models import Notice

    ana = account()
    Notice.objects.create(
        person=ana, event="e", address=ana.email, language="en", subject="s",
        body="Answer here: http://127.0.0.1:8000/en/elections/", written_at=NOW, next_try_at=NOW,
    )  # fmt: skip

    page = client.get("/en/outbox/", HTTP_HOST="127.0.0.1:8961")

    assert 'href="http://127.0.0.1:8961/en/elections/"' in page.content.decode()
