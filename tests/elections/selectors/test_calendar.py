"""The dates of elections as a calendar shows them."""

from datetime import timedelta

import pytest

from elections.enums import CalendarKey
from elections.selectors.calendar import election_dates, nominations_to_answer
from elections.services.calls import annul_election
from tests.builders import NOW, person
from tests.elections.builders import nomination_for, officer, open_call, prepared, step_of

pytestmark = pytest.mark.django_db

LONG_AGO = NOW - timedelta(days=900)


def test_each_step_in_which_members_act_begins_and_ends():
    election = open_call()

    found = {(date.key, date.is_end): date.at for date in election_dates(since=LONG_AGO)}

    vote = step_of(election, CalendarKey.VOTE)
    assert found[CalendarKey.VOTE, False] == vote.starts
    assert found[CalendarKey.VOTE, True] == vote.ends
    assert (CalendarKey.PROCLAMATION, False) not in found


def test_a_draft_is_in_nobodys_calendar_and_what_is_over_neither():
    prepared()
    assert election_dates(since=LONG_AGO) == []

    election = open_call()
    ends = step_of(election, CalendarKey.VOTE).ends
    later = [date.key for date in election_dates(since=ends)]

    assert later[0] == CalendarKey.VOTE
    assert CalendarKey.NOMINATIONS not in later


def test_what_an_annulled_election_had_ahead_is_cancelled_and_what_was_before_stays():
    election = open_call()
    annul_election(
        election=election, reason="Wrong roll.", by=election.returning_officer or officer(), now=NOW
    )

    found = {(date.key, date.is_end): date for date in election_dates(since=LONG_AGO)}

    vote, began = found[CalendarKey.VOTE, False], found[CalendarKey.NOMINATIONS, False]
    assert (vote.is_cancelled, vote.times_moved, vote.changed_at) == (True, 1, NOW)
    assert (began.is_cancelled, began.times_moved) == (False, 0)


def test_a_nomination_waits_until_the_end_of_the_time_to_answer_for_its_nominee_alone():
    election = open_call()
    nomination = nomination_for(election)

    ((found, end),) = nominations_to_answer(nomination.nominee)

    assert (found, end) == (nomination, step_of(election, CalendarKey.ACCEPTANCE).ends)
    assert nominations_to_answer(person()) == []
