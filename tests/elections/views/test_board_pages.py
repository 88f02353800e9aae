"""The board, the page of observers and what a secret vote promises, as the public reads them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from elections.enums.seals import Outcome, Purpose, Seal
from elections.models import Board, Election, Observer, Opening
from elections.rules.fingerprints import digest
from elections.selectors.witness import witness_facts
from elections.services.ballots import open_vote
from elections.services.calls import annul_election
from elections.services.keys import freeze_key
from elections.services.postponements import postpone_vote
from elections.services.sealed_ballots import bar_place
from lacralo.core.audit.chain import head
from lacralo.core.deadlines.clock import database_now
from tests.builders import accredited, person
from tests.elections.builders import officer
from tests.elections.poll import HOUR, open_vote_of, place_of, published_members
from tests.elections.sealed import (
    Papers,
    mixed,
    open_secret_vote,
    opened,
    put_in,
    put_in_many,
    rehearsed,
    remove,
    secret_election,
    with_codes,
)
from tests.elections.views.test_voting_pages import read, url

pytestmark = pytest.mark.django_db

PUBLIC = ("board", "observe", "promises", "result", "election_detail", "verify_how")


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def papers():
    return Papers()


@pytest.fixture
def running(papers):
    """A secret vote that has been open for an hour by the clock of the database."""
    published_members()
    return open_secret_vote(papers, now=database_now() - HOUR)


def asked(client, election: Election, tracker: str) -> str:
    answer = client.post(url("board", election), {"tracker": tracker})
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_public_reads_every_page_at_every_stage_of_the_vote(client, papers):
    published_members()
    election = secret_election(now=database_now())
    stages = []

    def seen():
        election.refresh_from_db()
        stages.append([read(client, name, election)[:0] for name in PUBLIC])

    seen()
    people = with_codes(election, papers, at=database_now())
    seen()
    freeze_key(election=election, by=officer(), now=database_now())
    remove(people[0], papers, Purpose.REHEARSAL, at=database_now())
    seen()
    remove(people[1], papers, Purpose.REHEARSAL, at=database_now())
    open_vote(election=election, by=officer(), now=database_now())
    seen()
    put_in_many(election, {n: "1" for n in range(1, 26)}, at=database_now())
    mixed(election)
    seen()
    opened(election, papers, by=(0,))
    seen()
    opened(election, papers, by=(1,))
    seen()

    assert len(stages) == 7


def test_the_board_tells_of_one_tracker_what_became_of_it(client, running):
    first = put_in(running, 3, "1", at=database_now())
    last = put_in(running, 3, "2", at=database_now())
    void = put_in(running, 4, "2", at=database_now())
    bar_place(place=place_of(running, 4), reason="Recused.", by=officer(), now=database_now())

    states = [asked(client, running, each) for each in (last, first, void, "0" * 64)]

    words = [
        "In the box",
        "Replaced by a later ballot",
        "Void: the place was barred",
        "Not known in this vote",
    ]
    assert [[word for word in words if f'<p class="title">{word}' in page] for page in states] == [
        [word] for word in words
    ]
    tones = ("good", "plain", "warn", "bad")
    assert [f'class="banner {tone}"' in page for tone, page in zip(tones, states, strict=True)] == [True] * 4


def test_a_tracker_with_spaces_and_capitals_is_read_and_another_text_is_refused(client, running):
    tracker = put_in(running, 3, "1", at=database_now())
    spaced = " ".join(tracker[n : n + 8] for n in range(0, 64, 8)).upper()

    wrong = client.post(url("board", running), {"tracker": "not a tracker"})

    assert "In the box" in asked(client, running, spaced)
    assert (wrong.status_code, "A tracker has 64 characters" in wrong.content.decode()) == (422, True)


def test_until_the_close_the_board_lists_nothing_and_then_everything_sorted(client, running):
    trackers = put_in_many(running, {n: "1" for n in range(1, 7)}, at=database_now())
    replaced = trackers[1]
    trackers[1] = put_in(running, 1, "2", at=database_now())

    before = (read(client, "board", running), client.get(url("board_json", running)).status_code)
    mixed(running)
    after = read(client, "board", running)
    lists = client.get(url("board_json", running)).json()

    assert ([each for each in [*trackers.values(), replaced] if each in before[0]], before[1]) == ([], 404)
    board = Board.objects.get()
    assert lists["trackers"] == sorted(trackers.values()) == board.trackers
    assert (lists["list"], lists["replaced"]) == (digest(sorted(trackers.values())), [replaced])
    positions = [after.index(each) for each in sorted(trackers.values())]
    assert positions == sorted(positions)
    assert [each for each in (board.list_hash, board.voters_hash) if each not in after] == []


def test_a_tracker_stands_in_no_address_and_the_answer_is_not_kept(client, running):
    tracker = put_in(running, 3, "1", at=database_now())

    by_link = client.get(url("board", running) + f"?tracker={tracker}")
    posted = client.post(url("board", running), {"tracker": tracker})

    assert "In the box" not in by_link.content.decode()
    assert "no-store" in posted["Cache-Control"]


def test_observe_shows_every_figure_that_the_mails_carry_and_the_head_of_the_chain(client, running, papers):
    put_in_many(running, {n: "1" for n in range(1, 26)}, at=database_now())
    mixed(running)
    opened(running, papers, by=(2, 0))
    running.refresh_from_db()

    page = read(client, "observe", running)

    facts = witness_facts(running)
    figures = [facts[name] for name in ("roll", "public_key", "list_hash", "voters_hash", "tally")]
    assert [each for each in (*figures, head().hash) if str(each) not in page] == []
    people = [each.person.name for each in running.scrutineers.order_by("number")]
    assert f"{people[2]}, {people[0]}" in page


def test_observe_says_who_was_barred_and_not_why(client, running):
    bar_place(place=place_of(running, 4), reason="A quarrel.", by=officer(), now=database_now())

    pages = [read(client, name, running) for name in ("observe", "result")]

    name = place_of(running, 4).member_name
    assert [(name in page, "A quarrel." in page) for page in pages] == [(True, False)] * 2


def test_a_postponement_is_told_with_its_reason(client, papers):
    published_members()
    election = secret_election(now=database_now() + 48 * HOUR)
    day = (database_now() + 24 * 20 * HOUR).date()
    while day.weekday() > 4:
        day = day.replace(day=day.day + 1) if day.day < 27 else day.replace(day=day.day - 3)
    postpone_vote(
        election=election, opens_on=day, reason="A paper is lost.", by=officer(), now=database_now()
    )

    assert [
        "A paper is lost." in read(client, name, election) for name in ("observe", "election_detail")
    ] == [
        True,
        True,
    ]


def test_a_stopped_opening_is_told_with_its_lines(client, running, papers):
    put_in_many(running, {n: "1" for n in range(1, 26)}, at=database_now())
    mixed(running)
    Opening.objects.create(
        key=running.keys.get(),
        purpose=Purpose.COUNT,
        started_at=database_now(),
        ended_at=database_now(),
        numbers=[1, 2],
        outcome=Outcome.STOPPED,
        because=[{"code": str(Seal.ENVELOPES_AND_PLACES_DIFFER), "facts": {"envelopes": 26, "places": 25}}],
    )

    pages = [read(client, name, running) for name in ("observe", "result")]

    sentence = "There are 26 envelopes, but 25 places are marked as having voted."
    assert [sentence in page for page in pages] == [True, True]


def test_an_annulled_vote_says_why_and_keeps_its_figures(client, running):
    annul_election(election=running, reason="Codes are lost.", by=officer(), now=database_now())

    page = read(client, "observe", running)

    assert ("Codes are lost." in page, witness_facts(running)["roll"] in page) == (True, True)


def test_a_person_begins_and_ends_to_observe(client, running):
    client.force_login(person("Olga Observa"))

    before = read(client, "observe", running)
    begun = client.post(url("observe_begin", running), follow=True)
    twice = client.post(url("observe_begin", running))
    ended = client.post(url("observe_end", running), follow=True)

    assert url("observe_begin", running) in before
    assert (begun.status_code, url("observe_end", running) in begun.content.decode()) == (200, True)
    assert (twice.status_code, ended.status_code) == (403, 200)
    assert [each.end is not None for each in Observer.objects.all()] == [True]


def test_a_stranger_reads_the_figures_and_is_asked_to_sign_in_for_mails(client, running):
    page = read(client, "observe", running)

    assert url("observe_begin", running) not in page
    assert client.post(url("observe_begin", running)).status_code == 302
    assert Observer.objects.count() == 0


@pytest.mark.parametrize(("scrutineers", "needed"), [(3, 2), (5, 3), (2, 2)])
def test_the_promises_name_the_scrutineers_and_how_many_of_them_are_needed(client, scrutineers, needed):
    published_members()
    rules = {"scrutineers": scrutineers, "scrutineers_needed": needed}
    election = secret_election(now=database_now() + 48 * HOUR, rules=rules)

    page = " ".join(read(client, "promises", election).split())

    assert (
        f"{scrutineers} scrutineers each hold a code of twelve words on paper; any {needed} of them" in page
    )
    assert f"If fewer than {needed} codes are left" in page


def test_the_promises_hold_what_the_frozen_key_says_when_rules_are_read_later(client, papers):
    published_members()
    election = secret_election(now=database_now() + 48 * HOUR)
    people = rehearsed(election, papers, at=database_now())

    page = read(client, "promises", election)

    assert [each.person.name for each in people if each.person.name not in page] == []


def test_a_roll_call_has_no_board_no_observers_and_no_promises(client):
    published_members()
    election = open_vote_of(now=database_now() - HOUR)

    assert [
        client.get(url(name, election)).status_code for name in ("board", "board_json", "observe", "promises")
    ] == [404] * 4


def queries(client, name: str, election: Election) -> int:
    with CaptureQueriesContext(connection) as caught:
        read(client, name, election)
    return len(caught)


@pytest.mark.parametrize("name", PUBLIC)
def test_a_longer_roll_and_more_observers_ask_no_more_of_the_database(client, name):
    accredited("Red Andina", "PE"), accredited("Red Costa", "PE")
    few_papers, many_papers = Papers(), Papers()
    short = open_secret_vote(few_papers, now=database_now() - HOUR)
    put_in_many(short, {1: "1", 2: "2"}, at=database_now())
    mixed(short)
    opened(short, few_papers)
    published_members()
    long = open_secret_vote(many_papers, now=database_now() - HOUR, post="chair_elect")
    put_in_many(long, {n: "1" if n % 3 else "2" for n in range(1, 31)}, at=database_now())
    bar_place(place=place_of(long, 40), reason="Recused.", by=officer(), now=database_now())
    for _ in range(3):
        Observer.objects.create(election=long, person=person(), start=database_now())
    mixed(long)
    opened(long, many_papers)
    read(client, name, short)

    assert queries(client, name, long) == queries(client, name, short)
