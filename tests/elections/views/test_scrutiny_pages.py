"""The pages of a scrutineer: what to do now, the code shown once and typed back, and the layers."""

import json
import re
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from django.utils.html import strip_tags

from elections.enums.seals import Purpose
from elections.models import Election, MixedEnvelope, Opening, Scrutineer, Tally
from elections.rules.bundle import dumps
from elections.services.calls import annul_election
from elections.services.keys import freeze_key
from elections.services.scrutineers import make_code, name_scrutineer
from lacralo.core.audit.guards import drop_guards
from lacralo.core.deadlines.clock import database_now
from tests.builders import accredited, person
from tests.elections.builders import officer
from tests.elections.poll import HOUR, end_of_vote
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

PAGES = ("scrutiny", "scrutiny_code", "scrutiny_confirm")
LARGEST_PAGE = 20_000
WRONG = "These words are a code, but not your code for this vote."
FEW = 4
NOT_SHOWN = "What you typed is a secret, so it is not shown again"


def url(name: str, election: Election, *args) -> str:
    return reverse(f"elections:{name}", args=[election.slug, *args])


def text_of(response) -> str:
    """What a reader reads on the page."""
    return re.sub(r"\s+", " ", unescape(strip_tags(response.content.decode())))


def carried(response) -> str:
    """The file as the page of a recount carries it."""
    return re.search(r'name="content" value="([^"]+)"', response.content.decode())[1]


def saved(client, election: Election, response):
    """What the browser saves when the button of that page is pressed."""
    return client.post(url("scrutiny_save", election), {"content": carried(response)})


def read(client, name: str, election: Election, *args) -> str:
    response = client.get(url(name, election, *args))
    assert response.status_code == 200, text_of(response)
    return text_of(response)


def words_on(response) -> list[str]:
    """The words that a page shows as a code."""
    shown = re.search(r'<ol class="words".*?</ol>', response.content.decode(), re.DOTALL)
    return re.findall(r"<li>(.*?)</li>", shown[0]) if shown else []


def known_to(response, words: list[str]) -> int:
    """How many of the words stand anywhere in the page; a few do by chance, in its sentences."""
    content = response.content.decode()
    return sum(bool(re.search(rf"\b{word}\b", content)) for word in {*words})


def states_on(client, election: Election) -> list[str]:
    """The state of each step of the scrutineer's page, in order."""
    content = client.get(url("scrutiny", election)).content.decode()
    steps = re.search(r'<ol class="steps">.*?</ol>', content, re.DOTALL)[0]
    return re.findall(r'<li class="(done|now|next)"', steps)


def before(scrutineer: Scrutineer) -> Client:
    """A browser in which the scrutineer is signed in, second factor shown."""
    return at_the_desk(Client(), scrutineer.person)


def wrong_code() -> str:
    """Words that are a code, of nobody."""
    return " ".join(["legal winner thank year wave sausage worth useful legal winner thank yellow"])


@pytest.fixture(autouse=True)
def _english():
    with translation.override("en"):
        yield


@pytest.fixture
def papers():
    return Papers()


@pytest.fixture
def coming():
    """A secret vote that opens in two days."""
    return secret_election(now=database_now() + timedelta(days=2))


@pytest.fixture
def named(coming):
    """Its first scrutineer, without a code."""
    return name_scrutineer(election=coming, person=scrutineer_person(), by=officer(), now=database_now())


@pytest.fixture
def closed(papers):
    """A secret vote with six envelopes, closed and mixed."""
    for _ in range(6):
        accredited()
    election = open_secret_vote(papers, now=database_now() - timedelta(days=20))
    at = election.frozen_at + HOUR
    put_in_many(election, {number: "1" if number % 3 else "2" for number in range(1, 7)}, at=at)
    return mixed(election)


def scrutineers(election: Election) -> list[Scrutineer]:
    return list(election.scrutineers.present().select_related("person").order_by("number"))


# The page, step by step


