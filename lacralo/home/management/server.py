"""A small server for one machine: threads of the standard library, static files by whitenoise."""

import threading
from collections.abc import Callable
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.management.base import CommandError
from django.core.wsgi import get_wsgi_application

from lacralo.core.deadlines.embedded import start_ringing

_LOOPBACK = "127.0.0.1"


class _Server(ThreadingMixIn, WSGIServer):
    """One thread per request; a slow reader holds up nobody."""

    daemon_threads = True


class _Handler(WSGIRequestHandler):
    """Quiet: addresses of pages are nobody's business, not even the terminal's."""

    timeout = 30

    def log_message(self, *arguments):
        """Say nothing."""


def serve(port: int, *, say: Callable[[str], object]) -> None:
    """Serve the portal on the loopback address until interrupted; deadlines ring meanwhile.

    Raises CommandError when the port is taken.
    """
    stop = threading.Event()
    try:
        server = make_server(_LOOPBACK, port, get_wsgi_application(), _Server, _Handler)
    except OSError as error:
        raise CommandError(
            f"Port {port} of this machine cannot be used ({error}). Try another: --port 8001"
        ) from error
    start_ringing(stop)
    say("Stop it with Ctrl+C.")
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("Stopped.")
    finally:
        stop.set()
        server.server_close()
