"""Accounts: opened by the secretary, entered by code, password, app or recovery code."""

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from lacralo.core.people.services import register_person
from tests.builders import NOW
from tests.home.accounts import (
    PASSWORD,
    account,
    app_code,
    ask_for_code,
    is_signed_in,
    mailed_code,
    sign_in_by_code,
    sign_in_by_password,
    with_app,
    with_recovery_codes,
)

pytestmark = pytest.mark.django_db


def test_a_mailed_code_opens_a_session(client):
    ana = account()

    sign_in_by_code(client, ana)

    assert is_signed_in(client)


def test_a_mailed_code_is_good_for_one_sign_in(client):
    ana = account()
    sign_in_by_code(client, ana)
    used = mailed_code()
    other = Client()
    ask_for_code(other, ana.email)

    other.post("/en/account/login/code/confirm/", {"code": used})

    assert not is_signed_in(other)


def test_after_three_wrong_codes_the_right_one_is_dead(client):
    ana = account()
    ask_for_code(client, ana.email)
    for _ in range(3):
        client.post("/en/account/login/code/confirm/", {"code": "WRONG1"})

    client.post("/en/account/login/code/confirm/", {"code": mailed_code()})

    assert not is_signed_in(client)


def test_a_first_sign_in_by_code_confirms_the_address(client):
    ana = register_person(
        name="Ana", email="ana@example.org", language="es", time_zone="America/Lima", by=None, now=NOW
    )

    sign_in_by_code(client, ana)

    assert EmailAddress.objects.get(user=ana).verified
    assert is_signed_in(client)


def test_a_password_opens_a_session_and_a_wrong_one_does_not(client):
    ana = account(password=PASSWORD)

    sign_in_by_password(client, ana.email, "a wrong password")
    wrong = is_signed_in(client)
    sign_in_by_password(client, ana.email)

    assert (wrong, is_signed_in(client)) == (False, True)


@pytest.mark.parametrize("password", ["short", "password1234", "ana ana ana ana"])
def test_a_weak_password_is_refused(client, password):
    ana = account("Ana Ana Ana Ana")
    sign_in_by_code(client, ana)

    client.post("/en/account/password/set/", {"password1": password, "password2": password})

    ana.refresh_from_db()
    assert not ana.has_usable_password()


def test_who_has_an_app_is_asked_for_its_code_after_the_password(client):
    ana = with_app(account(password=PASSWORD))

    asked = sign_in_by_password(client, ana.email)
    halfway = is_signed_in(client)
    client.post(asked.url, {"code": app_code()})

    assert (asked.url, halfway, is_signed_in(client)) == ("/en/account/2fa/authenticate/", False, True)


def test_a_code_of_the_app_is_good_once(client):
    ana = with_app(account(password=PASSWORD))
    asked = sign_in_by_password(client, ana.email)
    code = app_code()
    client.post(asked.url, {"code": code})
    other = Client()

    asked = sign_in_by_password(other, ana.email)
    other.post(asked.url, {"code": code})

    assert not is_signed_in(other)


def test_a_recovery_code_opens_a_session_once(client):
    ana = with_app(account(password=PASSWORD))
    code = with_recovery_codes(ana)[0]
    client.post(sign_in_by_password(client, ana.email).url, {"code": code})
    other = Client()

    other.post(sign_in_by_password(other, ana.email).url, {"code": code})

    assert (is_signed_in(client), is_signed_in(other)) == (True, False)


def test_nobody_opens_an_account_by_themselves(client):
    answer = client.post("/en/account/signup/", {"email": "new@example.org", "password1": PASSWORD})

    assert not EmailAddress.objects.filter(email="new@example.org").exists()
    assert "account/signup_closed.html" in [template.name for template in answer.templates]


def test_a_closed_account_does_not_open(client):
    ana = account(password=PASSWORD, is_active=False)

    sign_in_by_password(client, ana.email)

    assert not is_signed_in(client)


@pytest.mark.parametrize(
    ("language", "words"),
    [("es", "código"), ("pt-br", "código"), ("en", "code"), ("fr", "code")],
)
def test_a_code_comes_in_the_language_of_the_reader_not_of_the_page(client, language, words):
    ana = account(language=language)

    ask_for_code(client, ana.email)

    assert words in mail.outbox[-1].body
    assert (language == "en") == ("sign" in mail.outbox[-1].subject.lower())


SHOWN_ALIKE = {
    "a code": ("/en/account/login/code/", {}),
    "a password": ("/en/account/login/", {"password": "a wrong password"}),
    "a new password": ("/en/account/password/reset/", {}),
}


@pytest.mark.parametrize("page", SHOWN_ALIKE)
def test_a_known_and_an_unknown_address_are_answered_alike(page):
    account("Ana", password=PASSWORD, email="known@example.org")
    path, fields = SHOWN_ALIKE[page]

    answers = [_answer_to(path, fields, address) for address in ("known@example.org", "nobody@example.org")]

    assert answers[0] == answers[1]


def _answer_to(path: str, fields: dict, address: str) -> tuple:
    client = Client()
    field = "login" if path.endswith("login/") else "email"
    answer = client.post(path, fields | {field: address}, follow=True)
    body = answer.content.decode().replace(address, "ADDRESS")
    form = body[body.index("<main") : body.index("</main>")]
    return answer.status_code, answer.redirect_chain, _without_tokens(form)


def _without_tokens(html: str) -> str:
    return "".join(line for line in html.splitlines() if "csrfmiddlewaretoken" not in line)


def test_failed_sign_ins_of_one_address_are_counted_and_stopped(client):
    ana = account(password=PASSWORD)
    for _ in range(5):
        sign_in_by_password(client, ana.email, "a wrong password")

    sign_in_by_password(client, ana.email)

    assert not is_signed_in(client)


def test_codes_to_one_address_are_limited(client):
    ana = account()

    for _ in range(5):
        ask_for_code(Client(), ana.email)

    assert len(mail.outbox) == 3
