"""A secret vote, walked by its people on a phone, each in their own language: the ceremony, the opening of
the vote, a ballot cast and cast again, the board, the opening of the envelopes.

Without JavaScript, but where axe looks at an answer that has no address of its own.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.utils import translation

from elections.models import Election, Place, Tally
from lacralo.core.people.models import Person
from tests.browser.portal import Portal
from tests.browser.scene import Scene
from tests.browser.test_pages import faults_of
from tests.real_parts.browser import overflow

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

VERIFIER = Path("static/verify/lacralo_verify.py")


class Walker:
    """A person before the portal, in one language; sentences are those of the source, said in it."""

    def __init__(self, page, person: Person, language: str):
        self.page, self.person, self.language = page, person, language
        page.goto(f"/{language}/demo/")
        page.locator(f'form[action$="/demo/{person.pk}/"] button:visible').first.click()

    def say(self, sentence: str) -> str:
        """A sentence of the portal in the language of the walk."""
        with translation.override(self.language):
            return translation.gettext(sentence)

    def open(self, election: Election, page: str = "") -> None:
        """Open a page of an election."""
        self.page.goto(f"/{self.language}/elections/{election.slug}/{page}")

    def press(self, sentence: str) -> None:
        """Press a button, or a link drawn as one; what is wider than the phone is found on the way."""
        self.main.get_by_role("button", name=self.say(sentence), exact=True).click()
        self._fits()

    def follow(self, sentence: str) -> None:
        """Follow a link."""
        self.main.get_by_role("link", name=self.say(sentence), exact=True).first.click()
        self._fits()

    def _fits(self) -> None:
        self.page.wait_for_load_state()
        assert overflow(self.page) == 0

    def type(self, words: str) -> None:
        """Type a code."""
        self.main.locator("textarea").fill(words)

    @property
    def main(self):
        """What the page is about."""
        return self.page.locator("main")

    @property
    def told(self) -> str:
        """What the portal said first: the answer to what was done."""
        return self.main.locator(".banner").first.inner_text()

    def paper(self, election: Election) -> str:
        """What stands on this scrutineer's paper, as the page of the demonstration shows it."""
        self.page.goto(f"/{self.language}/demo/")
        row = f'//h3[a[contains(@href, "{election.slug}")]]/following::table[1]//tr'
        return self.page.locator(f'{row}[th[normalize-space()="{self.person.name}"]]//code').inner_text()


@pytest.fixture(scope="module")
def scene(portal) -> Scene:
    return Scene.found()


@pytest.fixture
def walk(portal: Portal):
    """`walk(person, "es")`: that person signs in on a phone."""

    def begun(person: Person, language: str, *, javascript: bool = False) -> Walker:
        return Walker(portal.page(phone=True, javascript=javascript, language=language), person, language)

    return begun


def scrutineer(election: Election, number: int) -> Person:
    """The person behind a number."""
    return election.scrutineers.select_related("person").get(number=number).person


def remove_layer(someone: Walker, election: Election, words: str, button: str) -> None:
    """A scrutineer goes to their page, and removes their layer with the words on paper."""
    someone.open(election, "scrutiny/")
    someone.press(button)
    someone.type(words)
    someone.press("Remove my layer")


def test_scrutineers_and_officer_go_through_the_ceremony_and_the_vote_is_opened(walk, scene):
    election = scene.ceremony

    # One has her words on paper and slips once; another has his code made, on his own phone.
    yolanda = walk(scrutineer(election, 2), "es")
    words = yolanda.paper(election)
    yolanda.open(election, "scrutiny/")
    yolanda.press("Type the code back")
    yolanda.type(words.rpartition(" ")[0])
    yolanda.press("Check my code")
    assert yolanda.main.locator("textarea").input_value() == ""
    assert " ".join(words.split()[:3]) not in yolanda.main.inner_text()
    yolanda.type(words.upper())
    yolanda.press("Check my code")
    assert yolanda.told == yolanda.say("Your code is right. Keep the paper until the result is final.")

    everton = walk(scrutineer(election, 3), "en", javascript=True)
    everton.open(election, "scrutiny/")
    everton.press("Have my code made")
    everton.press("Show me my twelve words")
    shown = everton.main.locator("ol.words li").all_inner_texts()
    assert (len(shown), faults_of(everton.page)) == (12, [])
    everton.press("I have them on paper: type them back")
    everton.type(" ".join(shown))
    everton.press("Check my code")
    assert everton.told == "Your code is right. Keep the paper until the result is final."

    officer = walk(scene.people["officer"], "es")
    officer.open(election, "desk/ceremony/")
    officer.press("Make the key")
    officer.press("Make the key")
    assert officer.told == officer.say(
        "The key is made and sealed. Now the scrutineers open the test ballot."
    )

    remove_layer(everton, election, " ".join(shown), "Remove my layer from the test ballot")
    assert everton.told == "Your layer is removed. The next scrutineer goes on."
    tomas = walk(scrutineer(election, 1), "es")
    remove_layer(tomas, election, tomas.paper(election), "Remove my layer from the test ballot")
    assert tomas.told == tomas.say("The test ballot is open: the rehearsal is done.")

    officer.open(election, "desk/")
    officer.press("Check, freeze and open")
    officer.press("Freeze and open")
    assert officer.told == officer.say("The vote is open, and every voter has been told.")


