"""Sign in as anybody with one button: in the demonstration only, and only at this machine."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lacralo.core.people.models import Person
from lacralo.core.permissions import public
from lacralo.home.permissions import is_at_this_machine
from lacralo.home.selectors.cast import cast

_BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def _only_here(request) -> None:
    if not (settings.DEMO and is_at_this_machine(request)):
        raise Http404


@public
def demo(request):
    """The people of the demonstration by what they do, and what to try as each."""
    _only_here(request)
    return render(request, "home/demo.html", {"cast": cast(request.now)})


@public
@require_POST
def enter(request, pk):
    """Become that person; the session is marked, so that the second factor counts as shown."""
    _only_here(request)
    person = get_object_or_404(Person, pk=pk, is_active=True)
    login(request, person, backend=_BACKEND)
    request.session["demo"] = True
    return redirect("home:front")
