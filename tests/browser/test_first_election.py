"""The way of an election, walked by its people on a phone without JavaScript: from the nomination to the
recount of what was proclaimed."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from elections.enums import CalendarKey
from elections.models import Election
from elections.services.ballots import cast_ballot
from lacralo.core.deadlines.clock import database_now
from lacralo.core.people.models import Person
from tests.browser.portal import Portal
from tests.browser.scene import Scene
from tests.elections.builders import move_calendar

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

VERIFIER = Path("static/verify/lacralo_verify.py")


def enter(page, person: Person) -> None:
    """Change roles as a visitor of the demonstration does."""
    page.goto("/en/demo/")
    page.locator(f'form[action$="/demo/{person.pk}/"] button:visible').first.click()


def press(page, name: str) -> None:
    """Press a button, or a link drawn as one."""
    page.locator("main").get_by_role("button", name=name, exact=True).click()


def press_first(page, name: str) -> None:
    """Press the first of several buttons of that name."""
    page.locator("main").get_by_role("button", name=name, exact=True).first.click()


def follow(page, name: str) -> None:
    page.locator("main").get_by_role("link", name=name).first.click()


def heading(page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def link_in_the_last_mail(page) -> str:
    """The address, within the portal, that the newest mail of the outbox asks to open."""
    page.goto("/en/outbox/")
    address = page.locator('a[href*="/elections/answer/"]').first.get_attribute("href")
    return "/en/elections/" + address.split("/elections/", 1)[1]


def days_pass(election: Election, until: CalendarKey) -> None:
    """The calendar stands in that step now.  (What was frozen at the opening says otherwise: a recount of
    this election would rightly complain.)"""
    move_calendar(election, until, database_now())


def others_vote(election: Election, besides: Person) -> None:
    """Most of the roll prefers the first candidate, in the same hour."""
    for place in election.places.select_related("holder").exclude(holder=besides):
        cast_ballot(place=place, choice="1", by=place.holder, now=database_now())


def saved(page, path: Path, ask) -> Path:
    """The file that an act of the reader downloads."""
    with page.expect_download() as download:
        ask()
    download.value.save_as(path)
    return path


@pytest.fixture
def page(portal: Portal):
    return portal.page(phone=True, javascript=False, language="en")


@pytest.fixture(scope="module")
def scene(portal) -> Scene:
    return Scene.found()


def test_a_member_nominates_and_the_nominee_accepts_by_the_link_in_the_mail(page, scene):
    enter(page, scene.people["voter"])
    page.goto(f"/en/elections/{scene.nominating.slug}/")
    press(page, "Nominate")
    page.locator("main select").first.select_option(index=1)
    press(page, "Continue")
    page.locator('main input[type="radio"]:enabled').first.check()
    press(page, "Nominate")
    assert "nominated" in page.locator("main .banner").first.inner_text()

    link = link_in_the_last_mail(page)
    page.locator(".masthead").get_by_role("button", name="Sign out").click()
    page.goto(link)
    name = page.locator("main").inner_text()
    page.get_by_label("Your statement").fill("Here is what I will do.")
    page.get_by_label("Nationality you declare").select_option("PE")
    page.get_by_label("Country where you live").select_option("PE")
    page.get_by_label("I pledge").check()
    press(page, "Accept and become a candidate")
    candidate = heading(page)
    assert candidate in name

    enter(page, scene.people["officer"])
    page.goto(f"/en/elections/{scene.nominating.slug}/review/")
    assert candidate in page.locator("main").inner_text()


def test_a_vote_is_opened_cast_cast_again_closed_and_counted(page, scene):
    election, officer = scene.to_open, scene.people["officer"]

    enter(page, officer)
    page.goto(f"/en/elections/{election.slug}/desk/")
    press(page, "Publish it again, after corrections")
    press(page, "Check, freeze and open")
    press(page, "Freeze and open")
    told = page.locator("main .banner").first.inner_text()
    assert told == "The vote is open, and every voter has been told."

    enter(page, scene.people["voter"])
    page.goto(f"/en/elections/{election.slug}/")
    press(page, "Go to the ballot")
    page.get_by_role("radio").first.check()
    press(page, "Check your answer")
    press(page, "Cast the ballot")
    first = page.url
    follow(page, "Vote again")
    page.get_by_role("radio").nth(1).check()
    press(page, "Check your answer")
    press(page, "Cast the ballot")
    assert page.url != first
    page.goto(first)
    assert "replaced" in page.locator("main").inner_text()

    others_vote(election, besides=scene.people["voter"])
    days_pass(election, CalendarKey.CHALLENGE)
    enter(page, officer)
    page.goto(f"/en/elections/{election.slug}/desk/")
    press(page, "Close the vote")
    press(page, "Close the vote")
    press(page, "Count the ballots")
    press(page, "Count the ballots")
    assert "/result/" in page.url


def test_a_result_is_proclaimed_read_on_paper_and_recounted_by_an_outsider(page, scene, tmp_path):
    election = scene.to_proclaim

    enter(page, scene.people["officer"])
    page.goto(f"/en/elections/{election.slug}/desk/")
    press(page, "Proclaim the result")
    press(page, "Proclaim the result")
    page.locator(".masthead").get_by_role("button", name="Sign out").click()

    page.goto(f"/en/elections/{election.slug}/result/")
    assert "is elected" in page.locator("main .banner").first.inner_text()
    follow(page, "The proclamation as a document")
    elected = page.locator("main .lead").inner_text().split(" (")[0]
    press_first(page, "Make the PDF")
    page.wait_for_url("**/proclamation/es.pdf")
    paper = PdfReader(io.BytesIO(page.request.get(page.url).body()))
    assert elected in paper.pages[0].extract_text()
    page.goto(f"/en/elections/{election.slug}/verify/")
    bundle = saved(page, tmp_path / "bundle.json", lambda: follow(page, "Download the bundle"))
    recount = subprocess.run([sys.executable, VERIFIER, bundle], capture_output=True, text=True, check=False)
    assert recount.returncode == 0, recount.stdout
