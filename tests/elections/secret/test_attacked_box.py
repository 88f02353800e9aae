"""An envelope altered, removed, copied, moved or forged: the count stops and tells nothing."""

from collections.abc import Callable
from fractions import Fraction

import pytest

from elections.enums.acts import Act
from elections.enums.seals import Outcome, Purpose, Seal, TrackerState
from elections.models import Board, Election, Envelope, MixedEnvelope, Opening, Place, Tally
from elections.rules.sealing import ballot_context
from elections.selectors.box import context_of, tracker_state
from elections.selectors.rolls import frozen_roll
from elections.selectors.scrutiny import present_key
from lacralo.core.vault.seals import new_key, padded, public_half, seal, tracker_of
from tests.elections.builders import officer
from tests.elections.sealed import Papers, mixed, open_secret_vote, opened, put_in_many
from tests.elections.secret.scene import (
    acts_on,
    bars,
    last_stop,
    mails,
    past_the_guards,
    sealed_for,
    six_members,
)

pytestmark = pytest.mark.django_db

#: Places 4 and 5 weigh the same, places 1, 2 and 4 do not.
VOTES = {1: "1", 2: "2", 4: "1", 5: "2"}
ALONE = [Seal.ENVELOPES_UNREADABLE, Seal.ENVELOPES_NOT_AS_LISTED, Seal.WEIGHTS_DIFFER]


@pytest.fixture(autouse=True)
def _members():
    six_members()


@pytest.fixture
def papers() -> Papers:
    """What the scrutineers of this vote keep on paper."""
    return Papers()


@pytest.fixture
def voting(papers) -> Election:
    """Four places have put their envelopes in; the vote is open."""
    election = open_secret_vote(papers)
    put_in_many(election, VOTES)
    return election


def envelope(election: Election, number: int) -> Envelope:
    return Envelope.objects.get(place__election=election, place__number=number)


def write(election: Election, number: int, **columns) -> None:
    """Somebody with the database writes into the outer envelope of a place."""
    with past_the_guards():
        Envelope.objects.filter(place__election=election, place__number=number).update(**columns)


def exchange(sealed: str, by: str | None) -> None:
    """Somebody with the database exchanges a mixed envelope, or removes it."""
    with past_the_guards():
        found = MixedEnvelope.objects.filter(sealed=sealed)
        assert found.count() == 1
        found.update(sealed=by) if by is not None else found.delete()


def weight_of(election: Election, number: int) -> Fraction:
    return Place.objects.get(election=election, number=number).weight


def count_stops(election: Election, papers: Papers) -> list:
    """Why the count stops; that it does, and that nothing of it is kept or told, is asserted here."""
    answer = opened(election, papers)
    election.refresh_from_db()
    stopped = last_stop(election)
    assert (stopped.outcome, stopped.remaining, answer.recount) == (Outcome.STOPPED, {}, {})
    assert [each["code"] for each in stopped.because] == bars(answer.verdict)
    assert (election.counted_at, Tally.objects.count()) == (None, 0)
    assert acts_on(election)[-1] == Act.COUNT_STOPPED
    return bars(answer.verdict)


def copy_of_another_place(number: int) -> Callable:
    def attack(election: Election) -> None:
        """Envelope 4 is copied to another place, with its tracker made up."""
        sealed = envelope(election, 4).sealed
        write(election, number, sealed=sealed, tracker="f" * 64)

    return attack


def moved(election: Election) -> None:
    """Envelope 4 is taken away and put under place 2, which weighs more."""
    found = envelope(election, 4)
    write(election, 4, sealed=None, tracker=None, attempt=None)
    write(election, 2, sealed=found.sealed, tracker=found.tracker)


def swapped(election: Election) -> None:
    """A voter's own ballot, put under another weight: what a forged client could hand in."""
    sealed = sealed_for(election, "1", weight_of(election, 1), context=context_of(election))
    write(election, 4, sealed=sealed, tracker=tracker_of(sealed))


def removed(election: Election) -> None:
    write(election, 4, sealed=None, tracker=None, attempt=None)


def altered(election: Election) -> None:
    sealed = envelope(election, 4).sealed
    sealed = sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:]
    write(election, 4, sealed=sealed, tracker=tracker_of(sealed))


def altered_in_secret(election: Election) -> None:
    """Altered, with the tracker left as the voter knows it."""
    sealed = envelope(election, 4).sealed
    write(election, 4, sealed=sealed[:-6] + ("A" if sealed[-6] != "A" else "B") + sealed[-5:])


def from_(**context) -> Callable:
    def attack(election: Election) -> None:
        """An envelope that was made for another election, another contest or another roll."""
        bound = {
            "election": election.slug,
            "contest": election.position.key,
            "roll": frozen_roll(election).fingerprint,
        }
        made = ballot_context(**bound | context)
        sealed = sealed_for(election, "1", weight_of(election, 4), context=made)
        write(election, 4, sealed=sealed, tracker=tracker_of(sealed))

    return attack


