"""The demonstration, loaded and served for tests as `manage.py demo` does it: static files by whitenoise."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import Client, TransactionTestCase, override_settings
from django.test.testcases import LiveServerThread
from django.urls import reverse

from lacralo.core.deadlines.clock import database_now
from lacralo.core.people.models import Person
from lacralo.home.services.demonstration.loading import load_demonstration
from tests.real_parts.browser import Live


class Portal(Live):
    """The running demonstration and a browser before it; people enter once, by the button of `/demo/`."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self._entered: dict[int, dict] = {}

    def _session_of(self, person: Person) -> dict:
        if person.pk not in self._entered:
            self._entered[person.pk] = self._enter(person)
        return self._entered[person.pk]

    def _enter(self, person: Person) -> dict:
        client = Client()
        client.post(reverse("home:demo_enter", args=[person.pk]))
        name = settings.SESSION_COOKIE_NAME
        return {"name": name, "value": client.cookies[name].value, "url": self.url}


@contextmanager
def demonstration(browser, *, home: Path) -> Iterator[Portal]:
    """A portal that holds the demonstration; afterwards the database is as empty as before."""
    with override_settings(DEMO=True, HOME=home):
        load_demonstration(now=database_now())
        server = _served()
        portal = Portal(f"http://{server.host}:{server.port}", browser)
        try:
            yield portal
        finally:
            portal.close()
            _stop(server)
            TransactionTestCase()._fixture_teardown()


def _served() -> LiveServerThread:
    shared = {each.alias: each for each in connections.all() if _is_in_memory(each)}
    for connection in shared.values():
        connection.inc_thread_sharing()
    # Django's own handlers of static files would send them past the middleware, whole.
    server = LiveServerThread("127.0.0.1", lambda _handler: get_wsgi_application(), shared)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    return server


def _stop(server: LiveServerThread) -> None:
    server.terminate()
    for connection in server.connections_override.values():
        connection.dec_thread_sharing()


def _is_in_memory(connection) -> bool:
    return connection.vendor == "sqlite" and connection.is_in_memory_db()
