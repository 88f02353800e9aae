"""A backup was put back during the vote: the portal stands still until the returning officer decides."""

from contextlib import contextmanager
from datetime import timedelta

import pytest

from elections.enums.doors import Door
from elections.enums.seals import Purpose, Seal, TrackerState
from elections.models import Envelope, PlaceBar, RetiredTracker, SetBack
from elections.selectors.box import custody_of, is_set_back, tracker_state, witness_name
from elections.services.ballots import CLOSE_TASK, close_on_time, close_vote
from elections.services.sealed_ballots import answer_set_back, bar_place
from lacralo.core.deadlines.models import Deadline
from lacralo.core.vault import witness
from tests.builders import NOW
from tests.elections.builders import officer
from tests.elections.poll import HOUR, end_of_vote, place_of
from tests.elections.sealed import Papers, mixed, open_secret_vote, opened, put_in, remove
from tests.elections.secret.scene import bars, mails, past_the_guards, people_of, refusal, six_members

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _members():
    six_members()


@pytest.fixture
def papers() -> Papers:
    """What the scrutineers of this vote keep on paper."""
    return Papers()


@pytest.fixture
def kept(django_capture_on_commit_callbacks):
    """`with kept():` what is confirmed in it reaches the witness, as after a commit."""

    @contextmanager
    def committed():
        with django_capture_on_commit_callbacks(execute=True):
            yield

    return committed


@pytest.fixture
def restored(papers, kept):
    """Places 1 and 2 voted, a backup was taken, place 3 voted, and the backup was put back."""
    election = open_secret_vote(papers)
    with kept():
        put_in(election, 1, "1")
        put_in(election, 2, "2")
    with kept():
        lost = put_in(election, 3, "1")
    assert not is_set_back(election)
    with past_the_guards():
        Envelope.objects.filter(place__number=3).update(
            has_voted=False, sealed=None, tracker=None, attempt=None
        )
    election.lost = lost
    return election


def decide(election, *, reason="The disk failed.", at=NOW + 2 * HOUR, by=None) -> SetBack:
    return answer_set_back(election=election, reason=reason, by=by or officer(), now=at)


def test_nothing_is_missing_while_nothing_was_put_back(papers, kept):
    election = open_secret_vote(papers)
    with kept():
        put_in(election, 1, "1", token="form")
        put_in(election, 1, "1", token="form")
        put_in(election, 1, "2")
        put_in(election, 2, "1")
        bar_place(place=place_of(election, 2), reason="Recused.", by=officer(), now=NOW + HOUR)
        bar_place(place=place_of(election, 3), reason="Recused.", by=officer(), now=NOW + HOUR)
    before = custody_of(election)
    with kept():
        mixed(election)

    assert (before.confirmed, before.found) == (5, 5)
    assert (custody_of(election).confirmed, custody_of(election).missing) == (6, 0)


def test_what_was_confirmed_and_is_missing_is_counted(restored):
    custody = custody_of(restored)

    assert (custody.confirmed, custody.found, custody.missing) == (3, 2, 1)


def test_until_the_decision_nothing_goes_on(restored):
    end = end_of_vote(restored)
    held = [
        lambda: put_in(restored, 4, "1"),
        lambda: bar_place(place=place_of(restored, 4), reason="Recused.", by=officer(), now=NOW + HOUR),
        lambda: close_vote(election=restored, by=officer(), now=end),
    ]

    assert [refusal(act) for act in held] == [[Seal.BOX_SET_BACK]] * 3


def test_a_lost_recast_is_noticed_as_well(papers, kept):
    election = open_secret_vote(papers)
    with kept():
        put_in(election, 1, "1")
        put_in(election, 1, "2")
    with past_the_guards():
        RetiredTracker.objects.all().delete()

    assert custody_of(election).missing == 1


def test_a_lost_bar_is_noticed_as_well_or_its_void_envelope_would_count(papers, kept):
    election = open_secret_vote(papers)
    with kept():
        put_in(election, 1, "1")
    (before,) = Envelope.objects.exclude(sealed=None).values("has_voted", "sealed", "tracker", "attempt")
    with kept():
        bar_place(place=place_of(election, 1), reason="Recused.", by=officer(), now=NOW + HOUR)
    with past_the_guards():
        PlaceBar.objects.all().delete()
        RetiredTracker.objects.all().delete()
        Envelope.objects.filter(place__number=1).update(**before)

    assert custody_of(election).missing == 1


def test_a_backup_from_before_the_mix_is_noticed_at_the_opening(papers, kept):
    election = open_secret_vote(papers)
    with kept():
        put_in(election, 1, "1")
        mixed(election)
    with kept():
        witness.confirm(witness_name(election))
    first = people_of(election)[0]

    assert refusal(lambda: remove(first, papers, Purpose.COUNT, at=end_of_vote(election) + HOUR)) == [
        Seal.BOX_SET_BACK
    ]


def test_the_calendar_leaves_its_deadline_open_and_tells_the_officer_once_a_day(restored):
    end = end_of_vote(restored)
    deadline = Deadline.objects.get(task=CLOSE_TASK, subject_id=restored.pk, cancelled_at=None)

    for later in (timedelta(0), HOUR, 2 * HOUR, timedelta(days=1), timedelta(days=1, hours=1)):
        assert close_on_time(pk=deadline.pk, now=end + later) is None

    deadline.refresh_from_db()
    assert (deadline.rung_at, deadline.cancelled_at) == (None, None)
    assert [mail.person for mail in mails(":set_back:")] == [officer(), officer()]


def test_after_the_decision_the_calendar_closes(restored, kept):
    deadline = Deadline.objects.get(task=CLOSE_TASK, subject_id=restored.pk, cancelled_at=None)
    with kept():
        decide(restored)

    assert close_on_time(pk=deadline.pk, now=end_of_vote(restored)).mixed_at == end_of_vote(restored)


def test_the_decision_lets_the_vote_go_on_and_whoever_lost_a_ballot_votes_again(restored, kept, papers):
    with kept():
        decision = decide(restored)

    assert (decision.confirmed, decision.found, is_set_back(restored)) == (3, 2, False)
    assert tracker_state(restored, restored.lost) == TrackerState.UNKNOWN
    with kept():
        put_in(restored, 3, "1")
        mixed(restored)
    assert bars(opened(restored, papers).verdict) == []


def test_every_voter_is_told_once_of_the_decision_and_its_reason(restored):
    decision = decide(restored)

    told = mails(f":set_back:{decision.pk}")
    assert (len(told), len({mail.person_id for mail in told})) == (6, 6)
    assert ["The disk failed." in mail.body for mail in told] == [True] * 6


def test_only_an_officer_decides_with_a_reason_and_only_when_something_is_missing(restored, kept):
    assert refusal(lambda: decide(restored, reason=" ")) == [Seal.NO_REASON]
    assert refusal(lambda: decide(restored, by=people_of(restored)[0].person)) == [Door.NOT_AN_OFFICER]
    with kept():
        decide(restored)
    assert refusal(lambda: decide(restored)) == [Seal.NOT_SET_BACK]
    assert SetBack.objects.count() == 1


def test_one_vote_that_was_set_back_holds_up_no_other(restored, kept):
    other = open_secret_vote(Papers())

    assert (is_set_back(restored), is_set_back(other)) == (True, False)
