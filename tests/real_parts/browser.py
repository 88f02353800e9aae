"""Debian's chromium, driven by playwright, on the pages of a live server."""

import shutil
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

LAUNCH_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
MILLISECONDS_FOR_A_PAGE = 20_000


def launch(playwright: Playwright) -> Browser:
    """Start chromium; the test fails and says how to get it when it is missing."""
    program = shutil.which("chromium")
    if program is None:
        pytest.fail("The browser is missing. On Debian: sudo apt-get install chromium")
    return playwright.chromium.launch(executable_path=program, args=LAUNCH_ARGUMENTS)


@dataclass
class Live:
    """A running portal and a browser before it; `page()` opens a fresh, private window."""

    url: str
    browser: Browser
    contexts: list[BrowserContext] = field(default_factory=list)

    def page(
        self, path: str = "", *, by=None, phone: bool = False, javascript: bool = True, dark: bool = False,
        language: str = "es",
    ) -> Page:  # fmt: skip
        """A window at `path`, signed in as the person `by`, on a phone (360 px) or a desktop."""
        context = self.browser.new_context(
            base_url=self.url,
            viewport=PHONE if phone else DESKTOP,
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            locale=language,
        )
        context.set_default_timeout(MILLISECONDS_FOR_A_PAGE)
        self.contexts.append(context)
        if by is not None:
            context.add_cookies([self._session_of(by)])
        page = context.new_page()
        if path:
            page.goto(path)
        return page

    def _session_of(self, person) -> dict:
        client = Client()
        client.force_login(person)
        name = settings.SESSION_COOKIE_NAME
        return {"name": name, "value": client.cookies[name].value, "url": self.url}

    def close(self) -> None:
        """Close every window that was opened."""
        for context in self.contexts:
            context.close()


def axe_violations(page: Page, *, tags: list[str] | None = None, rules: list[str] | None = None) -> list[str]:
    """What axe finds wrong on the page (it needs JavaScript), one line per rule and place.

    Only the rules with these tags, or these rules, when they are named.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    # What fades from one colour to another has arrived.
    page.evaluate("Promise.all(document.getAnimations().map(each => each.finished))")
    options = {"resultTypes": ["violations"], "preload": False}
    if tags or rules:
        options["runOnly"] = {"type": "tag" if tags else "rule", "values": tags or rules}
    violations = page.evaluate("options => axe.run(options).then(found => found.violations)", options)
    return [f"{found['id']}: {node['target'][0]}" for found in violations for node in found["nodes"]]


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window; 0 when nothing scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
