"""The door: who is at it, what time it is, and whether they must sign in first."""

from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.deprecation import MiddlewareMixin
from django.utils.http import url_has_allowed_host_and_scheme

from lacralo.core.deadlines.clock import database_now
from lacralo.core.verdicts import Refused

#: Views of these packages guard themselves: sign-in pages are for strangers, the admin asks for staff.
_GUARD_THEMSELVES = ("allauth.", "django.contrib.admin", "django.contrib.staticfiles")


def public(view):
    """Declare a page open to everybody, signed in or not."""
    view.is_public = True
    return view


def is_public(view) -> bool:
    """Whether a view was declared open."""
    return getattr(view, "is_public", False)


def _came_from(request) -> str:
    """The page of ours from which the reader came here, as a path; empty when there is none."""
    referer = request.headers.get("referer", "")
    if not url_has_allowed_host_and_scheme(referer, {request.get_host()}):
        return ""
    path = urlsplit(referer).path
    return path if path != request.path and url_has_allowed_host_and_scheme(path, None) else ""


class AtTheDoor(MiddlewareMixin):
    """Brings in the person, the moment (the database's) and the reader's zone; asks strangers to sign in."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        """Set `request.person` and `request.now`; redirect a stranger from a page that is not public.

        Raises Http404 for an address that no database can look up.
        """
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404
        request.person = request.user if request.user.is_authenticated else None
        request.now = database_now()
        timezone.activate(ZoneInfo(request.person.time_zone if request.person else "UTC"))
        guards_itself = view_func.__module__.startswith(_GUARD_THEMSELVES)
        if request.person or is_public(view_func) or guards_itself:
            return None
        return redirect_to_login(request.get_full_path())

    def process_exception(self, request, exception):
        """A refused act answers with its reasons (403)."""
        if isinstance(exception, Refused):
            context = {"verdict": exception.verdict, "came_from": _came_from(request)}
            return render(request, "403.html", context, status=403)
        return None

    def process_response(self, request, response):
        """The next request on this thread starts without this reader's zone."""
        timezone.deactivate()
        return response
