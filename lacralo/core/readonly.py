"""A GET cannot write: the SQL itself is refused."""

import functools
from contextlib import ExitStack

from django.db import connections

#: Django's sessions, and the log of who read a confidential file (part of the reading itself).
_EXEMPT_TABLES = ("django_session", "core_reading")
_WRITES = ("INSERT", "UPDATE", "DELETE", "TRUNCATE", "CREATE", "ALTER", "DROP", "REPLACE", "MERGE")


class WroteWhileReading(RuntimeError):
    """A page that only reads tried to write."""


def _refuse_writes(execute, sql, params, many, context):
    words = sql.lstrip().upper()
    if words.startswith(_WRITES) and not any(table in sql for table in _EXEMPT_TABLES):
        raise WroteWhileReading(sql.split("(")[0].strip())
    return execute(sql, params, many, context)


def reading():
    """A context in which no statement may write, on any database.

    Raises WroteWhileReading from the statement that tries.
    """
    stack = ExitStack()
    for connection in connections.all():
        stack.enter_context(connection.execute_wrapper(_refuse_writes))
    return stack


def readonly(view):
    """A view that only reads, whatever the method."""

    @functools.wraps(view)
    def wrapped(request, *args, **kwargs):
        with reading():
            return view(request, *args, **kwargs)

    return wrapped


class GetWritesNothing:
    """Every GET, HEAD and OPTIONS of the portal is `readonly`."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            return self.get_response(request)
        with reading():
            return self.get_response(request)
