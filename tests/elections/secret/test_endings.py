"""How a secret vote ends: proclaimed and destroyed, annulled, or opened later than the calendar said."""

from datetime import timedelta

import pytest

from elections.enums import Bar, CalendarKey
from elections.enums.acts import Act
from elections.enums.doors import Door
from elections.enums.seals import Purpose, Seal
from elections.models import Envelope, MixedEnvelope, Opening, Postponement, SealedKey, Tally
from elections.rules.calendar import step
from elections.rules.days import midnight
from elections.selectors.box import is_set_back
from elections.selectors.bundles import composed_bundle
from elections.selectors.elections import steps_of
from elections.selectors.rolls import correction_window_ends
from elections.services.ballots import open_vote
from elections.services.calls import STEP_TASK, annul_election
from elections.services.mixing import DESTROY_TASK, SWEEP_TASK, destroy_box
from elections.services.observers import WITNESS_TASK, begin_observing, end_observing, write_to_observers
from elections.services.postponements import postpone_vote
from elections.services.proclamations import proclaim
from lacralo.core.audit.chain import head
from lacralo.core.deadlines.models import Deadline
from tests.builders import NOW, person
from tests.elections.builders import officer
from tests.elections.poll import HOUR, end_of_vote
from tests.elections.sealed import (
    CEREMONY,
    Papers,
    mixed,
    open_secret_vote,
    opened,
    put_in_many,
    rehearsed,
    remove,
    secret_election,
)
from tests.elections.secret.scene import acts_on, bars, mails, people_of, refusal, six_members

pytestmark = pytest.mark.django_db

AT = NOW - CEREMONY
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _members():
    six_members()


@pytest.fixture
def papers() -> Papers:
    """What the scrutineers of this vote keep on paper."""
    return Papers()


@pytest.fixture
def counted(papers):
    """Everybody voted, nearly all for the first candidate, and the scrutineers have counted."""
    election = open_secret_vote(papers)
    put_in_many(election, {1: "1", 2: "1", 3: "1", 4: "1", 5: "2", 6: "1"})
    mixed(election)
    assert bars(opened(election, papers).verdict) == []
    election.refresh_from_db()
    return election


def window_over(election):
    return step(steps_of(election), CalendarKey.CHALLENGE).ends


def kept_of(election) -> tuple[int, int]:
    """How many envelopes and sealed keys there are."""
    return (
        MixedEnvelope.objects.filter(election=election).count(),
        SealedKey.objects.filter(key__election=election).count(),
    )


def destruction(election) -> Deadline:
    return Deadline.objects.get(task=DESTROY_TASK, subject_id=str(election.pk), cancelled_at=None)


def test_nothing_is_destroyed_before_the_result_is_final(counted):
    assert not Deadline.objects.filter(task=DESTROY_TASK).exists()
    over = window_over(counted)
    early = refusal(lambda: proclaim(election=counted, by=officer(), now=over - timedelta(seconds=1)))

    assert (early, kept_of(counted)) == ([Bar.RESULT_CHALLENGE_RUNS], (6, 6))


def test_when_the_result_is_final_envelopes_and_sealed_keys_are_destroyed_once(counted, papers):
    over = window_over(counted)
    before = composed_bundle(counted)
    proclaim(election=counted, by=officer(), now=over)
    deadline = destruction(counted)
    assert (deadline.due_at, kept_of(counted)) == (over, (6, 6))

    done = destroy_box(pk=deadline.pk, now=over)

    assert (done.destroyed_at, kept_of(counted)) == (over, (0, 0))
    assert destroy_box(pk=deadline.pk, now=over + DAY) is None
    assert acts_on(counted).count(Act.BOX_DESTROYED) == 1
    after = composed_bundle(counted)
    assert {name: after[name] for name in ("box", "tally", "quorum", "trace", "roll")} == {
        name: before[name] for name in ("box", "tally", "quorum", "trace", "roll")
    }
    first = people_of(counted)[0]
    assert refusal(lambda: remove(first, papers, Purpose.RECOUNT, at=over)) == [Seal.BOX_DESTROYED_ALREADY]


