"""What every template knows."""

from django.conf import settings


def portal(request):
    """The person, the portal's name, and whether this is the demonstration."""
    return {
        "demo": settings.DEMO,
        "portal_name": settings.PORTAL_NAME,
        "reader": getattr(request, "person", None),
    }
