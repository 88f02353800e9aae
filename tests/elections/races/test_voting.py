"""What people do to a vote at once, on a database with real locks."""

from datetime import datetime, timedelta
from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from elections.enums import CalendarKey
from elections.models import Ballot, Election, Place, Proclamation, Tally
from elections.rules.calendar import step
from elections.selectors.elections import steps_of
from elections.services.ballots import cast_ballot, close_on_time, close_vote, open_vote
from elections.services.proclamations import proclaim
from elections.services.reminders import remind
from elections.services.tallies import count_vote
from lacralo.core.audit.chain import verify
from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.clock import database_now
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from members.models import Member
from tests.builders import NOW, accredited, voter_of
from tests.elections.builders import announced, officer
from tests.elections.poll import (
    HOUR,
    before_the_vote,
    closed,
    end_of_vote,
    holder_of,
    open_vote_of,
    place_of,
    vote,
    vote_many,
)
from tests.elections.races.together import at_once

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

CASTS_AT_ONCE = 50
CLOSES = 60


@pytest.fixture(autouse=True)
def members():
    """Places 1 (Jamaica), 2 and 3 (Peru)."""
    return [accredited("Red Andina", "PE"), accredited("Red Costa", "PE"), accredited("Red Canaria", "JM")]


def test_fifty_posts_of_one_ballot_make_one_ballot_and_no_error_page():
    election = open_vote_of(now=database_now())
    voter = holder_of(place_of(election, 1))
    address = reverse("elections:ballot_cast", args=[election.slug, 1])

    def post():
        client = Client()
        client.force_login(voter)
        return client.post(address, {"choice": "1"})

    answers = at_once([post] * CASTS_AT_ONCE)

    assert {answer.status_code for answer in answers} == {302}
    assert len({answer.url for answer in answers}) == 1
    assert Ballot.objects.count() == 1
    assert verify() is None


def test_two_devices_with_different_choices_leave_one_counting_ballot():
    election = open_vote_of()
    place = place_of(election, 1)
    cast = {"place": place, "by": holder_of(place), "now": NOW + HOUR}

    outcomes = at_once([lambda: cast_ballot(choice="1", **cast), lambda: cast_ballot(choice="2", **cast)])

    assert sorted(ballot.ordinal for ballot in outcomes) == [1, 2]
    assert Ballot.objects.counting().count() == 1


def test_a_ballot_in_the_instant_of_the_close_is_counted_or_refused():
    election = open_vote_of()
    end = end_of_vote(election)
    places = [place_of(election, number) for number in (1, 2, 3)]
    casts = [
        lambda place=place: cast_ballot(
            place=place, choice="1", by=holder_of(place), now=end - timedelta(microseconds=1)
        )
        for place in places
    ]

    *outcomes, _closed = at_once([*casts, lambda: close_vote(election=election, by=None, now=end)])

    receipts = {ballot.receipt for ballot in outcomes if isinstance(ballot, Ballot)}
    tally = count_vote(election=election, by=officer(), now=end + HOUR)
    assert receipts == set(Ballot.objects.values_list("receipt", flat=True))
    assert tally.record["tally"]["cast"]["heads"] == len(receipts)


def test_cast_against_close_many_times(members):
    """Many times over: never a receipt without a ballot, never a ballot after the close."""
    for number in range(CLOSES):
        election = one_place_vote(members[0], number)
        place, end = place_of(election, 1), end_of_vote(election)

        cast, _closed = at_once([partial(abstain, place, end), partial(close, election, end)])

        assert Ballot.objects.filter(place=place).count() == isinstance(cast, Ballot)
    assert verify() is None


def one_place_vote(member: Member, number: int) -> Election:
    """An open vote of one place, written as it would stand after its opening."""
    election = announced(post="chair_elect", year=2100 + number)
    holder = voter_of(member)
    place = {"member": member, "member_name": member.name, "country": "PE", "status": "active"}
    election.places.create(number=1, weight=100, holder=holder, **place)
    election.frozen_at = step(steps_of(election), CalendarKey.VOTE).starts
    election.save()
    return election


def abstain(place: Place, end: datetime) -> Ballot:
    return cast_ballot(
        place=place, choice="abstain", by=holder_of(place), now=end - timedelta(microseconds=1)
    )


def close(election: Election, end: datetime) -> Election:
    return close_vote(election=election, by=None, now=end)


def test_officers_and_calendar_closing_at_once_close_once():
    election = open_vote_of()
    end = end_of_vote(election)
    deadline = Deadline.objects.get(task="elections.close")
    by_hand = [lambda: close_vote(election=election, by=officer(), now=end)] * 3

    outcomes = at_once([*by_hand, lambda: close_on_time(pk=deadline.pk, now=end)])

    assert {each.mixed_at for each in outcomes} == {end}
    assert Entry.objects.filter(act="elections.vote_closed").count() == 1


def test_two_officers_opening_counting_and_proclaiming_at_once_do_it_once():
    election = before_the_vote()
    opened = at_once([lambda: open_vote(election=election, by=officer(), now=NOW)] * 2)
    vote_many(election, {1: "1", 2: "1"})
    closed(election)
    now = end_of_vote(election) + HOUR
    counted = at_once([lambda: count_vote(election=election, by=officer(), now=now)] * 3)
    over = step(steps_of(election), CalendarKey.CHALLENGE).ends
    proclaimed = at_once([lambda: proclaim(election=election, by=officer(), now=over)] * 3)

    assert sum(isinstance(each, Refused) for each in opened) == 1
    assert len({each.pk for each in counted}) == Tally.objects.count() == 1
    assert len({each.pk for each in proclaimed}) == Proclamation.objects.count() == 1
    assert verify() is None


def test_a_reminder_delivered_to_several_workers_goes_out_once():
    election = open_vote_of()
    vote(election, 1, "1")
    deadline = Deadline.objects.get(task="elections.remind", key="half_time")

    outcomes = at_once([lambda: remind(pk=deadline.pk, now=deadline.due_at)] * 4)

    assert sorted(outcomes) == [0, 0, 0, 2]
    assert Notice.objects.filter(event__endswith="half_time").count() == 2
