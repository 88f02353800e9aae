"""Signing in as people do it: a form filled, a mail read, a code typed."""

import re

from allauth.account.models import EmailAddress
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail

from lacralo.core.people.models import Person
from tests.builders import person

PASSWORD = "the tide at Mompox"
SECRET = "JBSWY3DPEHPK3PXP"


def account(name: str = "Ana", *, password: str = "", verified: bool = True, **fields) -> Person:
    """A person whose address is confirmed, with a password if one is given."""
    somebody = person(name, **fields)
    if password:
        somebody.set_password(password)
        somebody.save(update_fields=["password"])
    EmailAddress.objects.create(user=somebody, email=somebody.email, primary=True, verified=verified)
    return somebody


def with_app(somebody: Person) -> Person:
    """The person has set up an authenticator app."""
    TOTP.activate(somebody, SECRET)
    return somebody


def with_recovery_codes(somebody: Person) -> list[str]:
    """The recovery codes of the person, made now."""
    return RecoveryCodes.activate(somebody).get_unused_codes()


def app_code() -> str:
    """What the authenticator app shows now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(SECRET, counter))


def mailed_code() -> str:
    """The code in the last mail."""
    return re.search(r"^([A-Z0-9]{3,}(?:-[A-Z0-9]{3,})*)$", mail.outbox[-1].body, re.MULTILINE)[1]


def ask_for_code(client, address: str):
    """Ask for a sign-in code by mail."""
    return client.post("/en/account/login/code/", {"email": address})


def sign_in_by_code(client, somebody: Person):
    """Ask for a code, read it in the mail, enter it."""
    ask_for_code(client, somebody.email)
    return client.post("/en/account/login/code/confirm/", {"code": mailed_code()})


def sign_in_by_password(client, address: str, password: str = PASSWORD):
    """Fill the form of the sign-in page."""
    return client.post("/en/account/login/", {"login": address, "password": password})


def is_signed_in(client) -> bool:
    """Whether a page for signed-in people opens."""
    return client.get("/en/mails/").status_code == 200
