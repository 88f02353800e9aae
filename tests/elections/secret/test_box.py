"""Envelopes put in, put in again, and taken out because their place was barred."""

import pytest

from elections.enums import Bar
from elections.enums.acts import Act
from elections.enums.doors import Door
from elections.enums.seals import Purpose, Seal, TrackerState
from elections.models import Ballot, Board, Envelope, MixedEnvelope, PlaceBar, RetiredTracker, Tally
from elections.rules.bundle import barred_row
from elections.rules.count import ABSTAIN
from elections.rules.fingerprints import digest
from elections.selectors.ballots import participation
from elections.selectors.box import tracker_state
from elections.services.ballots import cast_ballot, close_vote
from elections.services.calls import annul_election
from elections.services.sealed_ballots import bar_place, cast_sealed_ballot
from lacralo.core.audit.models import Entry
from lacralo.core.notifications.models import Notice
from members.services.representation import replace_primary
from tests.builders import NOW, TODAY, person, representative
from tests.elections.builders import officer
from tests.elections.poll import HOUR, end_of_vote, holder_of, place_of
from tests.elections.sealed import Papers, mixed, open_secret_vote, opened, put_in, put_in_many
from tests.elections.secret.scene import SECOND, acts_on, bars, mails, refusal, six_members

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _members():
    six_members()


@pytest.fixture
def papers() -> Papers:
    """What the scrutineers of this vote keep on paper."""
    return Papers()


@pytest.fixture
def voting(papers):
    """A secret vote of six places is open."""
    return open_secret_vote(papers)


def casting(election, number, choice="1", *, by=None, at=NOW + HOUR, token="another") -> list:
    """Why an envelope is not put in; empty when it is."""
    place = place_of(election, number)
    who = by or holder_of(place)
    return refusal(lambda: cast_sealed_ballot(place=place, choice=choice, token=token, by=who, now=at))


def bar(election, number, *, at=NOW + 2 * HOUR, reason="Recused.", by=None) -> PlaceBar:
    """The officer bars a place."""
    return bar_place(place=place_of(election, number), reason=reason, by=by or officer(), now=at)


def counted(election, papers) -> dict:
    """The vote is closed, opened and counted: what of it is published."""
    mixed(election)
    assert bars(opened(election, papers).verdict) == []
    return Tally.objects.get(election=election).record["tally"]


def recounted(election, papers) -> list[tuple]:
    """What the scrutineers' file says that was in the envelopes."""
    file = opened(election, papers, purpose=Purpose.RECOUNT).recount
    return [(each["choice"], each["weight"]) for each in file["ballots"]]


def test_a_ballot_is_one_envelope_with_a_tracker(voting):
    tracker = put_in(voting, 1, "1")

    (found,) = Envelope.objects.exclude(sealed=None)
    assert (found.place.number, found.has_voted, found.tracker) == (1, True, tracker)
    assert tracker_state(voting, tracker) == TrackerState.IN_THE_BOX


def test_all_envelopes_have_one_length_whatever_is_in_them(voting):
    put_in_many(voting, {1: "1", 2: "2", 3: ABSTAIN, 4: "1"})

    assert len({len(each.sealed) for each in Envelope.objects.exclude(sealed=None)}) == 1


def test_a_cast_makes_no_entry_no_ballot_and_tells_no_tracker(voting):
    before = Entry.objects.count()
    tracker = put_in(voting, 1, "1")

    assert (Entry.objects.count() - before, Ballot.objects.count()) == (0, 0)
    (mail,) = mails("received:")
    assert (tracker in mail.body, "Ana Alva" in mail.body) == (False, False)
    assert mail.written_at == NOW.replace(hour=0)


def test_the_same_form_twice_is_one_ballot_with_one_tracker(voting):
    first = put_in(voting, 1, "1", token="form 1")
    again = put_in(voting, 1, "1", token="form 1", at=NOW + 2 * HOUR)

    assert (first == again, RetiredTracker.objects.count(), len(mails("received:"))) == (True, 0, 1)


def test_the_same_form_with_another_choice_is_still_the_first_ballot(voting, papers):
    first = put_in(voting, 1, "1", token="form 1")
    assert put_in(voting, 1, "2", token="form 1") == first
    mixed(voting)
    opened(voting, papers)

    assert recounted(voting, papers) == [("1", "100/3")]


