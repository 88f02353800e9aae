"""Who holds a protected office or works in the administration acts only with a second factor."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from tests.builders import TODAY, secretary, term
from tests.home.accounts import (
    PASSWORD,
    SECRET,
    account,
    app_code,
    is_signed_in,
    sign_in_by_code,
    sign_in_by_password,
    with_app,
    with_recovery_codes,
)

pytestmark = pytest.mark.django_db

PRIVATE = "/en/mails/"
SET_UP = "/en/account/2fa/"
PROTECTED = ["chair", "chair_elect", "secretary", "secretary_elect", "ethics_member", "scrutineer", "support"]


def asked_to(client, path: str = PRIVATE) -> str:
    """Where the person is sent instead of the page; empty when the page opens."""
    response = client.get(path)
    return response.headers.get("Location", "")


@pytest.mark.parametrize("office", PROTECTED)
def test_a_protected_office_must_set_it_up(client, office):
    ana = account()
    term(office, ana, start=TODAY.replace(year=2000), end=TODAY.replace(year=2090))
    client.force_login(ana)

    assert asked_to(client) == SET_UP


def test_a_representative_needs_none(client):
    client.force_login(account())

    assert asked_to(client) == ""


@pytest.mark.parametrize("office", ["elder", "nomcom", "alac_even"])
def test_other_offices_need_none(client, office):
    ana = account()
    term(office, ana)
    client.force_login(ana)

    assert asked_to(client) == ""


def test_an_office_of_the_past_needs_none(client):
    ana = account()
    term("secretary", ana, start=TODAY.replace(year=2000), end=TODAY.replace(year=2002))
    client.force_login(ana)

    assert asked_to(client) == ""


@pytest.mark.parametrize("rights", [{"is_staff": True}, {"is_staff": True, "is_superuser": True}])
def test_who_works_in_the_administration_must_set_it_up(client, rights):
    client.force_login(account(**rights))

    assert (asked_to(client), asked_to(client, "/en/admin/")) == (SET_UP, SET_UP)


def test_public_pages_stay_open_to_an_officer_who_has_none(client):
    client.force_login(secretary(account()))

    assert asked_to(client, "/en/") == ""


def test_an_officer_who_showed_the_app_at_sign_in_goes_on(client):
    ana = with_app(account(password=PASSWORD))
    secretary(ana)

    client.post(sign_in_by_password(client, ana.email).url, {"code": app_code()})

    assert asked_to(client) == ""


def test_a_code_by_mail_alone_is_no_second_factor(client):
    ana = account()
    secretary(ana)

    sign_in_by_code(client, ana)

    assert asked_to(client) == SET_UP


def test_having_an_app_is_not_enough_where_this_session_never_saw_it(client):
    ana = with_app(account())
    secretary(ana)
    client.force_login(ana)

    assert asked_to(client) == "/en/account/2fa/reauthenticate/?next=%2Fen%2Fmails%2F"


def test_recovery_codes_alone_are_no_second_factor(client):
    ana = account()
    secretary(ana)
    with_recovery_codes(ana)
    client.force_login(ana)

    assert asked_to(client) == SET_UP


@pytest.mark.django_db(transaction=True)
def test_setting_up_the_app_counts_as_showing_it(client):
    ana = account()
    secretary(ana)
    sign_in_by_code(client, ana)
    client.get("/en/account/2fa/totp/activate/")
    session = client.session
    session["mfa.totp.secret"] = SECRET
    session.save()

    client.post("/en/account/2fa/totp/activate/", {"code": app_code()})

    assert Authenticator.objects.filter(user=ana, type="totp").exists()
    assert asked_to(client) == ""


def test_an_act_is_refused_too_and_nothing_is_done(client):
    ana = account()
    secretary(ana)
    client.force_login(ana)

    response = client.post("/en/members/me/profile/", {"name": "Somebody else"})

    ana.refresh_from_db()
    assert (response.status_code, response.url, ana.name) == (302, SET_UP, "Ana")


def test_signing_out_needs_none(client):
    ana = account()
    secretary(ana)
    client.force_login(ana)

    client.post("/en/account/logout/")

    assert not is_signed_in(client)


def test_the_administration_signs_in_by_the_same_door():
    response = Client().get("/en/admin/login/", follow=True)

    assert response.redirect_chain[-1][0].startswith("/en/account/login/?next=")


def test_a_stranger_to_the_administration_does_not_get_in(client):
    client.force_login(account())

    response = client.get("/en/admin/")

    assert response.status_code in (302, 403)
    assert client.get("/en/admin/", follow=True).status_code == 403
