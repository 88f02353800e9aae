"""The error pages, in the reader's language."""

from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token

from lacralo.core.permissions import public


@requires_csrf_token
def csrf_failure(request, reason=""):
    """The form was too old, or came from somewhere else: nothing was done."""
    return render(request, "403_csrf.html", status=403)


def not_found(request, exception=None):
    """There is no such page, or not for this reader."""
    return render(request, "404.html", status=404)


def failed(request):
    """Something broke on our side; the page needs no database."""
    return render(request, "500.html", status=500)


public(csrf_failure), public(not_found), public(failed)