def test_the_page_says_at_each_moment_what_to_do_now(coming, named, papers):
    client, now = before(named), database_now()

    seen = [states_on(client, coming)]
    papers.words[named.pk] = " ".join(words_on(client.post(url("scrutiny_code", coming))))
    seen.append(states_on(client, coming))
    client.post(url("scrutiny_confirm", coming), {"code": papers.of(named)})
    seen.append(states_on(client, coming))
    others = with_codes(coming, papers, number=2, at=now)
    freeze_key(election=coming, by=officer(), now=now)
    seen.append(states_on(client, coming))
    for each in (named, others[0]):
        before(each).post(url("scrutiny_open", coming, "rehearsal"), {"code": papers.of(each)})
    seen.append(states_on(client, coming))

    assert seen == [
        ["now"] + ["next"] * 7,
        ["done", "now"] + ["next"] * 6,
        ["done", "done", "now"] + ["next"] * 5,
        ["done"] * 3 + ["now"] + ["next"] * 4,
        ["done"] * 4 + ["now"] + ["next"] * 3,
    ]


def test_after_the_close_the_page_asks_to_open_and_then_to_recount(closed, papers):
    client = before(scrutineers(closed)[0])

    waiting = states_on(client, closed)
    opened(closed, papers)
    counted = states_on(client, closed)

    assert waiting == ["done"] * 5 + ["now", "next", "next"]
    assert counted == ["done"] * 6 + ["now", "next"]


def test_a_lost_code_before_the_opening_leads_back_to_the_second_step(coming, papers):
    own, *_ = rehearsed(coming, papers, at=database_now())
    client = before(own)

    warned = read(client, "scrutiny_code", coming)
    client.post(url("scrutiny_code", coming))

    assert "The key of the vote is given up too." in warned
    assert states_on(client, coming) == ["done", "now"] + ["next"] * 6


def test_the_page_says_before_the_vote_what_happens_when_codes_are_lost(coming, named):
    page = read(before(named), "scrutiny", coming)

    assert "Any 2 of the 3 codes open the envelopes; fewer open nothing" in page
    assert "No ballot is counted; the vote is annulled and run again." in page


def test_after_the_opening_the_page_refuses_a_new_code_with_the_reason(closed, papers):
    client = before(scrutineers(closed)[0])

    page = read(client, "scrutiny", closed)

    assert "The vote was opened; scrutineers, codes and key can no longer change." in page
    assert client.get(url("scrutiny_code", closed)).status_code == 403
    assert client.post(url("scrutiny_code", closed)).status_code == 403


def test_the_page_shows_the_key_and_the_list_to_compare_with_the_mails(closed):
    page = read(before(scrutineers(closed)[0]), "scrutiny", closed)

    assert page.count(closed.keys.get().public_key) == 1
    assert page.count(closed.board.list_hash) == 1


def test_an_annulled_vote_leaves_only_the_paper_to_destroy(closed):
    annul_election(election=closed, reason="The box was lost.", by=officer(), now=database_now())
    client = before(scrutineers(closed)[0])

    assert states_on(client, closed) == ["done"] * 5 + ["next", "next", "now"]
    assert "Nothing is opened any more. Destroy your paper." in read(client, "scrutiny", closed)


# Who may come here


def test_only_a_present_scrutineer_of_this_vote_finds_the_pages(coming, named):
    other = secret_election(now=database_now() + timedelta(days=2), post="chair_elect")
    elsewhere = name_scrutineer(election=other, person=scrutineer_person(), by=officer(), now=database_now())
    gone = name_scrutineer(election=coming, person=scrutineer_person(), by=officer(), now=database_now())
    Scrutineer.objects.filter(pk=gone.pk).update(released_at=database_now())

    found = {}
    nobody = person()
    for who in (named.person, elsewhere.person, gone.person, officer(), nobody):
        client = at_the_desk(Client(), who)
        found[who.pk] = [client.get(url(name, coming)).status_code for name in PAGES]

    assert found == {
        named.person.pk: [200, 200, 403],
        elsewhere.person.pk: [404] * 3,
        gone.person.pk: [404] * 3,
        officer().pk: [404] * 3,
        nobody.pk: [404] * 3,
    }


