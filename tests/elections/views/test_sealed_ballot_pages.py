"""The ballot of a secret vote as its voter reads it: chosen, checked, put in, and its tracker."""

import gzip
import re

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.html import escape

from elections.enums.seals import TrackerState
from elections.models import Ballot, Election, Envelope
from elections.selectors.box import tracker_state
from elections.services.sealed_ballots import bar_place
from elections.views.sealed_ballots import of_one_length
from lacralo.core.deadlines.clock import database_now
from lacralo.core.notifications.models import Notice
from members.models import Member
from tests.builders import accredited, person
from tests.elections.builders import officer
from tests.elections.poll import HOUR, holder_of, place_of, published_members
from tests.elections.sealed import Papers, open_secret_vote, put_in
from tests.elections.views.test_voting_pages import LARGEST_PAGE, read, url

pytestmark = pytest.mark.django_db

#: Names of very different lengths, with letters that a page writes in several characters.
NAMES = ("Al", "Maximiliana Evangelina de los Ángeles d'Ávila & Söhne", "Ñ")


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def running():
    """A secret vote that has been open for an hour by the clock of the database."""
    published_members()
    return open_secret_vote(Papers(), now=database_now() - HOUR, names=NAMES)


@pytest.fixture
def voter(client, running):
    """Whoever votes for the third place, before the portal."""
    client.force_login(holder_of(place_of(running, 3)))
    return client


def checked(client, election: Election, line: str, number: int = 3):
    return client.post(url("ballot_check", election, number), {"line": line})


def token_in(response) -> str:
    return re.search(r'name="token" value="([0-9a-f]{32})"', response.content.decode()).group(1)


def tracker_in(response) -> str:
    shown = re.search(r'<p class="tracker">(.*?)</p>', response.content.decode()).group(1)
    return re.sub(r"</?span>", "", shown)


def cast(client, election: Election, line: str, token: str, number: int = 3):
    return client.post(url("ballot_cast", election, number), {"line": line, "token": token})


def test_the_ballot_says_that_it_is_secret_what_it_weighs_and_marks_nothing(voter, running):
    page = read(voter, "ballot_of", running, 3)

    assert [each for each in ("Secret vote", url("promises", running), "25/32") if each not in page] == []
    assert re.findall(r'name="line" value="(\d+)"', page) == ["01", "02", "03", "04"]
    assert "checked" not in page.split("<form method", 1)[1]
    assert "Your member has voted" not in page


def test_a_voter_checks_puts_in_and_is_shown_the_tracker_of_the_envelope(voter, running):
    check = checked(voter, running, "01")
    answer = cast(voter, running, "01", token_in(check))

    assert (check.status_code, answer.status_code) == (200, 200)
    assert ["no-store" in each["Cache-Control"] for each in (check, answer)] == [True, True]
    assert tracker_in(answer) == Envelope.objects.get(place=place_of(running, 3)).tracker
    assert Ballot.objects.count() == 0
    assert "Your member has voted" in read(voter, "ballot_of", running, 3)


def test_the_same_form_sent_again_is_the_same_ballot_with_the_same_tracker(voter, running):
    token = token_in(checked(voter, running, "01"))

    first, again = (tracker_in(cast(voter, running, "01", token)) for _ in range(2))
    other = tracker_in(cast(voter, running, "02", token_in(checked(voter, running, "02"))))

    assert first == again != other
    assert (tracker_state(running, first), tracker_state(running, other)) == (
        TrackerState.REPLACED,
        TrackerState.IN_THE_BOX,
    )


@pytest.mark.parametrize("page", ["ballot_check", "ballot_cast"])
def test_whoever_votes_for_another_place_does_not_learn_whether_one_has_voted(client, page):
    published_members()
    running = open_secret_vote(Papers(), now=database_now() - HOUR, rules={"vote_again_allowed": False})
    put_in(running, 4, "1", at=database_now())
    client.force_login(holder_of(place_of(running, 3)))

    answers = [
        client.post(url(page, running, number), {"line": "01", "token": "a token"}) for number in (4, 5)
    ]

    assert [each.status_code for each in answers] == [403, 403]
    assert reasons_in(answers[0]) == reasons_in(answers[1])


