"""A person's own calendar, for their own programs, at an address that they make and revoke."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_POST

from lacralo.core.calendars import CONTENT_TYPE
from lacralo.core.permissions import public
from lacralo.core.verdicts import require
from lacralo.home.documents.calendars import own_calendar
from members.rules.calendars import may_revoke
from members.selectors.calendars import address_of, reader_of
from members.services.calendars import make_calendar_address, revoke_calendar_address

_MINUTES = 60


def my_calendar(request):
    """Whether my calendar has an address, and how to make, renew or revoke it."""
    return render(request, "home/my_calendar.html", {"address": address_of(request.person), "secret": ""})


@never_cache
@require_POST
def calendar_make(request):
    """Make a new address and show it, this once."""
    secret = make_calendar_address(by=request.person, now=request.now)
    context = {
        "address": address_of(request.person),
        "secret": settings.PORTAL_URL + reverse("home:calendar_feed", args=[secret]),
    }
    return render(request, "home/my_calendar.html", context)


def calendar_revoke(request):
    """Nobody reads my calendar any more: asked once more, then done."""
    require(may_revoke(has_address=address_of(request.person) is not None))
    if request.method == "POST":
        revoke_calendar_address(by=request.person, now=request.now)
        messages.success(request, _("The address is revoked: nobody reads your calendar there any more."))
        return redirect("home:my_calendar")
    return render(request, "home/calendar_revoke.html")


@public
@cache_control(private=True, max_age=15 * _MINUTES)
def calendar_feed(request, secret):
    """The calendar itself, for whoever has the address: only the person it belongs to should.

    Raises Http404 for an address that is unknown or was revoked.
    """
    person = reader_of(secret)
    if person is None:
        raise Http404
    response = HttpResponse(own_calendar(person, request.now), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = 'inline; filename="lacralo.ics"'
    response["X-Robots-Tag"] = "noindex"
    return response
