"""At the desk of those who keep the register."""

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from django.test import Client

from lacralo.core.people.models import Person

HEADER = "name,country_iso2,website,status,accredited_on,subregion"


def at_the_desk(client: Client, who: Person) -> Client:
    """The client, signed in as the person with their second factor shown."""
    client.force_login(who)
    session = client.session
    session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "type": "totp", "at": 0}]
    session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(who.pk)
    session.save()
    return client


def file_of(*lines: str, header: str = HEADER) -> bytes:
    """A file of members with these lines under the header."""
    return "\n".join((header, *lines, "")).encode()
