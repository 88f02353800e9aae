"""The officer's pages before a secret vote: ceremony, key, release, postponement, opening; and the desk."""

import re
from datetime import timedelta
from fractions import Fraction
from html import unescape

import pytest
from django.db import connection
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags

from elections.enums import Secrecy
from elections.enums.publication import Publication
from elections.enums.seals import Purpose
from elections.models import Election, ElectionKey, Postponement, Scrutineer
from elections.rules.leak_report import Report, report
from elections.rules.leaks import Voter
from elections.services.keys import freeze_key
from elections.services.scrutineers import confirm_code, make_code, name_scrutineer
from lacralo.core.deadlines.clock import database_now
from members.models import Term
from tests.builders import LONG_AGO, accredited, person, position
from tests.elections.builders import announced, officer
from tests.elections.poll import HOUR, before_the_vote, end_of_vote, open_vote_of
from tests.elections.sealed import (
    Papers,
    mixed,
    open_secret_vote,
    opened,
    put_in_many,
    rehearsed,
    remove,
    scrutineer_person,
    secret_election,
    with_codes,
)
from tests.members.builders import at_the_desk

pytestmark = pytest.mark.django_db

PAGES = ("ceremony", "key_freeze", "leaks", "postpone")


def url(name: str, election: Election, *args) -> str:
    return reverse(f"elections:{name}", args=[election.slug, *args])


def text_of(response) -> str:
    """What a reader reads on the page."""
    return re.sub(r"\s+", " ", unescape(strip_tags(response.content.decode())))


def read(client, name: str, election: Election, *args) -> str:
    response = client.get(url(name, election, *args))
    assert response.status_code == 200, text_of(response)
    return text_of(response)


def states_on(client, name: str, election: Election) -> list[str]:
    """The state of each step of a page, in order."""
    content = client.get(url(name, election)).content.decode()
    steps = re.search(r'<ol class="steps">.*?</ol>', content, re.DOTALL)[0]
    return re.findall(r'<li class="(done|now|next)"', steps)


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def papers():
    return Papers()


@pytest.fixture
def members():
    """Members enough for a vote."""
    return [accredited() for _ in range(6)]


@pytest.fixture
def coming():
    """A secret vote that opens in two days."""
    return secret_election(now=database_now() + timedelta(days=2))


@pytest.fixture
def due():
    """A secret vote whose day has come an hour ago."""
    return secret_election(now=database_now() - HOUR)


@pytest.fixture
def desk(client):
    """An officer before the portal, second factor shown."""
    return at_the_desk(client, officer())


# Ceremony


def test_the_officer_goes_through_the_ceremony_step_by_step(coming, desk, papers):
    now, seen = database_now(), []
    people = [scrutineer_person() for _ in range(3)]

    seen.append(states_on(desk, "ceremony", coming))
    named = [desk.post(url("ceremony", coming), {"person": each.pk}).status_code for each in people]
    seen.append(states_on(desk, "ceremony", coming))
    owners = list(coming.scrutineers.select_related("person").order_by("number"))
    for each in owners:
        papers.words[each.pk] = " ".join(make_code(scrutineer=each, by=each.person, now=now))
        confirm_code(scrutineer=each, typed=papers.of(each), by=each.person, now=now)
    seen.append(states_on(desk, "ceremony", coming))
    made = desk.post(url("key_freeze", coming))
    seen.append(states_on(desk, "ceremony", coming))
    for each in owners[:2]:
        remove(each, papers, Purpose.REHEARSAL, at=now)
    seen.append(states_on(desk, "ceremony", coming))

    assert (named, made.url) == ([302] * 3, url("ceremony", coming))
    assert seen == [
        ["now", "next", "next", "next"],
        ["done", "now", "next", "next"],
        ["done", "done", "now", "next"],
        ["done", "done", "done", "now"],
        ["done"] * 4,
    ]


