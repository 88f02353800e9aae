"""What people do to a secret vote at once, on a database with real locks."""

import re
import threading
from collections import Counter
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from elections.enums.seals import TrackerState
from elections.models import (
    Board,
    Election,
    ElectionKey,
    Envelope,
    MixedEnvelope,
    PublishedRoll,
)
from elections.selectors.box import custody_of, is_set_back, tracker_state
from elections.services.ballots import close_on_time, close_vote
from elections.services.sealed_ballots import bar_place, cast_sealed_ballot
from lacralo.core.audit.chain import verify
from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.clock import database_now
from lacralo.core.deadlines.models import Deadline
from lacralo.core.vault.seals import new_key, public_half
from lacralo.core.verdicts import Refused
from members.models import Member
from tests.builders import NOW, accredited, voter_of
from tests.elections.builders import announced, officer
from tests.elections.poll import HOUR, end_of_vote, holder_of, place_of
from tests.elections.races.together import at_once
from tests.elections.sealed import Papers, open_secret_vote, put_in, put_in_many

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

CASTS_AT_ONCE = 50
CLOSES = 25
INSTANT = timedelta(microseconds=1)


@pytest.fixture(autouse=True)
def members():
    """Places 1 (Jamaica), 2 and 3 (Peru)."""
    return [accredited("Red Andina", "PE"), accredited("Red Costa", "PE"), accredited("Red Canaria", "JM")]


def test_fifty_ballots_of_one_voter_at_once_are_one_envelope_and_fifty_posts_of_one_form_one_more():
    election = open_secret_vote(Papers(), now=database_now() - HOUR)
    place, now = place_of(election, 1), database_now()
    cast = partial(cast_sealed_ballot, place=place, choice="1", by=holder_of(place), now=now)
    address = reverse("elections:ballot_cast", args=[election.slug, 1])

    def post():
        client = Client()
        client.force_login(voter_of(place.member))
        return client.post(address, {"line": "01", "token": "a" * 32})

    trackers = at_once([partial(cast, token=f"{number}") for number in range(CASTS_AT_ONCE)])
    states = Counter(tracker_state(election, each) for each in set(trackers))
    answers = at_once([post] * CASTS_AT_ONCE)

    assert states == {TrackerState.IN_THE_BOX: 1, TrackerState.REPLACED: CASTS_AT_ONCE - 1}
    assert [answer.status_code for answer in answers] == [200] * CASTS_AT_ONCE
    tracker = Envelope.objects.exclude(sealed=None).get().tracker
    shown = [tracker in re.sub(r"<[^>]*>|\s", "", answer.content.decode()) for answer in answers]
    assert shown == [True] * CASTS_AT_ONCE
    custody = custody_of(election)
    assert (custody.confirmed, custody.found) == (CASTS_AT_ONCE + 1, CASTS_AT_ONCE + 1)


def test_two_officers_and_the_calendar_closing_at_once_mix_once():
    election = open_secret_vote(Papers())
    put_in_many(election, {1: "1", 2: "2"})
    end = end_of_vote(election)
    deadline = Deadline.objects.get(task="elections.close")
    by_hand = [partial(close_vote, election=election, by=officer(), now=end)] * 2

    outcomes = at_once([*by_hand, partial(close_on_time, pk=deadline.pk, now=end)])

    assert {each.mixed_at for each in outcomes} == {end}
    assert Entry.objects.filter(act="elections.vote_closed").count() == 1
    assert MixedEnvelope.objects.count() == Board.objects.get().envelopes == 2
    assert (custody_of(election).confirmed, custody_of(election).found) == (3, 3)


def test_cast_against_close_many_times_every_tracker_is_on_the_board_or_the_ballot_was_refused(members):
    for number in range(CLOSES):
        election = bare_vote(members, number)
        end = end_of_vote(election)
        casts = [partial(abstain, election, place) for place in (1, 2, 3)]

        *cast, _closed = at_once([*casts, partial(close_vote, election=election, by=None, now=end)])

        answered = sorted(each for each in cast if isinstance(each, str))
        refused = sum(isinstance(each, Refused) for each in cast)
        board = Board.objects.get(election=election)
        assert (board.trackers, len(answered) + refused) == (answered, 3)
        assert MixedEnvelope.objects.filter(election=election).count() == len(answered)
        assert Envelope.objects.filter(place__election=election, has_voted=True).count() == len(answered)
    assert verify() is None


def bare_vote(members: list[Member], number: int) -> Election:
    """An open secret vote without a ceremony, written as it would stand after its opening."""
    election = announced(post="chair_elect", year=2100 + number, secrecy_of_elections="secret")
    for place, member in enumerate(members, 1):
        fields = {"member": member, "member_name": member.name, "country": "PE", "status": "active"}
        row = election.places.create(number=place, weight=100, holder=voter_of(member), **fields)
        Envelope.objects.create(place=row)
    ElectionKey.objects.create(
        election=election,
        version=1,
        public_key=public_half(new_key()),
        numbers=[1],
        needed=1,
        test_envelope="none",
        made_at=NOW,
        made_by=officer(),
    )
    edition = PublishedRoll.Edition.FROZEN
    election.rolls.create(edition=edition, published_at=NOW, fingerprint="0" * 64, content={"places": []})
    election.frozen_at = end_of_vote(election) - HOUR
    election.save()
    return election


def abstain(election: Election, number: int) -> str:
    """A place casts in the last instant of the vote."""
    return put_in(election, number, "abstain", at=end_of_vote(election) - INSTANT)


def test_a_ballot_while_its_place_is_barred_is_refused_or_void():
    election = open_secret_vote(Papers())
    place = place_of(election, 1)
    bar = partial(bar_place, place=place, reason="Recused.", by=officer(), now=NOW + HOUR)

    tracker, _bar = at_once([partial(put_in, election, 1, "1"), bar])

    is_refused = isinstance(tracker, Refused)
    assert is_refused or tracker_state(election, tracker) == TrackerState.VOIDED
    assert not Envelope.objects.filter(has_voted=True).exists()
    assert not is_set_back(election)


def test_who_asks_while_the_mix_commits_is_not_told_that_a_backup_was_put_back():
    election = open_secret_vote(Papers())
    put_in(election, 1, "1")
    put_in(election, 1, "2")
    closes = partial(close_vote, election=election, by=officer(), now=end_of_vote(election))
    asked = []

    def close_after_the_first(execute, sql, params, many, context):
        """The mix commits between the first question and the others."""
        answer = execute(sql, params, many, context)
        asked.append(sql)
        if len(asked) == 1:
            closing = threading.Thread(target=at_once, args=[[closes]])
            closing.start()
            closing.join()
        return answer

    with connection.execute_wrapper(close_after_the_first):
        found = custody_of(election)

    assert (found.missing, len(asked) > 1, Board.objects.count()) == (0, True, 1)