def test_a_stranger_is_asked_to_sign_in_and_an_unknown_purpose_is_not_found(coming, named):
    assert [Client().get(url(name, coming)).status_code for name in PAGES] == [302] * 3
    assert before(named).get(url("scrutiny_open", coming, "theft")).status_code == 404


def test_a_layer_cannot_be_removed_before_its_time(coming, papers):
    own, *_ = rehearsed(coming, papers, at=database_now())
    client = before(own)

    answers = [
        client.post(url("scrutiny_open", coming, each), {"code": papers.of(own)}).status_code
        for each in Purpose
    ]

    assert answers == [403, 403, 403]
    assert Opening.objects.exclude(purpose=Purpose.REHEARSAL).count() == 0


# The words


def test_the_words_stand_in_one_answer_and_in_no_other(coming, named):
    client = before(named)

    asked = client.get(url("scrutiny_code", coming))
    shown = client.post(url("scrutiny_code", coming))
    words = words_on(shown)
    again = client.get(url("scrutiny_code", coming))
    page = client.get(url("scrutiny", coming))

    assert (len(words), known_to(shown, words)) == (12, len({*words}))
    assert [each for each in (asked, again, page) if known_to(each, words) > FEW] == []
    assert "no-store" in shown["Cache-Control"]


def test_the_paper_names_the_vote_the_scrutineer_and_the_day(coming, named):
    paper = text_of(before(named).post(url("scrutiny_code", coming)))

    assert f"Vote{coming.title}" in paper
    assert f"Number 1: {named.person.name}" in paper
    assert "Checked word by word, date and signature:" in paper


def test_no_word_is_kept_in_session_cookies_or_messages(coming, named):
    client = before(named)
    words = words_on(client.post(url("scrutiny_code", coming)))
    confirmed = client.post(url("scrutiny_confirm", coming), {"code": " ".join(words)})

    kept = json.dumps([each.get_decoded() for each in Session.objects.all()], default=str)
    cookies = " ".join(each.OutputString() for each in client.cookies.values())
    after = text_of(client.get(confirmed.url))

    pair = f"{words[0]} {words[1]}"
    assert [pair in each for each in (kept, cookies, after, confirmed.url)] == [False] * 4
    assert "Your code is right. Keep the paper until the result is final." in after


def test_a_second_code_gives_the_first_up(coming, named):
    client = before(named)
    first = " ".join(words_on(client.post(url("scrutiny_code", coming))))
    client.post(url("scrutiny_code", coming))

    answer = client.post(url("scrutiny_confirm", coming), {"code": first})

    assert (answer.status_code, WRONG in text_of(answer)) == (422, True)


# Typing it back


@pytest.mark.parametrize(
    ("slip", "sentence"),
    [
        (lambda words: "", "This field is required."),
        (lambda words: " ".join(words[:11]), "A code has 12 words; you typed more or fewer."),
        (
            lambda words: " ".join([*words[:3], "xyzzy", *words[4:]]),
            "Word number 4 is not a word of any code in this language.",
        ),
        (lambda words: wrong_code(), WRONG),
    ],
    ids=["nothing", "eleven", "unknown", "another"],
)
def test_a_slip_is_named_and_nothing_typed_comes_back(coming, named, slip, sentence):
    client = before(named)
    typed = slip(words_on(client.post(url("scrutiny_code", coming))))

    answer = client.post(url("scrutiny_confirm", coming), {"code": typed})

    assert (answer.status_code, sentence in text_of(answer)) == (422, True)
    assert NOT_SHOWN in text_of(answer)
    assert known_to(answer, typed.split()) <= FEW
    named.refresh_from_db()
    assert named.confirmed_at is None


def test_the_remedy_stands_beside_the_field(coming, named):
    client = before(named)
    client.post(url("scrutiny_code", coming))

    answer = client.post(url("scrutiny_confirm", coming), {"code": wrong_code()})

    errors = re.search(
        r'<ul class="errorlist" id="id_code_error".*?</ul>', answer.content.decode(), re.DOTALL
    )
    assert "Look for the paper of this vote." in errors[0]
    assert "Wrong codes in a row so far: 1 of 5." in text_of(answer)


