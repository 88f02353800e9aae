"""The headers that protect a reader stand on every answer, whatever its status."""

import os
import subprocess
import sys

import pytest
from django.test import Client

from tests.architecture.code import HOME
from tests.builders import person

CSP = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}


def answers() -> dict:
    """An answer of each status: a page, a redirect, a refusal, nothing there, a failure, a static file."""
    signed_in, strict = Client(), Client(enforce_csrf_checks=True, raise_request_exception=False)
    signed_in.force_login(person("Ana"))
    return {
        "200": signed_in.get("/en/"),
        "302": Client().get("/en/mails/"),
        "302 in another language": Client().get("/"),
        "403": signed_in.get("/en/admin/", follow=True),
        "403 without a token": strict.post("/en/verify/x/"),
        "404": signed_in.get("/en/there/is/nothing/"),
        "404 outside of every language": Client().get("/nothing.txt"),
        "405": signed_in.get("/en/demo/1/"),
        "200 static": Client().get("/static/lacralo.css"),
        "200 for machines": Client().get("/en/chain.json"),
        "200 health": Client().get("/healthz"),
    }


@pytest.mark.django_db
def test_every_answer_carries_them():
    for name, answer in answers().items():
        status = name.partition(" ")[0]
        assert answer.status_code == int(status), name
        policy = answer.headers["Content-Security-Policy"]
        assert {each.strip() for each in policy.split(";")} == CSP, name
        assert answer.headers["X-Content-Type-Options"] == "nosniff", name
        assert answer.headers["Referrer-Policy"] == "same-origin", name
        assert answer.headers["X-Frame-Options"] == "DENY", name
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin", name


@pytest.mark.django_db
def test_a_failure_carries_them_and_tells_nothing(monkeypatch):
    def broken(*arguments, **named):
        raise ZeroDivisionError("a secret of the inside")

    monkeypatch.setattr("lacralo.home.views.front.open_now", broken)

    answer = Client(raise_request_exception=False).get("/en/")

    assert answer.status_code == 500
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "ZeroDivisionError" not in answer.content.decode()
    assert "a secret of the inside" not in answer.content.decode()


PASSING = ["django.db.OperationalError", "redis.exceptions.ConnectionError", "smtplib.SMTPServerDisconnected"]


@pytest.mark.django_db
@pytest.mark.parametrize("failure", PASSING)
def test_what_passes_by_itself_asks_to_come_back(monkeypatch, failure):
    module, _, name = failure.rpartition(".")
    kind = getattr(__import__(module, fromlist=[name]), name)

    def busy(*arguments, **named):
        raise kind("busy")

    monkeypatch.setattr("lacralo.home.views.front.open_now", busy)

    answer = Client(raise_request_exception=False).get("/en/")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


SERVICE = {
    "PORTAL_URL": "https://portal.example.org",
    "SECRET_KEY": "k" * 25 + "0123456789abcdefghijklmnopqrstuvwxyz",
    "LACRALO_TEST": "",
    "LACRALO_DEMO": "",
    "LACRALO_DEBUG": "",
}

_ASK = """
import django, json
django.setup()
from django.test import Client
answer = Client().get("/healthz", secure=True, HTTP_HOST="portal.example.org")
plain = Client().get("/en/account/login/", HTTP_HOST="portal.example.org")
page = Client().get("/en/account/login/", secure=True, HTTP_HOST="portal.example.org")
cookie = page.cookies["__Host-csrf"]
from django.conf import settings
print(json.dumps({
    "hsts": answer.headers["Strict-Transport-Security"],
    "plain": [plain.status_code, plain.headers["Location"]],
    "csrf": [cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]],
    "session": [settings.SESSION_COOKIE_NAME, settings.SESSION_COOKIE_SECURE],
    "debug": settings.DEBUG,
}))
"""


def run(*arguments, tmp_path) -> subprocess.CompletedProcess:
    """A process of the portal as a service with a certificate before it would start it."""
    surroundings = {**os.environ, **SERVICE, "LACRALO_HOME": str(tmp_path)}
    surroundings["DJANGO_SETTINGS_MODULE"] = "lacralo.settings"
    # Set in this process once a browser test has run before this one; no service has it.
    surroundings.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=HOME, env=surroundings, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


@pytest.mark.linters
def test_a_service_over_https_passes_djangos_own_check(tmp_path):
    finished = run("-m", "django", "check", "--deploy", "--fail-level", "WARNING", tmp_path=tmp_path)

    print(finished.stderr)  # pytest shows it whole when the check complains

    assert (finished.returncode, finished.stderr) == (0, "")


@pytest.mark.linters
def test_a_service_over_https_is_strict_and_its_cookies_are_bound_to_its_host(tmp_path):
    import json

    run("-m", "django", "migrate", "--verbosity", "0", tmp_path=tmp_path)
    finished = run("-c", _ASK, tmp_path=tmp_path)

    assert json.loads(finished.stdout.splitlines()[-1]) == {
        "hsts": "max-age=63072000; includeSubDomains; preload",
        "plain": [301, "https://portal.example.org/en/account/login/"],
        "csrf": [True, True, "Lax", "/", ""],
        "session": ["__Host-session", True],
        "debug": False,
    }
