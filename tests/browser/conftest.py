"""The demonstration, once for all the tests of a module: they read it, or walk through it in one test."""

import pytest

from tests.browser.portal import demonstration


@pytest.fixture(autouse=True)
def _django_db_helper():
    """Instead of pytest-django's: these tests share one database, which the module fills and empties."""


@pytest.fixture(autouse=True)
def _fresh_witness():
    """Instead of the one of all tests: what was confirmed belongs to the database that is shared."""


@pytest.fixture(scope="module")
def portal(django_db_setup, chromium, django_db_blocker, tmp_path_factory):
    """The demonstration, served, with a folder of its own for its papers and witnesses."""
    home = tmp_path_factory.mktemp("home")
    with django_db_blocker.unblock(), demonstration(chromium, home=home) as running:
        yield running