def with_another_key(election: Election) -> None:
    sealed = sealed_for(
        election, "1", weight_of(election, 4), context=context_of(election), public=public_half(new_key())
    )
    write(election, 4, sealed=sealed, tracker=tracker_of(sealed))


def holding(content: bytes) -> Callable:
    def attack(election: Election) -> None:
        """What is no ballot, sealed to the right key in the right context."""
        sealed = seal(padded(content, 192), present_key(election).public_key, context=context_of(election))
        write(election, 4, sealed=sealed, tracker=tracker_of(sealed))

    return attack


def with_weight(weight: Fraction) -> Callable:
    def attack(election: Election) -> None:
        sealed = sealed_for(election, "1", weight, context=context_of(election))
        write(election, 4, sealed=sealed, tracker=tracker_of(sealed))

    return attack


def with_choice(choice: str) -> Callable:
    def attack(election: Election) -> None:
        sealed = sealed_for(election, choice, weight_of(election, 4), context=context_of(election))
        write(election, 4, sealed=sealed, tracker=tracker_of(sealed))

    return attack


UNREADABLE = [Seal.ENVELOPES_UNREADABLE, Seal.WEIGHTS_DIFFER]
WHILE_IT_RUNS = {
    "altered": (altered, UNREADABLE),
    "altered under the old tracker": (altered_in_secret, ALONE),
    "removed": (removed, [Seal.ENVELOPES_AND_PLACES_DIFFER, Seal.WEIGHTS_DIFFER]),
    "copied to a place of the same weight": (
        copy_of_another_place(5),
        [Seal.ENVELOPE_TWICE, Seal.ENVELOPES_NOT_AS_LISTED],
    ),
    "copied to a place of another weight": (
        copy_of_another_place(1),
        [Seal.ENVELOPE_TWICE, Seal.ENVELOPES_NOT_AS_LISTED, Seal.WEIGHTS_DIFFER],
    ),
    "moved to a place of another weight": (moved, [Seal.ENVELOPES_AND_PLACES_DIFFER, Seal.WEIGHTS_DIFFER]),
    "made with the weight of another place": (swapped, [Seal.WEIGHTS_DIFFER]),
    "of another election": (from_(election="alac-even-2024-1"), UNREADABLE),
    "of another contest": (from_(contest="alac_odd"), UNREADABLE),
    "of another roll": (from_(roll="0" * 64), UNREADABLE),
    "of another key": (with_another_key, UNREADABLE),
    "no ballot": (holding(b"rehearsal"), UNREADABLE),
    "no text": (holding(b"\xff\xfe"), UNREADABLE),
    "a weight without number": (holding(b'{"choice":"1","nonce":"","weight":1}'), UNREADABLE),
    "a weight of nothing": (holding(b'{"choice":"1","nonce":"","weight":"1/0"}'), UNREADABLE),
    "a forged weight": (with_weight(Fraction(99)), [Seal.WEIGHTS_DIFFER]),
    "no weight": (with_weight(Fraction(0)), [Seal.WEIGHTS_DIFFER]),
    "a choice on no ballot": (with_choice("3"), [Seal.ENVELOPES_UNREADABLE]),
    "yes where nobody is ratified": (with_choice("yes"), [Seal.ENVELOPES_UNREADABLE]),
}


@pytest.mark.parametrize("name", WHILE_IT_RUNS)
def test_what_is_done_to_an_envelope_while_the_vote_runs_stops_the_count(voting, papers, name):
    attack, expected = WHILE_IT_RUNS[name]
    attack(voting)
    mixed(voting)

    assert count_stops(voting, papers) == expected


def test_an_envelope_exchanged_for_one_of_the_same_weight_is_on_no_paper_of_its_voter(voting, papers):
    """What the page of promises says: whoever owns the server can replace a ballot; the voter sees it."""
    before = envelope(voting, 4).tracker
    with_choice("2")(voting)
    mixed(voting)

    assert bars(opened(voting, papers).verdict) == []
    assert tracker_state(voting, before) == TrackerState.UNKNOWN


def after_the_mix(election: Election, what: str) -> None:
    first, second = MixedEnvelope.objects.filter(election=election).order_by("pk")[:2]
    exchanged = {
        "altered": "A" * 40 + first.sealed[40:],
        "removed": None,
        "copied": second.sealed,
        "of another roll": sealed_for(election, "1", weight_of(election, 4), context="another"),
        "not base64": "?",
        "empty": "",
    }
    exchange(first.sealed, exchanged[what])


AFTER_THE_MIX = {
    "altered": ALONE,
    "removed": [Seal.ENVELOPES_NOT_AS_LISTED, Seal.ENVELOPES_AND_PLACES_DIFFER, Seal.WEIGHTS_DIFFER],
    "copied": [Seal.ENVELOPE_TWICE, Seal.ENVELOPES_NOT_AS_LISTED],
    "of another roll": ALONE,
    "not base64": ALONE,
    "empty": ALONE,
}


