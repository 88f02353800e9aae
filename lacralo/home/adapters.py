"""Where the portal meets its libraries: accounts, the second factor, what every template knows."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.deprecation import MiddlewareMixin
from django.utils.translation import gettext as _

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.permissions import is_public
from members.selectors.offices import holds_protected_office

#: What a person in a protected office may always reach: sign-in pages and what sets up the second factor.
_ALWAYS = ("allauth.", "django.contrib.staticfiles", "django.views.i18n")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are opened by the secretary, never by strangers."""

    def is_open_for_signup(self, request):
        """No: the page says whom to ask."""
        return False

    def save_user(self, request, user, form, commit=True):
        """Accounts are not made from forms."""
        raise NotImplementedError("accounts are opened by the secretary")


def portal(request):
    """What every template knows: the person, the portal's name, and whether this is the demonstration."""
    return {
        "demo": settings.DEMO,
        "portal_name": settings.PORTAL_NAME,
        "reader": getattr(request, "person", None),
    }


class RequireSecondFactor(MiddlewareMixin):
    """Staff, officers, scrutineers, committee members and arbiters act only with a second factor.

    Reading public pages needs none; every other page and every act of a person in a protected office does.
    """

    def process_view(self, request, view_func, view_args, view_kwargs):
        """Send a person in a protected office who has no second factor to the page that sets one up."""
        person = request.person
        if person is None or view_func.__module__.startswith(_ALWAYS):
            return None
        if is_public(view_func) and request.method in ("GET", "HEAD", "OPTIONS"):
            return None
        if getattr(view_func, "ends_session", False) or not self.is_protected(request):
            return None
        if self.has_shown_it(request):
            return None
        messages.warning(request, _("Your office needs a second step at sign-in. Set it up here; it takes two minutes."))
        return redirect("mfa_index")

    @staticmethod
    def is_protected(request) -> bool:
        """Whether the person works in the admin or holds an office that needs a second factor today."""
        person = request.person
        if person.is_staff or person.is_superuser:
            return True
        return holds_protected_office(person, on=statute_day(request.now))

    @staticmethod
    def has_shown_it(request) -> bool:
        """Whether this session was opened with a second factor, or the person has one (sign-in asks for it)."""
        if settings.DEMO and request.session.get("demo"):
            return True
        records = get_authentication_records(request)
        return is_mfa_enabled(request.person) or any(record.get("method") == "mfa" for record in records)
