"""What is open now, and what waits for one person."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elections.enums import CalendarKey
from elections.models import PlaceBar
from lacralo.home.selectors.attention import attention, open_now
from members.enums import Role
from members.models import Representation
from members.services.confirmations import confirm_entry
from tests.builders import NOW, TODAY, accredited, person, representative, secretary, voter_of
from tests.elections.builders import nomination_for, open_call
from tests.elections.poll import HOUR, end_of_vote, holder_of, open_vote_of, place_of, vote

pytestmark = pytest.mark.django_db


def peruvian_vote():
    """An open vote with two members of Peru on the roll."""
    accredited("Andes", "PE"), accredited("Costa", "PE")
    return open_vote_of()


def test_a_vote_not_cast_is_due_and_one_cast_is_done():
    election = peruvian_vote()
    ana = holder_of(place_of(election))
    confirm_entry(member=place_of(election).member, by=ana, now=NOW)

    before = attention(ana, NOW + HOUR)
    vote(election, 1, "1", at=NOW + HOUR)
    after = attention(ana, NOW + 2 * HOUR)

    assert ([p.number for p in before.votes_due], [p.number for p in before.votes_cast]) == ([1], [])
    assert ([p.number for p in after.votes_due], [p.number for p in after.votes_cast]) == ([], [1])
    assert (before.is_empty, after.is_empty) == (False, True)


def test_an_alternate_has_no_vote_due():
    election = peruvian_vote()
    alternate = representative(place_of(election).member, role=Role.ALTERNATE)

    assert attention(alternate, NOW + HOUR).votes_due == ()


def test_a_place_that_is_barred_waits_for_nobody():
    election = peruvian_vote()
    place = place_of(election)
    PlaceBar.objects.create(place=place, reason="Recused.", barred_at=NOW, barred_by=secretary())

    waiting = attention(holder_of(place), NOW + HOUR)

    assert (waiting.votes_due, waiting.votes_cast) == ((), ())


@pytest.mark.parametrize("rule", ["successor_votes", "holder_at_freeze_votes"])
def test_after_a_replacement_the_vote_is_due_from_whom_the_rule_set_names(rule):
    accredited("Andes", "PE"), accredited("Costa", "PE")
    election = open_vote_of(replaced_representative=rule)
    member, before = place_of(election).member, holder_of(place_of(election))
    Representation.objects.filter(member=member).update(end=TODAY)
    successor = representative(member, start=TODAY)

    people = {"successor_votes": successor, "holder_at_freeze_votes": before}
    due = {name: len(attention(who, NOW + HOUR).votes_due) for name, who in people.items()}

    assert due == dict.fromkeys(people, 0) | {rule: 1}


def test_at_the_instant_of_the_close_nothing_is_due():
    election = peruvian_vote()
    ana, end = holder_of(place_of(election)), end_of_vote(election)

    last, over = attention(ana, end - timedelta(microseconds=1)), attention(ana, end)

    assert (len(last.votes_due), len(over.votes_due)) == (1, 0)


def test_a_nomination_waits_until_it_is_answered():
    nomination = nomination_for(open_call())

    assert attention(nomination.nominee, NOW).to_answer == (nomination,)
    assert attention(person(), NOW).to_answer == ()


def test_an_election_whose_vote_has_ended_waits_for_the_officer_and_for_nobody_else():
    election = peruvian_vote()
    officer, over = secretary(), end_of_vote(election)

    running, ended = attention(officer, over - HOUR).to_run, attention(officer, over).to_run

    assert (running, [stage.election for stage in ended]) == ((), [election])
    assert attention(holder_of(place_of(election)), over).to_run == ()


def test_whom_a_person_acts_for_is_named():
    member = accredited("Andes", "PE")
    ana = representative(member, role=Role.ALTERNATE)

    assert [each.member for each in attention(ana, NOW).represented] == [member]


def test_open_elections_are_grouped_by_what_can_be_done():
    call = open_call()
    vote_open = open_vote_of()

    now_open = open_now(NOW + HOUR)

    assert [stage.election.pk for stage in now_open.nominations] == [call.pk]
    assert [stage.election.pk for stage in now_open.voting] == [vote_open.pk]
    assert not now_open.is_quiet


def test_without_elections_it_is_quiet():
    now_open = open_now(NOW)

    assert (now_open.is_quiet, now_open.dates) == (True, ())


def test_the_next_dates_come_in_their_order_and_none_is_past():
    open_call()

    dates = open_now(NOW).dates

    assert [date.at for date in dates] == sorted(date.at for date in dates)
    assert all(date.at > NOW for date in dates)
    assert (dates[0].key, dates[0].is_end) == (CalendarKey.NOMINATIONS, True)


def test_the_front_page_asks_the_database_no_more_when_more_goes_on(client):
    client.force_login(holder_of(place_of(peruvian_vote())))
    client.get("/en/")
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get("/en/")
    for _ in range(6):
        nomination_for(open_call(position="chair"))

    with CaptureQueriesContext(connection) as many:
        client.get("/en/")

    assert len(many) == len(few)
    assert len(few) <= 15


def test_an_entry_that_nobody_confirmed_for_a_year_is_asked_about_and_then_not():
    als = accredited("Andes", "PE")
    ana = voter_of(als)

    before = attention(ana, NOW).to_confirm
    confirm_entry(member=als, by=ana, now=NOW)
    after = attention(ana, NOW).to_confirm

    assert ([each.member for each in before], after) == ([als], ())