def test_after_five_wrong_codes_the_page_takes_no_more_and_says_until_when(coming, named):
    client = before(named)
    client.post(url("scrutiny_code", coming))

    answers = [client.post(url("scrutiny_confirm", coming), {"code": wrong_code()}) for _ in range(5)]
    refused = client.post(url("scrutiny_confirm", coming), {"code": wrong_code()})

    assert [each.status_code for each in answers] + [refused.status_code] == [422] * 5 + [403]
    assert "Five wrong codes in a row: the next try is possible from" in text_of(answers[-1])
    assert ["<textarea" in each.content.decode() for each in (answers[0], answers[-1])] == [True, False]


def test_a_code_that_was_typed_back_is_not_asked_for_again(coming, papers):
    own, *_ = with_codes(coming, papers, at=database_now())

    assert before(own).get(url("scrutiny_confirm", coming)).status_code == 403


# The layers


def test_two_scrutineers_rehearse_on_their_pages(coming, papers):
    first, _, third = with_codes(coming, papers, at=database_now())
    freeze_key(election=coming, by=officer(), now=database_now())
    rehearsal = url("scrutiny_open", coming, "rehearsal")

    alone = read(before(third), "scrutiny_open", coming, "rehearsal")
    before(first).post(rehearsal, {"code": papers.of(first)})
    last = read(before(third), "scrutiny_open", coming, "rehearsal")
    twice = before(first).post(rehearsal, {"code": papers.of(first)})
    done = before(third).post(rehearsal, {"code": papers.of(third)}, follow=True)

    assert "Nobody has begun. 2 scrutineers are needed, in any order." in alone
    assert f"Layers removed so far, by: {first.person.name}. 1 more scrutineer is needed." in last
    assert "You are the last one who is needed: with your code the test ballot is opened at once." in last
    assert twice.status_code == 403
    assert "The test ballot is open: the rehearsal is done." in text_of(done)


def test_two_scrutineers_open_and_the_second_is_led_to_the_result(closed, papers):
    first, second, _ = scrutineers(closed)
    count = url("scrutiny_open", closed, "count")

    one = before(first).post(count, {"code": papers.of(first)})
    two = before(second).post(count, {"code": papers.of(second)})

    assert (one.url, two.url) == (url("scrutiny", closed), url("result", closed))
    assert Tally.objects.filter(election=closed).count() == 1


def test_the_page_shows_who_took_part_in_each_opening(closed, papers):
    opened(closed, papers, by=(2, 0))
    first, _, third = (each.person.name for each in scrutineers(closed))

    content = before(scrutineers(closed)[1]).get(url("scrutiny", closed)).content.decode()

    table = re.search(r"<caption>Openings so far</caption>.*?</table>", content, re.DOTALL)[0]
    assert re.findall(r'data-label="Layers removed by">(.*?)</td>', table) == [
        ", ".join(each.person.name for each in scrutineers(closed)[:2]),
        f"{third}, {first}",
    ]


def test_a_code_of_another_scrutineer_opens_nothing_and_does_not_come_back(closed, papers):
    first, second, _ = scrutineers(closed)

    answer = before(first).post(url("scrutiny_open", closed, "count"), {"code": papers.of(second)})

    assert (answer.status_code, WRONG in text_of(answer)) == (422, True)
    assert papers.of(second) not in text_of(answer)
    assert Opening.objects.filter(purpose=Purpose.COUNT).count() == 0


def test_the_last_scrutineer_of_a_recount_gets_a_page_with_the_file_and_without_the_code(closed, papers):
    opened(closed, papers)
    first, second, _ = scrutineers(closed)
    recount = url("scrutiny_open", closed, "recount")

    before(first).post(recount, {"code": papers.of(first)})
    told = read(before(second), "scrutiny_open", closed, "recount")
    client = before(second)
    answer = client.post(recount, {"code": papers.of(second)})
    file = saved(client, closed, answer)

    assert "the file is as secret as your paper" in told
    assert file["Content-Disposition"] == f'attachment; filename="{closed.slug}-recount.json"'
    assert len(file.json()["ballots"]) == 6
    assert ["no-store" in each["Cache-Control"] for each in (answer, file)] == [True, True]
    assert papers.of(second) not in answer.content.decode()
    assert f"python3 lacralo_verify.py {closed.slug}-recount.json" in text_of(answer)


