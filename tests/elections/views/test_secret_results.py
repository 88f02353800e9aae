"""The result of a secret vote: while it runs, when it is closed, and at every fineness of its publication."""

import re
from fractions import Fraction

import pytest
from django.utils import translation

from elections.enums import TallyState
from elections.enums.publication import Publication
from elections.models import Election, Tally
from elections.rules.count import ABSTAIN, Ballot, plurality, with_quorum
from elections.rules.publishing import secret_quorum, secret_tally, secret_trace
from elections.rules.quorum import assess
from elections.selectors.ballots import elected_nomination
from elections.selectors.elections import rules_of
from elections.services.proclamations import proclaim
from elections.services.sealed_ballots import bar_place
from lacralo.core.deadlines.clock import database_now
from lacralo.core.notifications.models import Notice
from tests.elections.builders import officer
from tests.elections.poll import HOUR, end_of_vote, place_of, published_members
from tests.elections.sealed import Papers, mixed, open_secret_vote, opened, put_in, put_in_many
from tests.elections.views.test_voting_pages import read, url

pytestmark = pytest.mark.django_db

#: Sixteen for one, ten for the other, four abstain.
CHOICES = {n: ABSTAIN if n % 8 == 0 else "2" if n % 3 == 0 else "1" for n in range(1, 31)}


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


def text(page: str) -> str:
    """The words of a page, its spaces joined."""
    return " ".join(re.sub(r"<[^>]+>", " ", page.split("<main", 1)[1]).split())


def published_at(election: Election, level: Publication, choices=None, **rules) -> Tally:
    """The vote was closed, counted and published at that level, as the count writes it."""
    choices = CHOICES if choices is None else choices
    put_in_many(election, dict.fromkeys(choices, "1"), at=database_now())
    mixed(election)
    places = {place.number: place.weight for place in election.places.all()}
    ballots = [Ballot(str(number), places[number], choice) for number, choice in choices.items()]
    found = plurality(ballots, ("1", "2"))
    quorum = assess(
        base=42, ballots=found.cast.heads, abstentions=found.abstentions.heads, rules=rules_of(election)
    )
    found = with_quorum(found, quorum)
    facts = {"level": level, "roll_total": sum(places.values(), Fraction(0))}
    told = secret_tally(found, **facts)
    tally = Tally.objects.create(
        election=election,
        counted_at=end_of_vote(election) + HOUR,
        state=found.state,
        elected=elected_nomination(election, found.elected),
        record={
            "tally": told,
            "trace": secret_trace(found, quorum, **facts),
            "quorum": secret_quorum(quorum, level=level),
        },
        digest="0" * 64,
    )
    election.refresh_from_db()
    election.counted_at = tally.counted_at
    election.save()
    return tally


@pytest.mark.parametrize(
    ("number", "told"), [(0, "fewer than 5 of 42"), (4, "fewer than 5 of 42"), (5, "5 of 42")]
)
def test_while_it_runs_heads_alone_are_shown_and_only_from_five_on(client, running, number, told):
    put_in_many(running, {n: "1" for n in range(1, number + 1)}, at=database_now())

    page = text(read(client, "result", running))
    participation = page[page.index("Voted:") : page.index("Quorum:")]

    assert told in participation
    assert "weight" not in participation
    assert f"{number} of 42" not in page or number == 5
    assert place_of(running, 1).member_name not in page


def test_with_fewer_than_five_the_quorum_tells_no_number_either(client, running):
    put_in_many(running, {1: "1", 2: "1"}, at=database_now())

    page = text(read(client, "result", running))

    assert "Quorum: 21 of 42 active members needed." in page
    assert "Quorum not met" not in page


def test_where_abstentions_do_not_count_only_the_count_tells_of_the_quorum(client, papers):
    published_members()
    election = open_secret_vote(papers, now=database_now() - HOUR, rules={"quorum_counts_abstentions": False})
    put_in_many(election, {n: "1" for n in range(1, 26)}, at=database_now())

    running = text(read(client, "result", election))
    mixed(election)
    closed = text(read(client, "result", election))

    told = "Quorum: 21 of 42 active members needed. Abstentions do not count for it, so that the count alone"
    assert (told in running, told in closed) == (True, True)


def test_after_the_close_it_waits_for_its_scrutineers_by_name(client, running, papers):
    put_in_many(running, CHOICES, at=database_now())
    mixed(running)
    closed = text(read(client, "result", running))
    opened(running, papers, by=(0,))
    begun = text(read(client, "result", running))

    first = running.scrutineers.get(number=1).person.name
    assert "30 envelopes are in the box, mixed and sealed. 2 scrutineers still have to type" in closed
    assert f"1 scrutineer still has to type the code. Done: {first}" in begun


def test_after_the_close_who_voted_is_public_and_never_what(client, running):
    put_in(running, 3, "1", at=database_now())
    put_in_many(running, {n: "1" for n in range(4, 12)}, at=database_now())
    bar_place(place=place_of(running, 4), reason="Recused.", by=officer(), now=database_now())
    mixed(running)

    page = read(client, "result", running)

    rows = dict(re.findall(r'<th scope="row">([^<]+)</th>.*?Took part">([^<]+)</td>', page, re.DOTALL))
    names = [place_of(running, number).member_name for number in (3, 4, 20)]
    assert [rows[name.replace("'", "&#x27;")] for name in names] == ["Voted", "Barred", "Did not vote"]
    assert ("Choice" in page, "Cast by" in page) == (False, False)


def test_where_the_rules_do_not_publish_the_voters_none_is_named(client, papers):
    published_members()
    election = open_secret_vote(papers, now=database_now() - HOUR, rules={"voters_published": False})
    put_in_many(election, CHOICES, at=database_now())
    mixed(election)
    opened(election, papers)

    page = read(client, "result", election)

    assert place_of(election, 1).member_name not in page