def test_the_page_warns_before_anything_that_too_few_codes_open_nothing(coming, desk):
    page = read(desk, "ceremony", coming)

    assert "3 scrutineers hold a code each, on paper; any 2 of them open the envelopes." in page
    assert "Fewer than 2 papers are left: nobody can open the envelopes" in page


def test_the_page_shows_who_has_a_code_and_who_typed_it_back(coming, desk, papers):
    with_codes(coming, papers, number=1, at=database_now())
    waiting = name_scrutineer(
        election=coming, person=scrutineer_person("Wanda Wait"), by=officer(), now=database_now()
    )

    content = desk.get(url("ceremony", coming)).content.decode()

    rows = re.findall(r"<tr>(?:(?!</tr>).)*?scope=\"row\".*?</tr>", content, re.DOTALL)
    assert [row.count("not yet") for row in rows] == [0, 2]
    assert waiting.person.name in rows[1]


def test_a_nominee_cannot_be_named_and_the_page_says_why(coming, desk):
    stands = coming.nominations.first().nominee
    Term.objects.create(position=position("scrutineer"), person=stands, start=LONG_AGO)

    answer = desk.post(url("ceremony", coming), {"person": stands.pk})

    assert answer.status_code == 422
    assert "A scrutineer is a nominee in this election, or runs elections." in text_of(answer)
    assert Scrutineer.objects.count() == 0


def test_somebody_without_the_office_is_not_among_those_to_name(coming, desk):
    answer = desk.post(url("ceremony", coming), {"person": person().pk})

    assert (answer.status_code, Scrutineer.objects.count()) == (422, 0)


def test_without_holders_of_the_office_the_page_says_who_enters_them(coming, desk):
    assert "Nobody else holds the office of scrutineer today." in read(desk, "ceremony", coming)


def test_the_key_cannot_be_made_before_every_code_was_typed_back(coming, desk, papers):
    with_codes(coming, papers, number=2, at=database_now())

    assert "Scrutineers named: 2; the rule set asks for 3." in read(desk, "ceremony", coming)
    assert desk.get(url("key_freeze", coming)).status_code == 403
    assert desk.post(url("key_freeze", coming)).status_code == 403
    assert ElectionKey.objects.count() == 0


def test_a_release_says_what_follows_and_gives_the_key_up(coming, desk, papers):
    own, *_ = rehearsed(coming, papers, at=database_now())

    asked = read(desk, "scrutineer_release", coming, own.number)
    done = desk.post(url("scrutineer_release", coming, own.number))
    gone = desk.get(url("scrutineer_release", coming, own.number))

    assert "The key of the vote is given up: a new one is made" in asked
    assert (done.url, gone.status_code) == (url("ceremony", coming), 404)
    assert states_on(desk, "ceremony", coming) == ["now", "next", "next", "next"]


def test_after_the_opening_nothing_of_the_ceremony_can_change(desk, papers):
    election = open_secret_vote(papers, now=database_now() - HOUR)

    page = read(desk, "ceremony", election)

    assert "The vote was opened; scrutineers, codes and key can no longer change." in page
    assert desk.get(url("scrutineer_release", election, 1)).status_code == 403
    assert desk.get(url("postpone", election)).status_code == 403
    assert desk.post(url("ceremony", election), {"person": scrutineer_person().pk}).status_code == 422


# A late ceremony


def test_a_late_ceremony_leads_to_the_postponement(due, desk, papers):
    before = read(desk, "ceremony", due)
    rehearsed(due, papers, at=database_now())
    after = read(desk, "ceremony", due)

    late = "The day of the vote has come, and the ceremony is not done"
    assert (late in before, late in after) == (True, False)
    assert "The ceremony is done The vote can open on its day." in after


def next_monday(after):
    """The first Monday more than a week later."""
    day = (after + timedelta(days=8)).date()
    return day + timedelta(days=-day.weekday() % 7)


