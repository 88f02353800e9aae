"""The error pages, in the reader's language."""

import sys
from smtplib import SMTPException

from django.db import OperationalError
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import RedisError

from lacralo.core.permissions import public

#: What passes by itself: the database is busy or gone, or the cache, the broker or the mail server.
_PASSING = (OperationalError, RedisError, BrokerError, SMTPException, ConnectionError)


@requires_csrf_token
def csrf_failure(request, reason=""):
    """The form was too old, or came from somewhere else: nothing was done."""
    return render(request, "403_csrf.html", status=403)


def not_found(request, exception=None):
    """There is no such page, or not for this reader."""
    return render(request, "404.html", status=404)


def failed(request):
    """Something broke on our side, or is busy; the page needs no database."""
    if isinstance(sys.exc_info()[1], _PASSING):
        response = render(request, "503.html", status=503)
        response["Retry-After"] = "30"
        return response
    return render(request, "500.html", status=500)


public(csrf_failure), public(not_found), public(failed)