def test_the_number_of_somebody_elses_form_is_just_another_number(voting):
    first = put_in(voting, 1, "1", token="form 1")
    second = put_in(voting, 2, "1", token="form 1")

    assert (first == second, Envelope.objects.filter(has_voted=True).count()) == (False, 2)


def test_putting_in_again_replaces_and_the_last_one_counts(voting, papers):
    first = put_in(voting, 1, "1")
    second = put_in(voting, 1, ABSTAIN)
    third = put_in(voting, 1, "2")
    states = [tracker_state(voting, each) for each in (first, second, third)]
    assert states == [TrackerState.REPLACED, TrackerState.REPLACED, TrackerState.IN_THE_BOX]

    mixed(voting)
    opened(voting, papers)

    assert [tracker_state(voting, each) for each in (first, second, third)] == states
    assert recounted(voting, papers) == [("2", "100/3")]
    board = Board.objects.get()
    assert (board.trackers, board.replaced) == ([third], sorted([first, second]))


@pytest.mark.parametrize("tracker", ["", "0" * 64, "f" * 63, "ſ" * 64, "%"])
def test_a_tracker_that_nobody_got_is_unknown(voting, tracker):
    put_in(voting, 1, "1")
    before = tracker_state(voting, tracker)
    mixed(voting)

    assert (before, tracker_state(voting, tracker)) == (TrackerState.UNKNOWN, TrackerState.UNKNOWN)


def test_the_tracker_of_another_vote_is_unknown_here(voting):
    other = open_secret_vote(Papers())
    tracker = put_in(other, 1, "1")

    assert tracker_state(voting, tracker) == TrackerState.UNKNOWN


def test_where_the_rules_take_one_ballot_a_second_is_refused_and_the_same_form_is_not():
    election = open_secret_vote(Papers(), rules={"vote_again_allowed": False})
    first = put_in(election, 1, "1", token="form 1")

    assert casting(election, 1, "2") == [Bar.VOTED_ALREADY]
    assert put_in(election, 1, "1", token="form 1") == first


def test_the_vote_is_taken_from_its_first_instant_and_not_in_its_last(voting):
    end = end_of_vote(voting)

    assert casting(voting, 1, at=NOW - SECOND) == [Bar.VOTE_NOT_OPEN]
    assert casting(voting, 1, at=NOW, token="a") == []
    assert casting(voting, 1, at=end - SECOND, token="b") == []
    assert casting(voting, 1, at=end, token="c") == [Bar.VOTE_NOT_OPEN]


def test_a_form_left_open_past_the_close_is_refused_also_when_it_was_sent_before(voting):
    put_in(voting, 1, "1", token="form 1")
    mixed(voting)

    assert casting(voting, 1, at=end_of_vote(voting), token="form 1") == [Bar.VOTE_NOT_OPEN]
    assert casting(voting, 2, at=end_of_vote(voting)) == [Bar.VOTE_NOT_OPEN]
    assert MixedEnvelope.objects.count() == 1


@pytest.mark.parametrize("choice", ["3", "0", "yes", "", "1 ", "Ana Alva", "1\x00"])
def test_what_is_not_on_the_ballot_cannot_be_put_in(voting, choice):
    assert casting(voting, 1, choice) == [Bar.NOT_ON_BALLOT]


def test_only_who_holds_the_vote_of_a_place_puts_its_envelope_in(voting):
    place = place_of(voting, 1)
    alternate = representative(place.member, role="alternate")

    for who in (person(), officer(), alternate, holder_of(place_of(voting, 2))):
        assert casting(voting, 1, by=who) == [Bar.NOT_HOLDER_NOW]
    assert Envelope.objects.filter(has_voted=True).count() == 0


def test_a_secret_vote_takes_no_named_ballot(voting):
    place = place_of(voting, 1)

    with pytest.raises(Exception, match="no ballot is added"):
        cast_ballot(place=place, choice="1", by=holder_of(place), now=NOW + HOUR)