def test_a_vote_annulled_right_after_its_close_is_swept_all_the_same(papers):
    election = open_secret_vote(papers)
    put_in_many(election, {1: "1", 2: "2"})
    mixed(election)
    annulled = end_of_vote(election) + HOUR

    annul_election(election=election, reason="A complaint was upheld.", by=officer(), now=annulled)

    sweeps = Deadline.objects.open().filter(task=SWEEP_TASK, subject_id=str(election.pk))
    assert list(sweeps.values_list("due_at", flat=True)) == [annulled]


def test_a_recount_that_was_begun_ends_with_the_destruction(counted, papers):
    over = window_over(counted)
    remove(people_of(counted)[0], papers, Purpose.RECOUNT, at=over)
    proclaim(election=counted, by=officer(), now=over)

    destroy_box(pk=destruction(counted).pk, now=over)

    last = Opening.objects.order_by("pk").last()
    assert (last.purpose, last.outcome, last.remaining) == (Purpose.RECOUNT, "dropped", {})


def test_between_the_count_and_the_end_scrutineers_recount(counted, papers):
    file = opened(counted, papers, purpose=Purpose.RECOUNT, by=(2, 1)).recount

    assert (len(file["ballots"]), file["voters"]) == (6, [1, 2, 3, 4, 5, 6])
    assert acts_on(counted)[-1] == Act.BOX_RECOUNTED


def test_a_vote_annulled_while_it_runs_is_never_opened_and_is_destroyed(papers):
    election = open_secret_vote(papers)
    put_in_many(election, {1: "1", 2: "2"})
    annul_election(election=election, reason="The roll was wrong.", by=officer(), now=NOW + HOUR)
    deadline = destruction(election)

    assert refusal(lambda: opened(election, papers))[0] == Bar.ANNULLED
    destroy_box(pk=deadline.pk, now=deadline.due_at)

    election.refresh_from_db()
    assert (Envelope.objects.exclude(sealed=None).count(), kept_of(election)) == (0, (0, 0))
    assert (election.destroyed_at, is_set_back(election)) == (deadline.due_at, False)
    assert Tally.objects.count() == 0


def test_a_vote_annulled_and_destroyed_is_no_backup_that_was_put_back(
    papers, django_capture_on_commit_callbacks
):
    election = open_secret_vote(papers)
    with django_capture_on_commit_callbacks(execute=True):
        put_in_many(election, {1: "1", 2: "2"})
    annul_election(election=election, reason="The roll was wrong.", by=officer(), now=NOW + HOUR)

    destroy_box(pk=destruction(election).pk, now=destruction(election).due_at)

    assert not is_set_back(election)


def test_a_vote_annulled_after_the_mix_loses_its_envelopes_uncounted(papers):
    election = open_secret_vote(papers)
    put_in_many(election, {1: "1", 2: "2"})
    mixed(election)
    remove(people_of(election)[0], papers, Purpose.COUNT, at=end_of_vote(election) + HOUR)
    annul_election(
        election=election, reason="Codes were lost.", by=officer(), now=end_of_vote(election) + DAY
    )

    destroy_box(pk=destruction(election).pk, now=destruction(election).due_at)

    assert (kept_of(election), Tally.objects.count()) == ((0, 0), 0)


def postponing(election, day, *, reason="Late.", by=None, at=AT) -> list:
    """Why the vote is not postponed; empty when it is."""
    act = {"election": election, "opens_on": day, "reason": reason, "by": by or officer(), "now": at}
    return refusal(lambda: postpone_vote(**act))


def test_a_postponed_vote_opens_on_its_new_day_and_keeps_its_length(papers):
    election = secret_election()
    rehearsed(election, papers)
    window = correction_window_ends(election)
    new_day = (NOW + 7 * DAY).date()

    assert postponing(election, new_day, reason=" A scrutineer is ill. ") == []

    (made,) = Postponement.objects.all()
    assert (made.reason, made.starts_before, made.starts_after) == (
        "A scrutineer is ill.", NOW, midnight(new_day),
    )  # fmt: skip
    assert refusal(lambda: open_vote(election=election, by=officer(), now=NOW)) == [Bar.VOTE_DAY_NOT_REACHED]
    rung = Deadline.objects.open().filter(task=STEP_TASK, subject_id=str(election.pk))
    assert [each.due_at for each in rung.filter(key__startswith="vote:")] == [midnight(new_day)]
    assert correction_window_ends(election) == window
    assert acts_on(election)[-1] == Act.VOTE_POSTPONED
    assert open_vote(election=election, by=officer(), now=midnight(new_day)).frozen_at == midnight(new_day)


