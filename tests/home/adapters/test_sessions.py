"""When a session ends."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from lacralo.core.deadlines.clock import database_now
from lacralo.core.people.services import end_sessions, set_account_open, set_admin_access
from lacralo.home.adapters.sessions import is_too_old
from tests.builders import NOW
from tests.home.accounts import PASSWORD, account, is_signed_in, sign_in_by_password

pytestmark = pytest.mark.django_db


def signed_in(somebody) -> Client:
    """A browser in which the person has signed in by password."""
    client = Client()
    sign_in_by_password(client, somebody.email)
    return client


def test_signing_out_ends_it_on_the_server():
    client = signed_in(account(password=PASSWORD))
    kept = client.cookies["session"].value

    client.post("/en/account/logout/")

    thief = Client()
    thief.cookies["session"] = kept
    assert (is_signed_in(client), is_signed_in(thief)) == (False, False)


def test_opening_the_page_that_signs_out_ends_nothing():
    client = signed_in(account(password=PASSWORD))

    client.get("/en/account/logout/")

    assert is_signed_in(client)


def test_its_key_changes_at_sign_in():
    ana, client = account(password=PASSWORD), Client()
    visit = client.session
    visit["visited"] = True
    visit.save()
    before = visit.session_key

    sign_in_by_password(client, ana.email)

    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_losing_a_role_ends_all_of_them():
    ana = account(password=PASSWORD)
    laptop, phone = signed_in(ana), signed_in(ana)

    end_sessions(person=ana, by=None, now=NOW)

    assert (is_signed_in(laptop), is_signed_in(phone)) == (False, False)


def test_the_sessions_of_others_stay_open():
    ana, luz = account("Ana", password=PASSWORD), account("Luz", password=PASSWORD)
    client = signed_in(luz)

    end_sessions(person=ana, by=None, now=NOW)

    assert is_signed_in(client)


def test_closing_the_account_ends_them():
    ana = account(password=PASSWORD)
    client = signed_in(ana)

    set_account_open(person=ana, is_active=False, by=None, now=NOW)

    assert not is_signed_in(client)


def test_losing_the_administration_ends_them():
    ana = account(password=PASSWORD)
    set_admin_access(person=ana, is_staff=True, by=None, now=NOW)
    client = signed_in(ana)

    set_admin_access(person=ana, is_staff=False, by=None, now=NOW)

    assert not is_signed_in(client)


def test_a_changed_password_ends_the_other_sessions():
    ana = account(password=PASSWORD)
    laptop, phone = signed_in(ana), signed_in(ana)
    new = "another tide at Mompox"

    laptop.post("/en/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert not is_signed_in(phone)


def test_two_idle_hours_end_it():
    client = signed_in(account(password=PASSWORD))
    is_signed_in(client)
    row = Session.objects.get(pk=client.session.session_key)
    left = row.expire_date - database_now()

    row.expire_date = database_now() - timedelta(seconds=1)
    row.save()

    assert timedelta(minutes=119) < left <= timedelta(hours=2)
    assert not is_signed_in(client)


@pytest.mark.parametrize(("hours", "is_open"), [(11.9, True), (12, False), (300, False)])
def test_half_a_day_ends_it_however_busy_it_is(hours, is_open):
    client = signed_in(account(password=PASSWORD))
    session = client.session
    session["opened_at"] = (database_now() - timedelta(hours=hours)).timestamp()
    session.save()

    assert is_signed_in(client) == is_open


def test_one_that_does_not_say_when_it_was_opened_is_too_old():
    assert is_too_old({}, NOW)


def test_the_cookie_is_not_for_scripts_nor_for_other_sites():
    client = signed_in(account(password=PASSWORD))
    cookie = client.cookies["session"]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