def test_an_envelope_stays_when_its_voter_loses_the_representation(voting, papers):
    place = place_of(voting, 1)
    tracker, former = put_in(voting, 1, "1"), holder_of(place)
    successor = person()
    replace_primary(
        member=place.member, person=successor, start=TODAY, reason="elected", by=None, now=NOW + HOUR
    )

    assert tracker_state(voting, tracker) == TrackerState.IN_THE_BOX
    assert casting(voting, 1, "2", by=former, token="late") == [Bar.NOT_HOLDER_NOW]
    assert counted(voting, papers)["cast"]["heads"] == 1
    assert recounted(voting, papers) == [("1", "100/3")]


def test_a_successor_may_replace_the_envelope(voting, papers):
    place = place_of(voting, 1)
    before, successor = put_in(voting, 1, "1"), person()
    replace_primary(
        member=place.member, person=successor, start=TODAY, reason="elected", by=None, now=NOW + HOUR
    )

    assert casting(voting, 1, "2", by=successor) == []
    assert tracker_state(voting, before) == TrackerState.REPLACED
    assert counted(voting, papers)["cast"]["heads"] == 1
    assert recounted(voting, papers) == [("2", "100/3")]


def test_where_the_holder_at_the_freeze_votes_the_successor_does_not():
    election = open_secret_vote(Papers(), rules={"replaced_representative": "holder_at_freeze_votes"})
    place = place_of(election, 1)
    former, successor = holder_of(place), person()
    replace_primary(
        member=place.member, person=successor, start=TODAY, reason="elected", by=None, now=NOW + HOUR
    )

    assert casting(election, 1, by=successor) == [Bar.NOT_HOLDER_AT_FREEZE]
    assert casting(election, 1, by=former) == []


def test_an_envelope_of_a_barred_place_is_void_and_the_count_is_in_order(voting, papers):
    trackers = put_in_many(voting, {1: "1", 2: "2", 4: "1"})

    bar(voting, 1)

    assert tracker_state(voting, trackers[1]) == TrackerState.VOIDED
    told = counted(voting, papers)
    assert (told["cast"]["heads"], told["cast"]["weight"]) == (2, "250/9")
    assert recounted(voting, papers) == [("1", "100/9"), ("2", "50/3")]
    board = Board.objects.get()
    assert (board.envelopes, board.voided, board.replaced) == (2, [trackers[1]], [])
    assert tracker_state(voting, trackers[1]) == TrackerState.VOIDED


def test_a_barred_place_puts_nothing_in_any_more(voting):
    put_in(voting, 1, "1", token="form 1")
    bar(voting, 1)

    assert casting(voting, 1, token="form 1") == [Bar.PLACE_BARRED]
    assert casting(voting, 1, token="form 2") == [Bar.PLACE_BARRED]
    assert participation(voting).voted == 0


def test_a_place_is_barred_before_it_voted_and_the_count_is_in_order(voting, papers):
    put_in_many(voting, {2: "2", 4: "1"})

    bar(voting, 1)

    assert casting(voting, 1) == [Bar.PLACE_BARRED]
    assert counted(voting, papers)["cast"]["heads"] == 2
    assert Board.objects.get().voided == []


def test_every_tracker_of_a_barred_place_keeps_its_own_end(voting):
    first, second = put_in(voting, 1, "1"), put_in(voting, 1, "2")
    bar(voting, 1)
    mixed(voting)

    assert [tracker_state(voting, each) for each in (first, second)] == [
        TrackerState.REPLACED,
        TrackerState.VOIDED,
    ]


def test_a_place_is_barred_once_by_an_officer_with_a_reason_before_the_close(voting):
    assert refusal(lambda: bar(voting, 1, reason=" \n")) == [Seal.NO_REASON]
    assert refusal(lambda: bar(voting, 1, by=person())) == [Door.NOT_AN_OFFICER]
    assert refusal(lambda: bar(voting, 1)) == []
    assert refusal(lambda: bar(voting, 1)) == [Seal.BARRED_ALREADY]
    mixed(voting)
    assert refusal(lambda: bar(voting, 2, at=end_of_vote(voting) + HOUR)) == [Bar.CLOSED_ALREADY]
    assert PlaceBar.objects.count() == 1


def test_a_place_is_barred_after_the_end_while_the_vote_waits_for_its_close(voting, papers):
    put_in_many(voting, {1: "1", 2: "2"})
    bar(voting, 1, at=end_of_vote(voting) + SECOND)

    assert counted(voting, papers)["cast"]["heads"] == 1