def test_the_file_of_a_recount_is_as_long_as_if_all_had_chosen_what_is_longest(closed, papers):
    opened(closed, papers)
    first, second, _ = scrutineers(closed)
    remove(first, papers, Purpose.RECOUNT, at=database_now())

    client = before(second)
    answer = client.post(
        url("scrutiny_open", closed, "recount"),
        {"code": papers.of(second)},
        headers={"Accept-Encoding": "gzip"},
    )

    response = saved(client, closed, answer)
    file = response.json()
    assert {each["choice"] for each in file["ballots"]} == {"1", "2"}
    longest = [each | {"choice": "abstain"} for each in file["ballots"]]
    assert len(response.content) == len(dumps(file | {"ballots": longest}).encode())
    assert re.fullmatch(r"[\w-]+=*", carried(answer))
    assert response["Content-Encoding"] == "identity"
    assert answer["Content-Encoding"] == "identity"


def test_the_page_of_a_recount_loaded_again_begins_no_other(closed, papers):
    opened(closed, papers)
    first, second, _ = scrutineers(closed)
    recount = url("scrutiny_open", closed, "recount")
    one, other = before(first), before(second)
    forms = [
        {"code": papers.of(each), "ended_before": re.search(r'name="ended_before" value="(\d+)"', page)[1]}
        for each, page in (
            (who, client.get(recount).content.decode()) for who, client in ((first, one), (second, other))
        )
    ]

    one.post(recount, forms[0])
    answer = other.post(recount, forms[1])
    again = other.post(recount, forms[1])

    assert (answer.status_code, again.status_code) == (200, 403)
    assert "An opening has ended since this form was made" in text_of(again)
    assert not Opening.objects.filter(ended_at=None).exists()


@pytest.mark.parametrize("content", ["", "not base64!", "a" * 1_000_001])
def test_what_is_no_file_of_a_recount_is_not_answered(closed, content):
    client = before(scrutineers(closed)[0])

    assert client.post(url("scrutiny_save", closed), {"content": content}).status_code == 404
    assert client.get(url("scrutiny_save", closed)).status_code == 405


def test_an_opening_that_stops_says_why_and_what_now(closed, papers):
    drop_guards(connection)
    MixedEnvelope.objects.first().delete()
    first, second, _ = scrutineers(closed)
    remove(first, papers, Purpose.COUNT, at=end_of_vote(closed) + HOUR)

    client = before(second)
    answer = client.post(url("scrutiny_open", closed, "count"), {"code": papers.of(second)}, follow=True)

    page = text_of(answer)
    assert answer.redirect_chain == [(url("scrutiny", closed), 302)]
    assert "Nothing was opened: something is not in order. This page says what." in page
    assert "Stopped: Open the envelopes and count" in page
    assert "There are 5 envelopes, but 6 places are marked as having voted." in page
    assert Tally.objects.count() == 0


# Size and queries


def test_a_page_takes_as_many_queries_with_five_scrutineers_as_with_one(papers):
    now = database_now()
    election = secret_election(now=now + timedelta(days=2), rules={"scrutineers": 5})
    own, *_ = with_codes(election, papers, number=1, at=now)
    client = before(own)
    client.get(url("scrutiny", election))

    with CaptureQueriesContext(connection) as few:
        client.get(url("scrutiny", election))
    with_codes(election, papers, number=4, at=now)
    with CaptureQueriesContext(connection) as many:
        client.get(url("scrutiny", election))

    assert len(many) == len(few)


def test_the_words_of_every_language_are_read_back(coming):
    who = scrutineer_person()
    who.language = "pt-br"
    who.save()
    own = name_scrutineer(election=coming, person=who, by=officer(), now=database_now())
    words = " ".join(make_code(scrutineer=own, by=who, now=database_now()))

    answer = before(own).post(url("scrutiny_confirm", coming), {"code": words.upper().replace(" ", ",\n")})

    assert answer.url == url("scrutiny", coming)