def test_a_vote_is_postponed_by_an_officer_to_a_later_working_day_with_a_reason():
    election = secret_election()
    saturday = (NOW + 4 * DAY).date()

    assert postponing(election, saturday) == [Seal.NEW_DAY_NOT_WORKING]
    assert postponing(election, NOW.date()) == [Seal.NEW_DAY_NOT_LATER]
    assert postponing(election, (NOW + DAY).date(), reason=" ") == [Seal.NO_REASON]
    assert postponing(election, (NOW + DAY).date(), by=person()) == [Door.NOT_AN_OFFICER]
    assert Postponement.objects.count() == 0


def test_a_vote_that_has_opened_is_not_postponed(papers):
    election = open_secret_vote(papers)

    assert postponing(election, (NOW + 7 * DAY).date(), at=NOW) == [Seal.VOTE_OPENED_ALREADY]


def test_everybody_reads_why_a_vote_is_postponed():
    election = secret_election()
    postponing(election, (NOW + 7 * DAY).date(), reason="A scrutineer is ill.")

    told = [each for each in mails(":postponed:") if "witness" not in each.event]
    assert len(told) >= 6
    assert {"A scrutineer is ill." in each.body for each in told} == {True}


def steps_told(who) -> list[str]:
    return [each.event.split(":")[3] for each in mails("witness:") if each.person == who]


def test_who_observes_gets_the_head_of_the_chain_that_holds_the_step(
    papers, django_capture_on_commit_callbacks
):
    election, watcher = open_secret_vote(papers), person("Watcher")
    begin_observing(election=election, by=watcher, now=NOW)
    mixed(election)
    closed = head()
    deadline = Deadline.objects.open().get(task=WITNESS_TASK, key__startswith="closed:")

    write_to_observers(pk=deadline.pk, now=end_of_vote(election))
    write_to_observers(pk=deadline.pk, now=end_of_vote(election))

    (mail,) = [each for each in mails("witness:closed") if each.person == watcher]
    board = election.board
    for figure in (closed.hash, board.list_hash, board.voters_hash):
        assert figure in mail.body


def test_who_observes_no_more_is_not_written_to(papers):
    election, watcher = open_secret_vote(papers), person("Watcher")
    begin_observing(election=election, by=watcher, now=NOW)
    assert refusal(lambda: begin_observing(election=election, by=watcher, now=NOW)) == [Seal.OBSERVES_ALREADY]
    for _ in range(2):
        end_observing(election=election, by=watcher, now=NOW)
    mixed(election)
    deadline = Deadline.objects.open().get(task=WITNESS_TASK, key__startswith="closed:")

    write_to_observers(pk=deadline.pk, now=end_of_vote(election))

    assert steps_told(watcher) == []
    assert acts_on(election).count(Act.OBSERVER_ENDED) == 1


def test_every_step_of_a_whole_vote_is_told_to_who_observes(papers, django_capture_on_commit_callbacks):
    election, watcher = secret_election(), person("Watcher")
    begin_observing(election=election, by=watcher, now=AT)
    rehearsed(election, papers)
    open_vote(election=election, by=officer(), now=NOW)
    put_in_many(election, {1: "1", 2: "1", 3: "1", 4: "1", 5: "2", 6: "1"})
    mixed(election)
    opened(election, papers)
    proclaim(election=election, by=officer(), now=window_over(election))

    for deadline in Deadline.objects.open().filter(task=WITNESS_TASK).order_by("due_at", "pk"):
        write_to_observers(pk=deadline.pk, now=deadline.due_at)

    assert steps_told(watcher) == ["key_frozen", "rehearsed", "opened", "closed", "counted", "proclaimed"]