def reasons_in(response) -> list[str]:
    """The lines by which a refused act is explained."""
    return re.findall(r'<li class="(?:passed|barred)">.*?</li>', response.content.decode(), re.DOTALL)


def test_the_check_is_of_one_length_and_uncompressed_whatever_is_chosen(voter, running):
    answers = [
        voter.post(url("ballot_check", running, 3), {"line": line}, headers={"Accept-Encoding": "gzip"})
        for line in ("01", "02", "03", "04")
    ]

    assert {len(each.content) for each in answers} == {len(answers[0].content)}
    assert {each["Content-Encoding"] for each in answers} == {"identity"}
    assert {each["Content-Length"] for each in answers} == {str(len(answers[0].content))}
    assert {frozenset(each.headers) for each in answers} == {frozenset(answers[0].headers)}


def test_the_length_is_the_same_wherever_the_names_fall_among_the_blocks():
    labels = ["A", "B" * 200, "<&>'"]

    for around in range(0, 8200, 41):
        pages = [HttpResponse("x" * around + escape(label)) for label in labels]
        filled = [of_one_length(page, label, labels) for page, label in zip(pages, labels, strict=True)]

        assert len({len(page.content) for page in filled}) == 1
        written = ["x" * around + escape(label) for label in labels]
        assert [page.content.decode().rstrip() for page in filled] == written


def test_the_choice_and_the_tracker_stand_in_no_session_and_no_mail(voter, running):
    token = token_in(checked(voter, running, "02"))
    tracker = tracker_in(cast(voter, running, "02", token))

    kept = str(dict(voter.session.items()))
    mails = [f"{each.subject} {each.body}" for each in Notice.objects.all()]
    assert [word for word in (NAMES[1], token, tracker) if word in kept] == []
    assert [mail for mail in mails if tracker in mail] == []
    received = [mail for mail in mails if "sealed ballot" in mail]
    assert (len(received), [name for name in NAMES[1:2] if name in received[0]]) == (1, [])


def test_the_answer_to_the_cast_names_no_choice(voter, running):
    answer = cast(voter, running, "02", token_in(checked(voter, running, "02")))

    assert NAMES[1] not in answer.content.decode()
    assert read(voter, "ballot_of", running, 3).count("checked") == 0


def test_the_tracker_is_shown_nowhere_again(voter, running):
    tracker = tracker_in(cast(voter, running, "01", token_in(checked(voter, running, "01"))))

    pages = [read(voter, "ballot_of", running, 3)]
    pages += [read(voter, name, running) for name in ("election_detail", "board", "observe", "result")]

    assert [page for page in pages if tracker in page or tracker[:8] in page] == []


@pytest.mark.parametrize("form", [{}, {"line": "99"}, {"line": "1"}, {"line": ""}])
def test_a_line_that_is_not_on_the_ballot_comes_back_with_it(voter, running, form):
    check = voter.post(url("ballot_check", running, 3), form)
    answer = voter.post(url("ballot_cast", running, 3), form | {"token": "a" * 32})

    assert (check.status_code, answer.status_code) == (422, 422)
    assert not Envelope.objects.get(place=place_of(running, 3)).has_voted


def test_without_the_number_of_the_check_nothing_is_put_in(voter, running):
    answer = voter.post(url("ballot_cast", running, 3), {"line": "01"})

    assert (answer.status_code, Envelope.objects.filter(has_voted=True).count()) == (422, 0)


