"""What waits for scrutineers, and for officers before and after a secret vote."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elections.enums.seals import Outcome, Purpose
from elections.models import Opening
from elections.selectors.box import witness_name
from elections.selectors.duties import Duty
from elections.services.ballots import open_vote
from elections.services.keys import freeze_key
from elections.services.scrutineers import confirm_code, make_code, name_scrutineer
from lacralo.core.vault import witness
from lacralo.home.selectors.attention import attention
from tests.builders import NOW
from tests.elections.builders import officer
from tests.elections.poll import HOUR, end_of_vote, published_members
from tests.elections.sealed import (
    CEREMONY,
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

pytestmark = pytest.mark.django_db

BEFORE = NOW - CEREMONY


def duties(person, at) -> list[tuple[int, Duty]]:
    return [(each.election.pk, each.duty) for each in attention(person, at).to_scrutinise]


def ceremonies(at) -> list[int]:
    return [stage.election.pk for stage in attention(officer(), at).ceremonies]


def to_run(at) -> list[int]:
    return [stage.election.pk for stage in attention(officer(), at).to_run]


def test_a_scrutineer_is_told_step_by_step_what_is_due():
    published_members()
    papers, election, who = Papers(), secret_election(), scrutineer_person()
    with_codes(election, papers, number=2)
    own = name_scrutineer(election=election, person=who, by=officer(), now=BEFORE)
    told = [duties(who, BEFORE)]

    papers.words[own.pk] = " ".join(make_code(scrutineer=own, by=who, now=BEFORE))
    told.append(duties(who, BEFORE))
    confirm_code(scrutineer=own, typed=papers.of(own), by=who, now=BEFORE)
    told.append(duties(who, BEFORE))
    freeze_key(election=election, by=officer(), now=BEFORE)
    told.append(duties(who, BEFORE))
    own.refresh_from_db()
    remove(own, papers, Purpose.REHEARSAL, at=BEFORE)
    told.append(duties(who, BEFORE))

    steps = [[Duty.MAKE_CODE], [Duty.CONFIRM_CODE], [], [Duty.REHEARSE], []]
    assert told == [[(election.pk, duty) for duty in step] for step in steps]


def test_after_the_close_those_are_asked_to_open_who_have_not_yet():
    published_members()
    papers = Papers()
    election = open_secret_vote(papers)
    first, second, third = (each.person for each in election.scrutineers.order_by("number"))
    over = end_of_vote(election) + 2 * HOUR
    put_in_many(election, {n: "1" for n in range(1, 26)})
    running = duties(first, NOW + HOUR)

    mixed(election)
    closed = [duties(each, over) for each in (first, second, third)]
    opened(election, papers, by=(0,))
    begun = [duties(each, over) for each in (first, second, third)]
    opened(election, papers, by=(1,))
    counted = [duties(each, over) for each in (first, second, third)]

    due = [(election.pk, Duty.OPEN)]
    assert (running, closed, begun, counted) == ([], [due] * 3, [[], due, due], [[]] * 3)


def test_a_ceremony_is_due_from_the_provisional_roll_until_it_is_rehearsed():
    published_members()
    election = secret_election()
    at = election.roll_published_at
    early, due = ceremonies(at - HOUR), ceremonies(at)

    rehearsed(election, Papers())
    done = ceremonies(at)

    assert (early, due, done) == ([], [election.pk], [])


def test_a_vote_whose_day_has_come_without_a_ceremony_is_told_once():
    published_members()
    election = secret_election()
    without = (ceremonies(NOW), to_run(NOW))

    rehearsed(election, Papers())
    rehearsed_ = (ceremonies(NOW), to_run(NOW))
    open_vote(election=election, by=officer(), now=NOW)
    running = (ceremonies(NOW), to_run(NOW))

    assert (without, rehearsed_, running) == (([election.pk], []), ([], [election.pk]), ([], []))


def test_a_closed_secret_vote_waits_for_its_scrutineers_and_a_stopped_one_for_the_officer():
    published_members()
    election = open_secret_vote(Papers())
    over = end_of_vote(election)
    mixed(election)
    waits = to_run(over)

    Opening.objects.create(
        key=election.keys.get(),
        purpose=Purpose.COUNT,
        started_at=over,
        ended_at=over,
        outcome=Outcome.STOPPED,
    )

    assert (waits, to_run(over)) == ([], [election.pk])


def test_whoever_is_no_scrutineer_is_asked_for_nothing():
    published_members()
    with_codes(secret_election(), Papers())

    assert duties(scrutineer_person(), NOW) == []


def queries(person, at) -> int:
    with CaptureQueriesContext(connection) as caught:
        attention(person, at)
    return len(caught)


def test_more_secret_votes_ask_no_more_of_the_database():
    published_members()
    who = scrutineer_person()

    def vote(post: str):
        election, papers = secret_election(post=post), Papers()
        name_scrutineer(election=election, person=who, by=officer(), now=BEFORE)
        with_codes(election, papers, number=2)
        own = election.scrutineers.get(person=who)
        words = " ".join(make_code(scrutineer=own, by=who, now=BEFORE))
        own.refresh_from_db()
        confirm_code(scrutineer=own, typed=words, by=who, now=BEFORE)
        freeze_key(election=election, by=officer(), now=BEFORE)

    vote("alac_even")
    few = [queries(who, BEFORE), queries(officer(), BEFORE)]
    vote("chair_elect"), vote("secretary")

    assert [queries(who, BEFORE), queries(officer(), BEFORE)] == few
    assert len(duties(who, BEFORE)) == 3


def test_a_vote_that_was_set_back_waits_for_the_officer_and_for_no_scrutineer():
    published_members()
    papers = Papers()
    election, other = open_secret_vote(papers), open_secret_vote(Papers(), post="nomcom")
    over, scrutineers = end_of_vote(election) + 2 * HOUR, election.scrutineers.order_by("number")
    put_in_many(other, {1: "1"})
    witness.confirm(witness_name(other))
    mixed(election)
    before = attention(officer(), over), duties(scrutineers[0].person, over)

    for _ in range(3):
        witness.confirm(witness_name(election))
    after = attention(officer(), over), duties(scrutineers[0].person, over)

    told = [[stage.election.pk for stage in each.set_back] for each, _duties in (before, after)]
    asked = [duties_ for _attention, duties_ in (before, after)]
    assert told == [[], [election.pk]]
    assert asked == [[(election.pk, Duty.OPEN)], []]
