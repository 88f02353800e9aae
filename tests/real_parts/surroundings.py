"""What surrounds a test run, set before Django reads it (pytest loads this first: see `addopts`)."""

import atexit
import os
import re
import shutil
import tempfile

#: What a developer may have set for a server of theirs, and what must not reach the tests.
NOT_FOR_TESTS = (
    "LACRALO_DEMO",
    "LACRALO_DEBUG",
    "PORTAL_URL",
    "EMAIL_HOST",
    "MAIL_DOMAIN",
    "SECRET_KEY",
    "STATIC_ROOT",
)
#: A Redis server has 16 databases until somebody configures another number.
REDIS_DATABASES = 16


def prepare(environment: dict[str, str]) -> None:
    """Turn an environment into one for tests: a passing home, and a Redis database for each process."""
    environment["LACRALO_TEST"] = "1"
    for name in NOT_FOR_TESTS:
        environment.pop(name, None)
    worker = environment.get("PYTEST_XDIST_WORKER")
    if worker is None:
        environment["LACRALO_HOME"] = tempfile.mkdtemp(prefix="lacralo-test-home-")
        os.mkdir(os.path.join(environment["LACRALO_HOME"], "static"))  # whitenoise warns when it is missing
        atexit.register(shutil.rmtree, environment["LACRALO_HOME"], ignore_errors=True)
    elif environment.get("REDIS_URL"):
        environment["REDIS_URL"] = _own_database(environment["REDIS_URL"], worker)


def _own_database(url: str, worker: str) -> str:
    """The same server, with the database of one xdist worker (`gw0`, `gw1`, ...); the first is nobody's."""
    number = 1 + int(worker.removeprefix("gw")) % (REDIS_DATABASES - 1)
    return re.sub(r"(?<=[^/:])(/\d*)?$", f"/{number}", url, count=1)


prepare(os.environ)