ROUNDED = [
    (Publication.ONE, "multiples of 1,"),
    (Publication.FIVE, "multiples of 5,"),
    (Publication.TEN, "multiples of 10,"),
]


@pytest.mark.parametrize(("level", "step"), ROUNDED)
def test_rounded_sums_are_told_as_rounded_with_the_reason(client, running, level, step):
    tally = published_at(running, level)

    page = text(read(client, "result", running))

    totals = {each["option"]: each for each in tally.record["tally"]["totals"]}
    assert f"rounded to {step} so that nobody's vote can be worked out" in page
    assert f"about {totals['1']['weight']}" in page
    assert f"{totals['1']['heads']} of 27 ballots that decide" in page


def test_exact_sums_are_told_as_exact(client, running):
    published_at(running, Publication.EXACT)

    page = text(read(client, "result", running))

    assert "The weighted votes are exact" in page
    assert "about " not in page[page.index("Votes ") : page.index("The count, line by line")]


def test_where_nothing_passes_only_the_outcome_is_published_and_why(client, running):
    tally = published_at(running, Publication.OUTCOME)

    page = text(read(client, "result", running))
    votes = page[page.index("Only the outcome of this vote") : page.index("Who voted")]

    assert "even rounded sums could show how somebody voted" in votes
    assert f"{tally.record['tally']['cast']['heads']} ballots were counted" in votes
    assert "ballots that decide" not in page
    assert "Ana Alva alone has the highest exact total" in votes


@pytest.mark.parametrize("level", Publication)
def test_no_country_has_a_result_of_its_own_and_no_member_a_choice(client, running, level):
    published_at(running, level)

    page = read(client, "result", running)
    voters = page[page.index('id="voters"') if 'id="voters"' in page else page.index("Who voted") :]

    assert [name for name in ("Ana Alva", "Beto Brito", "Abstention") if name in voters] == []


def test_the_quorum_is_told_without_those_present_where_they_would_give_abstentions_away(client, papers):
    published_members()
    election = open_secret_vote(papers, now=database_now() - HOUR, rules={"quorum_counts_abstentions": False})
    published_at(election, Publication.OUTCOME)

    page = text(read(client, "result", election))

    assert "Quorum: 21 of 42 active members needed. Quorum met Abstentions do not count for it." in page
    assert "27 of 42" not in page


@pytest.mark.parametrize(
    ("choices", "state", "told"),
    [
        ({n: "1" for n in range(1, 11)}, TallyState.NO_QUORUM, "Too few members took part"),
        ({n: ABSTAIN for n in range(1, 31)}, TallyState.NO_VOTES, "Nobody voted for a candidate"),
    ],
)
def test_a_vote_that_elects_nobody_says_so(client, running, choices, state, told):
    tally = published_at(running, Publication.OUTCOME, choices)

    page = text(read(client, "result", running))

    assert (tally.state, told in page) == (state, True)


def test_a_real_count_goes_from_the_box_to_the_page_and_into_the_bundle(client, running, papers):
    put_in_many(running, CHOICES, at=database_now())
    mixed(running)
    opened(running, papers)

    page = text(read(client, "result", running))
    bundle = client.get(url("bundle", running)).json()

    assert "Ana Alva has the most weighted votes" in page
    assert (bundle["ballots"], bundle["box"]["envelopes"]) == ([], 30)


def test_the_proclaimed_result_names_the_elected_and_links_board_observers_and_verifier(client, papers):
    published_members()
    election = open_secret_vote(papers, now=database_now() - HOUR)
    published_at(election, Publication.FIVE)
    proclaim(election=election, by=officer(), now=end_of_vote(election) + 24 * 60 * HOUR)

    page = read(client, "result", election)

    assert "is elected." in page
    links = [url(name, election) for name in ("board", "observe", "promises", "verify_how", "proclamation")]
    assert [link for link in links if link not in page] == []


def test_no_mail_of_a_secret_vote_promises_who_voted_how(papers):
    published_members()
    election = open_secret_vote(papers, now=database_now() - HOUR)
    published_at(election, Publication.FIVE)
    proclaim(election=election, by=officer(), now=end_of_vote(election) + 24 * 60 * HOUR)

    mails = [each.body for each in Notice.objects.all()]

    assert [mail for mail in mails if "who voted how" in mail or "waits to be counted" in mail] == []
    proclaimed = [mail for mail in mails if "is elected" in mail]
    assert [mail for mail in proclaimed if "as far as it is published of a secret vote" not in mail] == []
    assert len(proclaimed) >= 42


def test_how_to_verify_names_the_tracker_and_the_recount_of_the_scrutineers(client, running, papers):
    put_in_many(running, CHOICES, at=database_now())
    mixed(running)
    opened(running, papers)

    page = read(client, "verify_how", running)

    commands = (
        f"{running.slug}-bundle.json --tracker",
        f"{running.slug}-recount.json",
        url("scrutiny", running),
    )
    assert [each for each in commands if each not in page] == []
    assert "from the published ballots" not in page


def test_the_page_of_the_election_names_kind_scrutineers_and_the_promises(client, running):
    page = read(client, "election_detail", running)

    names = [each.person.name for each in running.scrutineers.all()]
    links = [url(name, running) for name in ("ballot", "board", "observe", "promises", "result")]
    assert [each for each in (*names, *links) if each not in page] == []


def test_a_scrutineer_finds_their_page_and_nobody_else_does(client, running):
    one = running.scrutineers.get(number=1).person
    public = read(client, "election_detail", running)
    client.force_login(one)

    assert (
        url("scrutiny", running) in public,
        url("scrutiny", running) in read(client, "election_detail", running),
    ) == (
        False,
        True,
    )
