"""What pages weigh on a poor link, counted in the bytes that were really sent."""

from dataclasses import dataclass, field

import pytest
from django.urls import reverse
from django.utils import translation

from lacralo.core.deadlines.clock import database_now
from lacralo.home.selectors.cast import cast
from tests.browser.portal import Portal
from tests.browser.scene import Scene

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

FIRST_VIEW, LATER_PAGE, MOST_REQUESTS = 60_000, 20_000, 6


@dataclass
class Meter:
    """Counts what a window asks for and what comes back: bodies as they travel, and their headers."""

    sent: dict[str, int] = field(default_factory=dict)

    def watch(self, page) -> "Meter":
        """Listen to the browser itself; a file it has already is not asked for, and costs nothing."""
        tools, addresses = page.context.new_cdp_session(page), {}
        tools.send("Network.enable")
        tools.on(
            "Network.requestWillBeSent",
            lambda event: addresses.update({event["requestId"]: event["request"]["url"]}),
        )
        tools.on("Network.loadingFinished", lambda event: self._add(addresses, event))
        return self

    def _add(self, addresses: dict[str, str], event: dict) -> None:
        # What was asked for before the meter was there (the mark in the tab) is not of this page.
        if address := addresses.get(event["requestId"]):
            self.sent[address] = int(event["encodedDataLength"])

    def of(self, page, path: str) -> int:
        """The bytes that opening a page costs now."""
        self.sent.clear()
        page.goto(path, wait_until="networkidle")
        return sum(self.sent.values())


@pytest.fixture(scope="module")
def scene(portal):
    return Scene.found()


@pytest.mark.parametrize("language", ["es", "pt-br", "en", "fr"])
def test_the_first_view_costs_sixty_kilobytes_and_six_requests_at_most(portal: Portal, language):
    page = portal.page(phone=True, language=language)
    meter = Meter().watch(page)

    weight = meter.of(page, f"/{language}/")

    assert any(address.endswith(".css") for address in meter.sent)
    assert weight <= FIRST_VIEW
    assert len(meter.sent) <= MOST_REQUESTS


def test_a_later_page_costs_twenty_kilobytes_at_most(portal: Portal, scene):
    slug = scene.finished.slug
    page = portal.page("/es/", phone=True)
    meter = Meter().watch(page)
    paths = [
        reverse("members:member_list"),
        reverse("members:offices"),
        reverse("elections:election_list"),
        reverse("home:rulebook"),
        reverse("home:chain"),
        *(reverse(f"elections:{name}", args=[slug]) for name in ("election_detail", "roll", "result")),
    ]

    weights = {path: meter.of(page, path) for path in paths}

    assert {path: weight for path, weight in weights.items() if weight > LATER_PAGE} == {}


def test_a_page_of_a_secret_vote_costs_twenty_kilobytes_at_most(portal: Portal, scene):
    page = portal.page("/es/", by=scene.people["scrutineer"], phone=True)
    meter = Meter().watch(page)
    slugs = {
        "board": scene.unsealed, "result": scene.unsealed, "verify_how": scene.unsealed,
        "observe": scene.mixed, "promises": scene.sealing, "election_detail": scene.sealing,
        "scrutiny": scene.ceremony, "scrutiny_code": scene.ceremony, "scrutiny_confirm": scene.ceremony,
    }  # fmt: skip
    paths = [reverse(f"elections:{name}", args=[election.slug]) for name, election in slugs.items()]

    weights = {path: meter.of(page, path) for path in paths}

    assert {path: weight for path, weight in weights.items() if weight > LATER_PAGE} == {}


def test_a_page_of_the_officer_for_a_secret_vote_costs_twenty_kilobytes_at_most(portal: Portal, scene):
    page = portal.page("/es/", by=scene.people["officer"], phone=True)
    meter = Meter().watch(page)
    paths = [reverse(f"elections:{name}", args=[scene.sealing.slug]) for name in ("desk", "leaks", "places")]
    paths.append(reverse("elections:ceremony", args=[scene.ceremony.slug]))

    weights = {path: meter.of(page, path) for path in paths}

    assert {path: weight for path, weight in weights.items() if weight > LATER_PAGE} == {}


def test_a_sealed_ballot_its_check_and_its_tracker_cost_twenty_kilobytes_at_most(portal: Portal, scene):
    page = portal.page("/es/", by=scene.people["sealer"], phone=True)
    meter = Meter().watch(page)
    with translation.override("es"):
        weights = [meter.of(page, reverse("elections:ballot", args=[scene.sealing.slug]))]

    for _answer in ("check", "receipt"):
        if page.get_by_role("radio").count():
            page.get_by_role("radio").first.check()
        meter.sent.clear()
        page.locator("main form button").first.click()
        page.wait_for_load_state("networkidle")
        weights.append(sum(meter.sent.values()))

    assert page.locator("main .tracker").count() == 1
    assert [weight for weight in weights if weight > LATER_PAGE] == []


def test_the_ballot_costs_twenty_kilobytes_at_most(portal: Portal, scene):
    voter = cast(database_now()).voters_due[0].person
    page = portal.page("/es/", by=voter, phone=True)
    meter = Meter().watch(page)

    with translation.override("es"):
        weight = meter.of(page, reverse("elections:ballot", args=[scene.voting.slug]))

    assert page.get_by_role("radio").count() == 3
    assert weight <= LATER_PAGE
