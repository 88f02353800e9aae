"""The pages of the roof that anybody can read."""

import pytest

from tests.builders import NOW, person

PAGES = ["", "about/", "accessibility/", "privacy/", "chain/", "verify/", "rules/"]


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["es", "pt-br", "en", "fr"])
@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_reads_every_public_page_in_every_language(client, page, language):
    response = client.get(f"/{language}/{page}")

    assert response.status_code == 200
    assert response.headers["Content-Language"] == language


@pytest.mark.django_db
def test_ones_own_mails_ask_for_a_sign_in(client):
    response = client.get("/en/mails/")

    assert (response.status_code, response.url) == (302, "/en/account/login/?next=/en/mails/")


@pytest.mark.django_db
def test_each_reader_sees_their_own_mails_alone(client):
    from lacralo.core.notifications.models import Notice

    ana, luz = person("Ana"), person("Luz")
    for who, subject in ((ana, "For Ana"), (luz, "For Luz")):
        Notice.objects.create(
            person=who, event="e", address=who.email, language="en", subject=subject, body="b",
            written_at=NOW, next_try_at=NOW,
        )  # fmt: skip
    client.force_login(ana)

    words = client.get("/en/mails/").content.decode()

    assert ("For Ana" in words, "For Luz" in words) == (True, False)
