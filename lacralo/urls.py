"""Every address of the portal; the language comes first in the path."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.http import HttpResponse
from django.urls import include, path

from lacralo.core.permissions import public

_CLOSED = ("account", "admin", "demo")


@public
def healthz(request):
    """Alive, and the database answers (`request.now` came from it)."""
    return HttpResponse("ok", content_type="text/plain")


@public
def robots(request):
    """Public pages may be found; accounts, the admin and the demonstration need not be."""
    closed = "".join(f"Disallow: /{code}/{room}/\n" for code, _ in settings.LANGUAGES for room in _CLOSED)
    return HttpResponse(f"User-agent: *\n{closed}", content_type="text/plain")


handler404 = "lacralo.home.views.errors.not_found"
handler500 = "lacralo.home.views.errors.failed"

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
    *i18n_patterns(
        path("account/", include("allauth.urls")),
        path("admin/", admin.site.urls),
        path("members/", include("members.urls")),
        path("interests/", include("conflicts.urls")),
        path("elections/", include("elections.urls")),
        path("", include("lacralo.home.urls")),
    ),
]