def test_another_member_and_a_stranger_neither_read_nor_cast(client, running):
    addresses = [url(name, running, 3) for name in ("ballot_of", "ballot_check", "ballot_cast")]
    form = {"line": "01", "token": "a" * 32}

    strangers = [client.get(addresses[0]), *(client.post(each, form) for each in addresses[1:])]
    client.force_login(person())
    others = [client.get(addresses[0]), *(client.post(each, form) for each in addresses[1:])]

    assert [each.status_code for each in strangers] == [302] * 3
    assert [each.status_code for each in others] == [403] * 3
    assert Envelope.objects.filter(has_voted=True).count() == 0


def test_a_form_left_open_past_the_close_is_refused_with_its_reason(client):
    published_members()
    election = open_secret_vote(Papers(), now=database_now() - HOUR * 24 * 30)
    client.force_login(holder_of(place_of(election, 3)))

    page = read(client, "ballot_of", election, 3)
    answer = cast(client, election, "01", "a" * 32)

    assert ("You cannot vote now" in page, 'name="line"' in page) == (True, False)
    assert answer.status_code == 403
    assert Envelope.objects.filter(has_voted=True).count() == 0


def test_a_barred_place_reads_why_it_cannot_vote(voter, running):
    put_in(running, 3, "1", at=database_now())
    bar_place(place=place_of(running, 3), reason="Recused.", by=officer(), now=database_now())

    answer = voter.get(url("ballot_of", running, 3))
    page = answer.content.decode()

    assert (answer.status_code, "This place on the roll is barred from voting." in page) == (403, True)
    assert ('name="line"' in page, "Recused." in page) == (False, False)


def test_where_voting_again_is_not_allowed_the_pages_say_so(client):
    published_members()
    election = open_secret_vote(Papers(), now=database_now() - HOUR, rules={"vote_again_allowed": False})
    client.force_login(holder_of(place_of(election, 3)))

    before = read(client, "ballot_of", election, 3)
    answer = cast(client, election, "01", token_in(checked(client, election, "01")))
    after = read(client, "ballot_of", election, 3)

    assert "Each member votes once" in before
    assert "Vote again" not in answer.content.decode()
    assert "You cannot vote now" in after


def test_a_ratification_is_asked_with_yes_and_no(client):
    published_members()
    election = open_secret_vote(
        Papers(), now=database_now() - HOUR, names=["Uma Unica"], rules={"uncontested": "ratification"}
    )
    client.force_login(holder_of(place_of(election)))

    page = read(client, "ballot_of", election, 1)

    assert "Shall Uma Unica be elected?" in page
    assert re.findall(r'name="line" value="(\d+)"', page) == ["01", "02", "03"]


def test_the_ballot_pages_are_small_and_ask_no_script(voter, running):
    check = checked(voter, running, "01")
    answer = cast(voter, running, "01", token_in(check))
    page = read(voter, "ballot_of", running, 3)

    weights = [len(gzip.compress(page.encode())), len(check.content), len(gzip.compress(answer.content))]
    assert [weight for weight in weights if weight > LARGEST_PAGE] == []
    assert "<script" not in page + check.content.decode() + answer.content.decode()


def queries(client, election: Election, number: int) -> int:
    with CaptureQueriesContext(connection) as caught:
        read(client, "ballot_of", election, number)
    return len(caught)


def test_the_ballot_asks_no_more_of_the_database_on_a_longer_roll(client):
    accredited("Red Andina", "PE"), accredited("Red Costa", "PE")
    short = open_secret_vote(Papers(), now=database_now() - HOUR)
    client.force_login(holder_of(place_of(short)))
    few = queries(client, short, 1)
    published_members()
    long = open_secret_vote(
        Papers(), now=database_now() - HOUR, post="chair_elect", names=[f"Candidate {n}" for n in range(9)]
    )
    member = Member.objects.filter(name="Red Ceibo").get()
    place = long.places.get(member=member)
    client.force_login(holder_of(place))

    assert queries(client, long, place.number) == few
