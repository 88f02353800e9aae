"""Staff, officers, scrutineers, committee members and arbiters act only with a second factor."""

from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.dispatch import receiver
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.permissions import is_public
from members.selectors.offices import holds_protected_office

#: What a person in a protected office may always reach: sign-in pages and what sets up the second factor.
_ALWAYS = ("allauth.", "django.contrib.staticfiles")
#: A recovery code opens a session, but a person who has nothing else has no second factor.
_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class RequireSecondFactor(MiddlewareMixin):
    """Reading public pages needs none; every other page and every act of a protected office does."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        """Send a person in a protected office who showed no second factor to where they can."""
        person = request.person
        if person is None or _needs_none(request, view_func):
            return None
        if not is_protected(person, request) or has_shown_it(request):
            return None
        if is_mfa_enabled(person, _FACTORS):
            return redirect(_ask_for_it(request))
        messages.warning(
            request, _("Your office needs a second step at sign-in. Set it up here; it takes two minutes.")
        )
        return redirect("mfa_index")


def _needs_none(request, view) -> bool:
    if view.__module__.startswith(_ALWAYS):
        return True
    return is_public(view) and request.method in ("GET", "HEAD", "OPTIONS")


def _ask_for_it(request) -> str:
    here = request.get_full_path() if request.method == "GET" else reverse("home:front")
    return f"{reverse('mfa_reauthenticate')}?{urlencode({'next': here})}"


def is_protected(person: Person, request) -> bool:
    """Whether the person works in the admin or holds an office that needs a second factor today."""
    if person.is_staff or person.is_superuser:
        return True
    return holds_protected_office(person, on=statute_day(request.now))


def has_shown_it(request) -> bool:
    """Whether a second factor was shown in this session; in the demonstration its button counts as shown."""
    if settings.DEMO and request.session.get("demo"):
        return True
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


@receiver(authenticator_added, dispatch_uid="setting it up shows it")
def remember_it(sender, request, user, authenticator, **kwargs):
    """Who has just set up an app or a key has shown it: they typed its code or touched it."""
    if authenticator.type in _FACTORS:
        record_authentication(request, user, "mfa", id=authenticator.pk, type=authenticator.type)
