"""What follows a deadline of nominations: lapse, the next phase, or nobody; the table never moves."""

from datetime import timedelta

import pytest

from elections.enums import Bar, CalendarKey, NominationPhase, NominationState, Phase
from elections.models import Election, Nomination, RotationRow
from elections.phrases.names import NOBODY_STOOD
from elections.rules.days import midnight
from elections.selectors.elections import phase_of, steps_of
from elections.services.calls import publish_call
from elections.services.eligibility import answer_challenge
from elections.services.nominations import decline_nomination, nominate, withdraw_nomination
from elections.services.rounds import answer_deadline
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from tests.builders import NOW, accredited, person, subregions, term, voter_of
from tests.elections.builders import (
    candidate,
    challenge,
    nomination_for,
    officer,
    prepared,
    rotation,
    step_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def election():
    """A published call with its deadlines, and the sub-regions."""
    subregions()
    rotation()
    term("alac_odd", person(nationalities=("CL",)))
    return publish_call(election=prepared(), by=officer(), now=NOW)


def ring(election, key, edge="ends"):
    """The bell of a step rings in time: its deadline is answered at its moment."""
    deadline = Deadline.objects.open().about(election).get(key__startswith=f"{key}:{edge}")
    answer_deadline(pk=deadline.pk, now=deadline.due_at)
    return deadline


def keys_of(election) -> set:
    return {each.key for each in steps_of(Election.objects.get(pk=election.pk))}


def at(election, key):
    """The moment at which a step begins."""
    return step_of(election, key).starts


def test_with_a_nomination_the_election_goes_on(election):
    nomination_for(election)

    ring(election, CalendarKey.NOMINATIONS)

    assert CalendarKey.NOMINATIONS_2 not in keys_of(election)


def test_when_nobody_was_nominated_the_second_phase_opens_and_all_are_told(election):
    vote = at(election, CalendarKey.VOTE)
    accredited(country="JM")

    deadline = ring(election, CalendarKey.NOMINATIONS)

    second = step_of(election, CalendarKey.NOMINATIONS_2)
    assert (second.starts, second.ends) == (deadline.due_at, deadline.due_at + timedelta(days=7))
    assert (at(election, CalendarKey.VOTE) - vote) % timedelta(days=7) == timedelta(0)
    assert at(election, CalendarKey.ACCEPTANCE) >= second.ends
    assert Notice.objects.filter(event__contains="reopened").count() == 1
    assert RotationRow.objects.get().subregion == "B"


def test_a_bell_that_rang_late_takes_no_day_of_the_second_phase(election):
    deadline = Deadline.objects.open().about(election).get(key__startswith="nominations:ends")
    late = deadline.due_at + timedelta(days=2, hours=5)

    answer_deadline(pk=deadline.pk, now=late)

    second = step_of(election, CalendarKey.NOMINATIONS_2)
    assert second.starts == midnight(late.date()) + timedelta(days=1)
    assert second.ends - second.starts == timedelta(days=7)


def test_a_deadline_answered_twice_opens_one_phase(election):
    deadline = ring(election, CalendarKey.NOMINATIONS)

    assert answer_deadline(pk=deadline.pk, now=deadline.due_at + timedelta(minutes=1)) is None
    assert keys_of(election) & {CalendarKey.NOMINATIONS_2, CalendarKey.NOMINATIONS_3} == {
        CalendarKey.NOMINATIONS_2
    }


def test_in_the_second_phase_only_the_subregion_names_and_it_names_anybody(election):
    ring(election, CalendarKey.NOMINATIONS)
    now = at(election, CalendarKey.NOMINATIONS_2) + timedelta(hours=1)
    andes, mercosur = accredited(country="PE"), accredited(country="AR")

    with pytest.raises(Refused) as refusal:
        nominate(election=election, nominee=voter_of(mercosur), member=mercosur, nominating_member=mercosur,
                 reason="", by=voter_of(mercosur), now=now)  # fmt: skip
    nomination = nominate(election=election, nominee=voter_of(mercosur), member=mercosur,
                          nominating_member=andes, reason="", by=voter_of(andes), now=now)  # fmt: skip

    assert [line.code for line in refusal.value.verdict.bars] == [Bar.NOMINATOR_NOT_OF_SUBREGION]
    assert nomination.phase == NominationPhase.NAMED_BY_SUBREGION


def test_after_the_second_phase_everybody_names_and_after_the_third_the_post_stays_vacant(election):
    ring(election, CalendarKey.NOMINATIONS)
    ring(election, CalendarKey.NOMINATIONS_2)
    mercosur = accredited(country="AR")
    now = at(election, CalendarKey.NOMINATIONS_3) + timedelta(hours=1)
    nomination = nominate(election=election, nominee=voter_of(mercosur), member=mercosur,
                          nominating_member=mercosur, reason="", by=voter_of(mercosur), now=now)  # fmt: skip
    decline_nomination(nomination=nomination, by=nomination.nominee, now=now)

    ring(election, CalendarKey.NOMINATIONS_3)

    election.refresh_from_db()
    assert nomination.phase == NominationPhase.OPEN_TO_ALL
    assert election.annulled_because == NOBODY_STOOD
    assert phase_of(election, now) == Phase.ANNULLED


def test_who_did_not_answer_lapses_and_the_second_phase_opens(election):
    nomination = nomination_for(election)
    ring(election, CalendarKey.NOMINATIONS)

    deadline = ring(election, CalendarKey.ACCEPTANCE)

    assert Nomination.objects.get(pk=nomination.pk).state == NominationState.LAPSED
    assert step_of(election, CalendarKey.NOMINATIONS_2).starts == deadline.due_at
    assert phase_of(Election.objects.get(), deadline.due_at) == Phase.NOMINATIONS_2


def test_a_candidate_with_a_failed_line_still_has_until_the_end_of_the_challenge(election):
    candidate(election, nationality="")
    ring(election, CalendarKey.NOMINATIONS)
    ring(election, CalendarKey.ACCEPTANCE)
    assert CalendarKey.NOMINATIONS_2 not in keys_of(election)

    ring(election, CalendarKey.ELIGIBILITY_CHALLENGE)

    assert CalendarKey.NOMINATIONS_2 in keys_of(election)


def test_an_open_challenge_keeps_the_hope_and_its_refusal_opens_the_second_phase(election):
    standing = candidate(election, nationality="")
    disputed = challenge(standing, str(Bar.NATIONALITY_NOT_DECLARED))
    ring(election, CalendarKey.NOMINATIONS)
    ring(election, CalendarKey.ACCEPTANCE)
    deadline = ring(election, CalendarKey.ELIGIBILITY_CHALLENGE)
    before = keys_of(election)

    answer_challenge(challenge=disputed, is_upheld=False, answer="It was not declared.", by=officer(),
                     now=deadline.due_at + timedelta(hours=3))  # fmt: skip

    assert CalendarKey.NOMINATIONS_2 not in before
    assert CalendarKey.NOMINATIONS_2 in keys_of(election)


def test_a_withdrawal_that_empties_the_first_phase_opens_the_second(election):
    standing, other = candidate(election), candidate(election)
    now = at(election, CalendarKey.REVIEW) + timedelta(hours=1)

    withdraw_nomination(nomination=standing, by=standing.nominee, now=now)
    with_one = keys_of(election)
    withdraw_nomination(nomination=other, by=other.nominee, now=now)

    assert CalendarKey.NOMINATIONS_2 not in with_one
    assert CalendarKey.NOMINATIONS_2 in keys_of(election)


def test_while_nominations_are_open_a_withdrawal_changes_nothing_else(election):
    standing = candidate(election)
    now = at(election, CalendarKey.NOMINATIONS) + timedelta(hours=1)

    withdraw_nomination(nomination=standing, by=standing.nominee, now=now)

    assert CalendarKey.NOMINATIONS_2 not in keys_of(election)


def test_the_officer_is_told_when_the_roll_and_the_vote_are_due(election):
    candidate(election), candidate(election)

    ring(election, CalendarKey.PROVISIONAL_ROLL, "begins")
    ring(election, CalendarKey.VOTE, "begins")

    assert Notice.objects.filter(event__contains=":due:", person=officer()).count() == 2