def tracker_on(someone: Walker) -> str:
    """The tracker that the page shows, as it is copied."""
    return "".join(someone.main.locator(".tracker").first.inner_text().split())


def cast(someone: Walker, line: int) -> str:
    """From the choice to the tracker."""
    someone.main.get_by_role("radio").nth(line).check()
    someone.press("Check your answer")
    someone.press("Seal the ballot and put it into the box")
    return tracker_on(someone)


def asked(someone: Walker, election: Election, tracker: str) -> str:
    """What the board says of a tracker."""
    someone.open(election, "board/")
    someone.main.locator("textarea").fill(tracker)
    someone.press("Ask the board")
    return someone.told.splitlines()[0]


def a_voter(election: Election, number: int) -> Person:
    """Somebody on the roll who has put no envelope in."""
    waiting = Place.objects.filter(election=election, envelope__has_voted=False).select_related("holder")
    return waiting.order_by("number")[number].holder


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_voter_seals_a_ballot_votes_again_and_finds_both_on_the_board(walk, scene, language):
    election = scene.sealing
    voter = walk(a_voter(election, 0), language)

    voter.open(election)
    voter.press("Go to the ballot")
    assert voter.main.locator("input:checked").count() == 0
    first = cast(voter, 0)
    voter.follow("Vote again")
    assert voter.main.locator("input:checked").count() == 0
    second = cast(voter, 2)

    assert (len(first), len(second), first == second) == (64, 64, False)
    assert asked(voter, election, second) == voter.say("In the box")
    assert asked(voter, election, first) == voter.say("Replaced by a later ballot")


def test_the_answers_to_what_a_voter_does_are_accessible(walk, scene):
    voter = walk(a_voter(scene.sealing, 1), "es", javascript=True)
    voter.open(scene.sealing, "ballot/")
    found = {"ballot": faults_of(voter.page)}

    voter.main.get_by_role("radio").first.check()
    voter.press("Check your answer")
    found["check"] = faults_of(voter.page)
    voter.press("Seal the ballot and put it into the box")
    found["receipt"] = faults_of(voter.page)
    asked(voter, scene.sealing, tracker_on(voter))
    found["board"] = faults_of(voter.page)

    assert found == {"ballot": [], "check": [], "receipt": [], "board": []}


def test_two_scrutineers_open_the_envelopes_and_two_count_again(walk, scene, tmp_path):
    election = scene.mixed

    yolanda = walk(scrutineer(election, 2), "es")
    remove_layer(yolanda, election, yolanda.paper(election), "Remove my layer and open")
    assert yolanda.told == yolanda.say("Your layer is removed. The next scrutineer goes on.")
    assert not Tally.objects.filter(election=election).exists()
    everton = walk(scrutineer(election, 3), "en")
    remove_layer(everton, election, everton.paper(election), "Remove my layer and open")
    assert everton.page.url.endswith(f"/en/elections/{election.slug}/result/")
    assert Tally.objects.filter(election=election).count() == 1

    remove_layer(yolanda, election, yolanda.paper(election), "Remove my layer for a recount")
    tomas = walk(scrutineer(election, 1), "es")
    words = tomas.paper(election)
    tomas.open(election, "scrutiny/")
    tomas.press("Remove my layer for a recount")
    tomas.type(words)
    tomas.press("Remove my layer")
    assert tomas.main.locator("textarea").count() == 0
    with tomas.page.expect_download() as download:
        tomas.main.get_by_role("button", name=tomas.say("Save the file on this device"), exact=True).click()
    download.value.save_as(tmp_path / "recount.json")

    recount = json.loads((tmp_path / "recount.json").read_text())
    checked = subprocess.run(
        [sys.executable, VERIFIER, tmp_path / "recount.json"], capture_output=True, text=True, check=False
    )
    assert len(recount["ballots"]) == 35
    assert checked.returncode == 0, checked.stdout
