"""A passkey is set up and signs in, in a real browser with an authenticator of its own."""

import pytest
from django.contrib.sessions.backends.db import SessionStore

from lacralo.core.deadlines.clock import database_now
from tests.builders import secretary
from tests.home.accounts import account

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_authenticator(page):
    """Give the browser of the page an authenticator that answers by itself."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    return page


def show_again(page, somebody) -> None:
    """What comes next asks once more who it is: the session says that it was just asked."""
    (cookie,) = (each for each in page.context.cookies() if each["name"] == "session")
    session = SessionStore(cookie["value"])
    session["account_authentication_methods"] = [{"method": "code", "at": database_now().timestamp()}]
    session["account_authentication_methods_user"] = str(somebody.pk)
    session.save()


def test_an_officer_sets_up_a_passkey_and_signs_in_with_it_alone(live):
    live.url = live.url.replace("127.0.0.1", "localhost")  # keys are bound to a name, never to a number
    ana = secretary(account("Ana"))
    page = with_authenticator(live.page("/en/", by=ana, language="en"))
    show_again(page, ana)

    page.goto("/en/mails/")
    asked = page.url
    page.goto("/en/account/2fa/webauthn/add/")
    page.get_by_label("Name").fill("My phone")
    page.get_by_label("Passwordless").check()
    with page.expect_navigation(url=lambda url: not url.endswith("/add/")):
        page.get_by_role("button", name="Add").click()
    page.goto("/en/mails/")
    shown = page.url
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").first.click()
    page.goto("/en/account/login/?passkey=1")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{live.url}/en/")
    page.goto("/en/mails/")

    assert asked.endswith("/en/account/2fa/")
    assert (shown, page.url) == (f"{live.url}/en/mails/",) * 2