def test_a_postponement_shows_old_dates_new_day_and_reason(due, desk):
    opens_on = next_monday(database_now())

    asked = read(desk, "postpone", due)
    done = desk.post(url("postpone", due), {"opens_on": opens_on, "reason": "Two codes are missing."})
    page = read(desk, "ceremony", due)

    assert "The vote opens on the day you name and keeps its length" in asked
    assert done.url == url("ceremony", due)
    assert "Reason Two codes are missing." in page
    assert Postponement.objects.get().starts_after.date() == opens_on


@pytest.mark.parametrize(
    ("days", "reason", "sentence"),
    [
        (-400, "Late.", "The new day has to be later than the old one, and not in the past."),
        (None, "", "This field is required."),
    ],
)
def test_a_day_that_does_not_fit_changes_nothing_and_says_why(due, desk, days, reason, sentence):
    day = database_now().date() + timedelta(days=days) if days else next_monday(database_now())

    answer = desk.post(url("postpone", due), {"opens_on": day, "reason": reason})

    assert (answer.status_code, sentence in text_of(answer)) == (422, True)
    assert Postponement.objects.count() == 0


# Opening


def test_the_page_of_the_opening_names_kind_scrutineers_and_how_many_are_needed(due, desk, papers):
    people = rehearsed(due, papers, at=database_now())

    page = read(desk, "vote_open", due)

    assert ", ".join(each.person.name for each in people) in page
    assert "any 2 of 3; fewer open nothing" in page
    assert "a code that is lost from now on cannot be replaced" in page


def test_a_secret_vote_does_not_open_before_its_ceremony(due, desk, papers):
    with_codes(due, papers, at=database_now())
    freeze_key(election=due, by=officer(), now=database_now())

    refused = desk.get(url("vote_open", due))

    assert refused.status_code == 403
    assert "The sealed test ballot has not been opened yet: 2 scrutineers have to do it." in text_of(refused)


# What a result could give away


def test_before_a_roll_there_is_no_report(desk):
    election = announced(now=database_now(), secrecy_of_elections=str(Secrecy.SECRET))

    assert "The roll is not published yet" in read(desk, "leaks", election)


def test_the_report_is_made_from_the_provisional_roll(desk, members, due):
    page = read(desk, "leaks", due)

    assert "What could be published" in page
    assert "The roll is not published yet" not in page


def rows_of(told: Report) -> list[list[str]]:
    """The cells of the tables that show a report."""
    levels = [(each, told.levels[each], told.levels_with_abstentions[each]) for each in Publication]
    shown = {"report": told, "levels": levels, "draws": sum(told.levels.values())}
    content = render_to_string("elections/_seal_leaks.html", shown)
    rows = re.findall(r"<tr>(.*?)</tr>", content, re.DOTALL)
    return [re.findall(r"<t[dh] [^>]*>([^<]*)</t[dh]>", row) for row in rows]


def test_the_report_shows_weights_that_stand_alone_and_what_could_be_published():
    weights = {1: ("GY", 6), 2: ("BR", 3), 3: ("BR", 3), 4: ("PE", 2), 5: ("CL", 2)}
    places = [Voter(number, country, Fraction(weight)) for number, (country, weight) in weights.items()]
    told = report(places, turnout=Fraction(1), draws=4, seed="tests")

    rows = rows_of(told)

    assert rows[1:3] == [["Guyana", "6", "1"], ["Brazil", "3", "2"]]
    assert [row[0] for row in rows[4:]] == [
        "exact",
        "rounded to one per cent of the weight of the roll",
        "rounded to five per cent of the weight of the roll",
        "rounded to ten per cent of the weight of the roll",
        "not at all, only the outcome",
    ]
    assert sum(int(row[1]) for row in rows[4:]) == 4


# Desk