@pytest.mark.parametrize("what", AFTER_THE_MIX)
def test_what_is_done_to_a_mixed_envelope_stops_the_count(voting, papers, what):
    mixed(voting)
    after_the_mix(voting, what)

    found = count_stops(voting, papers)

    assert [each for each in found if each != Seal.WEIGHTS_DIFFER] == [
        each for each in AFTER_THE_MIX[what] if each != Seal.WEIGHTS_DIFFER
    ]


def test_an_envelope_added_after_the_mix_stops_the_count(voting, papers):
    mixed(voting)
    with past_the_guards():
        MixedEnvelope.objects.create(
            election=voting,
            sealed=sealed_for(voting, "1", weight_of(voting, 6), context=context_of(voting)),
        )

    assert count_stops(voting, papers) == [
        Seal.ENVELOPES_NOT_AS_LISTED, Seal.ENVELOPES_AND_PLACES_DIFFER, Seal.WEIGHTS_DIFFER,
    ]  # fmt: skip


def test_a_list_exchanged_together_with_an_envelope_is_caught_by_the_weights(voting, papers):
    mixed(voting)
    forged = sealed_for(voting, "1", Fraction(50), context=context_of(voting))
    first = MixedEnvelope.objects.filter(election=voting).first()
    exchange(first.sealed, forged)
    board = Board.objects.get(election=voting)
    trackers = sorted({*board.trackers} - {tracker_of(first.sealed)} | {tracker_of(forged)})
    with past_the_guards():
        Board.objects.filter(pk=board.pk).update(trackers=trackers)

    assert count_stops(voting, papers) == [Seal.WEIGHTS_DIFFER]


def test_a_mark_added_or_taken_away_after_the_mix_stops_the_count(voting, papers):
    mixed(voting)
    write(voting, 6, has_voted=True)
    assert count_stops(voting, papers) == [Seal.ENVELOPES_AND_PLACES_DIFFER, Seal.WEIGHTS_DIFFER]

    write(voting, 6, has_voted=False)
    write(voting, 5, has_voted=False)
    assert count_stops(voting, papers) == [Seal.ENVELOPES_AND_PLACES_DIFFER, Seal.WEIGHTS_DIFFER]


def test_a_mark_moved_to_a_place_of_another_weight_stops_the_count(voting, papers):
    mixed(voting)
    write(voting, 2, has_voted=False)
    write(voting, 6, has_voted=True)

    assert count_stops(voting, papers) == [Seal.WEIGHTS_DIFFER]


def test_the_altered_envelope_is_named_and_no_choice_is(voting, papers):
    mixed(voting)
    first = MixedEnvelope.objects.filter(election=voting).first()
    exchange(first.sealed, "A" * 40 + first.sealed[40:])

    opened(voting, papers)

    forged = tracker_of("A" * 40 + first.sealed[40:])
    by_code = {each["code"]: each["facts"] for each in last_stop(voting).because}
    assert by_code[Seal.ENVELOPES_UNREADABLE] == {"number": 1, "trackers": forged}
    assert by_code[Seal.ENVELOPES_NOT_AS_LISTED] == {
        "number": 2, "trackers": ", ".join(sorted([forged, tracker_of(first.sealed)])),
    }  # fmt: skip


def test_after_a_stop_the_envelope_put_right_lets_another_opening_count(voting, papers):
    mixed(voting)
    first = MixedEnvelope.objects.filter(election=voting).first()
    forged = "A" * 40 + first.sealed[40:]
    exchange(first.sealed, forged)
    assert count_stops(voting, papers)
    exchange(forged, first.sealed)

    answer = opened(voting, papers, by=(2, 1))

    assert (bars(answer.verdict), last_stop(voting)) == ([], None)
    counts = Opening.objects.filter(purpose=Purpose.COUNT).order_by("pk")
    assert [each.outcome for each in counts] == [Outcome.STOPPED, Outcome.DONE]


def test_a_stop_is_told_to_officer_and_scrutineers(voting, papers):
    mixed(voting)
    exchange(MixedEnvelope.objects.filter(election=voting).first().sealed, None)

    opened(voting, papers)

    told = {mail.person for mail in mails("stopped:") if "witness" not in mail.event}
    assert told == {officer(), *(each.person for each in voting.scrutineers.all())}


def test_an_envelope_altered_after_the_count_stops_the_recount_and_leaves_the_result(voting, papers):
    mixed(voting)
    opened(voting, papers)
    before = Tally.objects.get().record
    exchange(MixedEnvelope.objects.filter(election=voting).first().sealed, None)

    answer = opened(voting, papers, purpose=Purpose.RECOUNT)

    assert (bool(answer.verdict), answer.recount) == (False, {})
    assert Tally.objects.get().record == before


def test_a_vote_in_which_nobody_voted_is_counted_and_elects_nobody(papers):
    election = mixed(open_secret_vote(papers))

    answer = opened(election, papers)

    assert bars(answer.verdict) == []
    assert Tally.objects.get().state in ("no_votes", "no_quorum")
    assert Board.objects.get().trackers == []
