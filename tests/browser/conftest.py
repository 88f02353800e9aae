"""The demonstration, once for all the tests of a module: they read it, or walk through it in one test."""

import pytest

from tests.browser.portal import demonstration


@pytest.fixture(autouse=True)
def _django_db_helper():
    """Instead of pytest-django's: these tests share one database, which the module fills and empties."""


@pytest.fixture(scope="module")
def portal(django_db_setup, chromium, django_db_blocker):
    """The demonstration, served."""
    with django_db_blocker.unblock(), demonstration(chromium) as running:
        yield running
