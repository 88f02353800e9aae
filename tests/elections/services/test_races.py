"""What two people do at once, on a database with real locks."""

import functools
import threading
from collections.abc import Callable

import pytest
from django.db import connection

from elections.enums import Bar, CalendarKey, NominationState
from elections.models import Nomination
from elections.services.nominations import (
    Acceptance,
    accept_nomination,
    decline_nomination,
    nominate,
    withdraw_nomination,
)
from elections.services.rounds import answer_deadline
from lacralo.core.deadlines.services import schedule
from lacralo.core.verdicts import Refused
from tests.builders import NOW, accredited, person, subregions, voter_of
from tests.elections.builders import nomination_for, officer, open_call

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

YES = Acceptance("Here is what I will do.", "es", True)


def at_once(*acts: Callable[[], object]) -> list[str]:
    """What each act came to when all begin at the same moment: the state it led to, or the first bar."""
    outcomes, together = [], threading.Barrier(len(acts))

    def run(act):
        together.wait()
        try:
            outcome = act()
            outcomes.append(str(getattr(outcome, "state", outcome)))
        except Refused as refusal:
            outcomes.append(str(refusal.verdict.bars[0].code))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def test_of_a_yes_and_a_no_at_once_one_counts_and_the_other_is_told():
    nomination = nomination_for(open_call())
    same = {"nomination": nomination, "by": nomination.nominee, "now": NOW}

    outcomes = at_once(
        lambda: accept_nomination(acceptance=YES, **same),
        lambda: decline_nomination(**same),
    )

    state = Nomination.objects.get().state
    assert state in (NominationState.ACCEPTED, NominationState.DECLINED)
    assert outcomes == sorted([state, str(Bar.ANSWERED_ALREADY)])


def test_a_yes_given_twice_from_two_devices_makes_one_candidate():
    nomination = nomination_for(open_call())
    same = {"nomination": nomination, "acceptance": YES, "by": nomination.nominee, "now": NOW}

    outcomes = at_once(lambda: accept_nomination(**same), lambda: accept_nomination(**same))

    assert outcomes == sorted([NominationState.ACCEPTED, Bar.ANSWERED_ALREADY])
    assert Nomination.objects.get().statement.revisions.count() == 1


def test_two_members_who_nominate_the_same_person_at_once_make_one_nomination():
    subregions(), officer()
    election, nominee, als = open_call(), person(), accredited(country="PE")
    naming = [(other, voter_of(other)) for other in (accredited(country="AR"), accredited(country="CL"))]

    def name(other, by):
        return nominate(
            election=election,
            nominee=nominee,
            member=als,
            nominating_member=other,
            reason="",
            by=by,
            now=NOW,
        )

    acts = [functools.partial(name, *each) for each in naming]

    assert at_once(*acts) == sorted([NominationState.SUBMITTED, Bar.ALREADY_NOMINATED])
    assert Nomination.objects.count() == 1


def test_a_bell_answered_by_two_workers_at_once_opens_one_phase():
    election = open_call(at=CalendarKey.ACCEPTANCE)
    deadline = schedule(
        task="elections.step", key="nominations:ends:x", subject=election, due_at=NOW, now=NOW
    )
    acts = [lambda: answer_deadline(pk=deadline.pk, now=NOW) is not None] * 2

    assert at_once(*acts) == ["False", "True"]
    assert election.calendar.filter(key=CalendarKey.NOMINATIONS_2).count() == 1


def test_the_last_two_candidates_who_withdraw_at_once_open_one_phase():
    election = open_call(at=CalendarKey.REVIEW)
    both = [nomination_for(election, state=NominationState.ACCEPTED) for _ in range(2)]
    acts = [lambda each=each: withdraw_nomination(nomination=each, by=each.nominee, now=NOW) for each in both]

    assert at_once(*acts) == [NominationState.WITHDRAWN] * 2
    assert election.calendar.filter(key=CalendarKey.NOMINATIONS_2).count() == 1
