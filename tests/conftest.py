"""What every test stands on: the database with its guards, its own cache, and the live browser."""

import os
import uuid

import pytest
from celery import current_app
from django.conf import settings
from django.core.cache import caches
from django.db import connection, connections
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings

from tests.real_parts.emptying import empty
from tests.template_variables import refuse_undefined_variables

# A busy machine makes an example slow, never wrong.
hypothesis_settings.register_profile("portal", deadline=None)
hypothesis_settings.load_profile("portal")

NOT_PORTABLE = ("postgres", "browser", "linters")
#: Folders of tests that go the same way on every database; once is enough.
NO_DATABASE = {"rules", "vault", "pdf", "documents"}


def pytest_addoption(parser):
    """`--portable`: what can be run anywhere, and may go another way there (`manage.py test`, for SQLite)."""
    parser.addoption(
        "--portable", action="store_true", help=f"leave out {', '.join(NOT_PORTABLE)}, rules and files"
    )


def pytest_collection_modifyitems(config, items):
    """Leave out what is not portable or needs no second run, when asked to."""
    if not config.getoption("--portable"):
        return
    left_out = [item for item in items if _runs_once(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


def _runs_once(item) -> bool:
    return item.path.parent.name in NO_DATABASE or any(map(item.get_closest_marker, NOT_PORTABLE))


def pytest_runtest_setup(item):
    """A test of locks and races proves nothing on SQLite: it fails there."""
    if item.get_closest_marker("postgres") and connection.vendor != "postgresql":
        pytest.fail("This test needs PostgreSQL. Run it with: python3 manage.py test", pytrace=False)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """As pytest-django's; at the end, sessions that threads of tests left open do not keep the database."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture(autouse=True)
def _strict_templates():
    # For each test anew: Django makes its engines again when a test changes DEBUG.
    refuse_undefined_variables()


@pytest.fixture(scope="session", autouse=True)
def _tasks_at_once():
    """Tasks run where they are called, and what they raise is seen; a test of real workers says otherwise."""
    current_app.conf.task_always_eager = True
    current_app.conf.task_eager_propagates = True


@pytest.fixture(scope="session", autouse=True)
def _one_report_of_leaks_for_each_roll():
    """The pages of a secret vote need a report that takes seconds: made once for the same weights."""
    from elections.rules.leak_report import report
    from elections.selectors import leaks

    made = {}

    def report_made_once(places, *, turnout, seed):
        key = (tuple(places), turnout)
        if key not in made:
            made[key] = report(places, turnout=turnout, seed=seed)
        return made[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(leaks, "report", report_made_once)
        yield


@pytest.fixture(autouse=True)
def _own_cache():
    """Each test counts its own attempts: a key of another test is never read, and nothing is emptied."""
    prefix = uuid.uuid4().hex
    settings.CACHES["default"]["KEY_PREFIX"] = prefix
    caches["default"].key_prefix = prefix


@pytest.fixture(scope="session", autouse=True)
def _tables_are_emptied_with_the_guards_down():
    """Between two transactional tests the tables are emptied, which the guards refuse."""

    def emptied(case):
        for alias in case._databases_names(include_mirrors=False):
            empty(connections[alias])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", emptied)
        yield


@pytest.fixture(autouse=True)
def _fresh_witness(settings, tmp_path):
    """What one test confirmed to voters is not held against the next one's database."""
    settings.HOME = tmp_path


@pytest.fixture(scope="session")
def chromium():
    """One browser for the whole run."""
    from playwright.sync_api import sync_playwright

    from tests.real_parts.browser import launch

    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread; the tests' own queries are not asynchronous.
        patch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def live(chromium, live_server):
    """The portal, served, and a browser before it: `live.page("/es/", by=person, phone=True)`."""
    from tests.real_parts.browser import Live

    portal = Live(live_server.url, chromium)
    yield portal
    portal.close()