def test_a_bar_is_told_to_who_votes_for_the_place_and_bound_in_the_chain(voting):
    made = bar(voting, 1)

    (mail,) = [each for each in mails("barred:") if "witness" not in each.event]
    assert mail.person == holder_of(place_of(voting, 1))
    entry = Entry.objects.about(voting).get(act=Act.PLACE_BARRED)
    assert (entry.at, entry.digest) == (made.barred_at, digest(barred_row(1, made.barred_at)))


def test_the_roll_and_every_weight_stay_when_a_place_is_barred(voting):
    before = [(each.number, each.weight) for each in voting.places.order_by("number")]

    bar(voting, 1)

    assert [(each.number, each.weight) for each in voting.places.order_by("number")] == before


def test_the_vote_is_closed_once_and_not_early(voting):
    put_in(voting, 1, "1")
    end = end_of_vote(voting)
    assert refusal(lambda: close_vote(election=voting, by=officer(), now=end - SECOND)) == [
        Bar.VOTE_STILL_RUNS
    ]

    close_vote(election=voting, by=officer(), now=end)
    close_vote(election=voting, by=officer(), now=end + HOUR)

    assert (MixedEnvelope.objects.count(), Board.objects.count()) == (1, 1)
    assert acts_on(voting).count(Act.VOTE_CLOSED) == 1


def test_the_mix_leaves_marks_and_nothing_in_the_outer_envelopes(voting):
    put_in_many(voting, {1: "1", 2: "2"})
    put_in(voting, 2, "1")

    mixed(voting)

    left = Envelope.objects.values_list("place__number", "has_voted", "sealed", "tracker", "attempt")
    assert sorted(left) == [(n, n in (1, 2), None, None, None) for n in range(1, 7)]
    assert RetiredTracker.objects.count() == 0


def test_mixed_envelopes_are_not_in_the_order_of_the_places(papers):
    orders = set()
    for _ in range(8):
        election = open_secret_vote(Papers())
        trackers = list(put_in_many(election, dict.fromkeys(range(1, 7), "1")).values())
        sealed = dict(Envelope.objects.exclude(sealed=None).values_list("sealed", "tracker"))
        mixed(election)
        found = MixedEnvelope.objects.filter(election=election).order_by("pk")
        orders.add(tuple(trackers.index(sealed[each.sealed]) for each in found))
        annul_election(election=election, reason="Again.", by=officer(), now=end_of_vote(election) + HOUR)

    assert len(orders) > 1


def test_nothing_is_put_in_once_the_vote_is_annulled(voting):
    put_in(voting, 1, "1", token="form 1")
    annul_election(election=voting, reason="Void.", by=officer(), now=NOW + HOUR)

    assert casting(voting, 1, token="form 1") == [Bar.VOTE_NOT_OPEN]
    assert casting(voting, 2) == [Bar.VOTE_NOT_OPEN]
    assert refusal(lambda: bar(voting, 2)) == [Bar.ANNULLED]


def test_no_mail_of_a_whole_vote_carries_a_tracker_a_choice_or_a_code(voting, papers):
    trackers = [*put_in_many(voting, {1: "1", 2: "2", 4: "1"}).values(), put_in(voting, 1, "2")]
    bar(voting, 2)
    mixed(voting)
    opened(voting, papers)
    written = "\n".join(f"{each.event} {each.subject} {each.body}" for each in Notice.objects.all())

    assert [tracker for tracker in trackers if tracker in written] == []
    assert [code for code in papers.words.values() if code in written] == []
    received = [each.body for each in mails("received:")]
    assert [body for body in received if "Ana Alva" in body or "Beto Brito" in body] == []


def test_an_old_form_sent_again_does_not_undo_the_ballot_that_replaced_it(voting):
    first = put_in(voting, 1, "1", token="first form")
    second = put_in(voting, 1, "2", token="second form")

    refused = casting(voting, 1, "1", token="first form")

    states = [tracker_state(voting, each) for each in (first, second)]
    assert (refused, states) == ([Seal.FORM_SENT_BEFORE], [TrackerState.REPLACED, TrackerState.IN_THE_BOX])