def test_the_desk_of_a_secret_vote_leads_through_ceremony_vote_and_opening(due, desk, papers):
    seen = [states_on(desk, "desk", due)]
    rehearsed(due, papers, at=database_now())
    seen.append(states_on(desk, "desk", due))
    desk.post(url("vote_open", due))
    seen.append(states_on(desk, "desk", due))

    assert seen == [
        ["now", "done", "next", "now", "next", "next", "next", "next"],
        ["now", "done", "next", "done", "now", "next", "next", "next"],
        ["done", "done", "done", "done", "done", "now", "next", "next"],
    ]


def test_after_the_close_the_desk_says_who_has_opened_and_has_no_button_to_count(desk, members, papers):
    election = open_secret_vote(papers, now=database_now() - timedelta(days=20))
    put_in_many(election, {number: "1" for number in range(1, 7)}, at=election.frozen_at + HOUR)
    mixed(election)
    first = election.scrutineers.get(number=1)
    remove(first, papers, Purpose.COUNT, at=end_of_vote(election) + HOUR)

    page = read(desk, "desk", election)

    assert "Envelopes in the box: 6." in page
    assert f"Layers removed so far, by: {first.person.name}. 1 more scrutineer is needed." in page
    assert "Count the ballots" not in page
    assert desk.get(url("vote_count", election)).status_code == 403
    assert desk.post(url("vote_count", election)).status_code == 403


def test_the_close_of_a_secret_vote_says_what_the_mix_does(desk, papers):
    election = open_secret_vote(papers, now=database_now() - timedelta(days=20))

    page = read(desk, "vote_close", election)
    done = desk.post(url("vote_close", election))

    assert "Nobody can undo the mixing." in page
    assert "who voted how becomes public" not in page
    assert done.url == url("desk", election)


def test_the_desk_of_a_counted_secret_vote_goes_on_to_the_proclamation(desk, members, papers):
    election = open_secret_vote(papers, now=database_now() - timedelta(days=60))
    choices = {number: "1" if number % 3 else "2" for number in range(1, 7)}
    put_in_many(election, choices, at=election.frozen_at + HOUR)
    mixed(election)
    opened(election, papers)

    assert states_on(desk, "desk", election) == ["done"] * 7 + ["now"]


def test_a_roll_call_has_no_ceremony_and_its_desk_is_as_before(desk):
    election = open_vote_of(now=database_now() - HOUR)

    page = read(desk, "desk", election)

    assert election.secrecy == Secrecy.ROLL_CALL
    assert ("Ceremony" in page, "Count the ballots" in page) == (False, True)
    assert [desk.get(url(name, election)).status_code for name in PAGES] == [404] * 4


# Who may come here


def test_the_pages_are_closed_to_everybody_else(coming, papers):
    own, *_ = with_codes(coming, papers, at=database_now())
    pages = [url(name, coming) for name in PAGES] + [url("scrutineer_release", coming, 1)]

    for who in (own.person, person()):
        client = at_the_desk(Client(), who)
        assert [client.get(page).status_code for page in pages] == [403] * 5
        assert [client.post(page).status_code for page in pages] == [403] * 5
    assert [Client().get(page).status_code for page in pages] == [302] * 5
    assert coming.scrutineers.present().count() == 3


@pytest.mark.parametrize("name", ["ceremony", "desk"])
def test_a_page_takes_as_many_queries_with_five_scrutineers_as_with_one(desk, papers, name):
    now = database_now()
    election = secret_election(now=now + timedelta(days=2), rules={"scrutineers": 5})
    with_codes(election, papers, number=1, at=now)
    desk.get(url(name, election))

    with CaptureQueriesContext(connection) as few:
        desk.get(url(name, election))
    with_codes(election, papers, number=3, at=now)
    with CaptureQueriesContext(connection) as many:
        desk.get(url(name, election))

    assert len(many) == len(few)


def test_a_desk_of_a_roll_call_asks_nothing_of_a_secret_vote(desk):
    election = before_the_vote(now=database_now() - HOUR)

    with CaptureQueriesContext(connection) as asked:
        desk.get(url("desk", election))

    assert [each["sql"] for each in asked if "elections_opening" in each["sql"]] == []
