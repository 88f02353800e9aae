"""From nomination to candidate in a browser: a phone, without JavaScript; and what axe says of the pages."""

import pytest
from django.urls import reverse

from elections.enums import Bar, CalendarKey, NominationState
from elections.models import Nomination
from lacralo.core.deadlines.clock import database_now
from tests.builders import accredited, subregions, voter_of
from tests.elections.builders import candidate, challenge, open_call, rotation
from tests.real_parts.browser import axe_violations, overflow

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_member_nominates_themselves_and_accepts_on_a_phone_without_javascript(live):
    subregions()
    election, als = open_call(now=database_now()), accredited("Andes en Red", country="PE")
    page = live.page(
        f"/en/elections/{election.slug}/", by=voter_of(als), phone=True, javascript=False, language="en"
    )

    page.get_by_role("button", name="Nominate", exact=True).click()
    page.get_by_role("link", name="Andes en Red").click()
    page.get_by_label(f"{voter_of(als).name} (you)").check()
    page.get_by_role("button", name="Nominate").click()
    page.get_by_label("Your statement").fill("Here is what I will do.")
    page.get_by_label("Nationality you declare").select_option("PE")
    page.get_by_label("Country where you live").select_option("PE")
    page.get_by_label("I pledge").check()
    page.get_by_role("button", name="Accept and become a candidate").click()

    assert page.get_by_role("heading", level=1).inner_text() == voter_of(als).name
    assert Nomination.objects.get().state == NominationState.ACCEPTED


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_pages_fit_a_phone_and_axe_finds_nothing(live, dark):
    subregions(), rotation()
    now = database_now()
    election = open_call(now=now, at=CalendarKey.ELIGIBILITY_CHALLENGE)
    standing = candidate(election, "Ana Quispe")
    challenge(standing, str(Bar.NO_PLEDGE), line_passed=True, by=voter_of(accredited()), now=now)
    nominating = open_call(now=now, post="nomcom", subregion="C")
    paths = [
        reverse("elections:election_list"),
        reverse("elections:rotation"),
        reverse("elections:how_it_works"),
        election.get_absolute_url(),
        standing.get_absolute_url(),
        reverse("elections:nominate", args=[nominating.slug]),
    ]

    found = {}
    for path in paths:
        page = live.page(path, by=voter_of(accredited()), phone=True, dark=dark)
        found[path] = (overflow(page), axe_violations(page))

    assert found == dict.fromkeys(paths, (0, []))
