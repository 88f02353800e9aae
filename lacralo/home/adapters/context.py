"""What every template knows."""

from django.conf import settings

from lacralo.core.deadlines.clock import statute_day
from members.selectors.offices import runs_elections


def portal(request):
    """The person and whether they run elections, the portal's name, and whether this is the demonstration."""
    person = getattr(request, "person", None)
    return {
        "demo": settings.DEMO,
        "portal_name": settings.PORTAL_NAME,
        "reader": person,
        "runs_elections": person is not None and runs_elections(person, on=statute_day(request.now)),
    }
