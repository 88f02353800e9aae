"""Any who are enough open, in any order; fewer open nothing, and a forged layer stops the opening."""

import base64
from datetime import timedelta
from itertools import permutations

import pytest

from elections.enums import Bar
from elections.enums.acts import Act
from elections.enums.seals import Outcome, Purpose, Seal
from elections.models import Election, ElectionKey, MixedEnvelope, Opening, Scrutineer, SealedKey, Tally
from elections.rules.sealing import code_context, layer_context
from elections.selectors.scrutiny import present_key
from elections.services.keys import freeze_key
from elections.services.mixing import SWEEP_TASK
from elections.services.openings import remove_layer
from elections.services.scrutineers import make_code
from elections.services.tallies import count_vote
from lacralo.core.deadlines.models import Deadline
from lacralo.core.vault import codes
from lacralo.core.vault.seals import BrokenSeal, new_key, opened, public_half, seal, seal_in_layers
from tests.builders import NOW, person
from tests.elections.builders import officer
from tests.elections.poll import end_of_vote
from tests.elections.sealed import (
    CEREMONY,
    Papers,
    mixed,
    open_secret_vote,
    put_in,
    put_in_many,
    rehearsed,
    remove,
    secret_election,
    with_codes,
)
from tests.elections.secret.scene import (
    acts_on,
    bars,
    last_stop,
    mails,
    past_the_guards,
    people_of,
    refusal,
    six_members,
)

pytestmark = pytest.mark.django_db

AT = NOW - CEREMONY
LATE = NOW + timedelta(days=30)


@pytest.fixture(autouse=True)
def _members():
    six_members()


def closed_vote(papers: Papers) -> Election:
    """A vote of three voters is closed, and waits for its scrutineers."""
    election = open_secret_vote(papers)
    put_in_many(election, {1: "1", 2: "2", 4: "1"})
    return mixed(election)


def key_of(scrutineer: Scrutineer, papers: Papers):
    """The private key of a scrutineer, as whoever holds the paper can compute it."""
    context = code_context(election=scrutineer.election.slug, number=scrutineer.number)
    return codes.key_of(codes.secret_of(papers.of(scrutineer), "en"), context)


def layers_of(key: ElectionKey) -> str:
    return layer_context(election=key.election.slug, version=key.version)


def forge(key: ElectionKey, content: bytes, *, order: str | None = None) -> None:
    """Somebody with the database writes sealed keys of their own: public halves are known."""
    publics = {each.number: each.public_key for each in people_of(key.election)}
    with past_the_guards():
        for each in SealedKey.objects.filter(key=key):
            if order in (None, each.order):
                numbers = [publics[int(number)] for number in each.order.split("-")]
                sealed = seal_in_layers(content, numbers, context=layers_of(key))
                SealedKey.objects.filter(pk=each.pk).update(sealed=sealed)


@pytest.mark.parametrize("by", list(permutations((0, 1, 2), 2)))
def test_any_two_of_three_open_in_any_order(by):
    papers = Papers()
    election = closed_vote(papers)
    people = people_of(election)

    answers = [remove(people[place], papers, Purpose.COUNT, at=LATE).missing for place in by]

    assert answers == [1, 0]
    assert Tally.objects.get(election=election).record["tally"]["cast"]["heads"] == 3


@pytest.mark.parametrize(
    ("needed", "by"),
    [
        (2, (3, 4)),
        (2, (4, 3)),
        (2, (0, 4)),
        (3, (2, 3, 4)),
        (3, (4, 3, 2)),
        (3, (1, 4, 0)),
        (5, (4, 2, 0, 1, 3)),
    ],
)
def test_any_who_are_enough_of_five_open_in_any_order(needed, by):
    papers = Papers()
    election = secret_election(rules={"scrutineers": 5, "scrutineers_needed": needed})
    people = with_codes(election, papers, number=5)
    freeze_key(election=election, by=officer(), now=AT)

    answers = [remove(people[place], papers, Purpose.REHEARSAL, at=AT).missing for place in by]

    assert answers == list(range(needed - 1, -1, -1))
    assert present_key(election).rehearsed_at == AT


def test_the_same_scrutineer_is_not_two():
    papers = Papers()
    election = closed_vote(papers)
    first = people_of(election)[0]
    remove(first, papers, Purpose.COUNT, at=LATE)

    assert refusal(lambda: remove(first, papers, Purpose.COUNT, at=LATE)) == [Seal.LAYER_REMOVED_ALREADY]
    assert not Tally.objects.exists()


def test_what_one_scrutineer_leaves_is_sealed_to_each_of_the_others():
    papers = Papers()
    election = closed_vote(papers)
    first, second, third = people_of(election)
    remove(first, papers, Purpose.COUNT, at=LATE)
    (begun,) = Opening.objects.filter(purpose=Purpose.COUNT)
    context = layers_of(present_key(election))

    assert (begun.numbers, sorted(begun.remaining)) == ([1], ["2", "3"])
    for left in begun.remaining.values():
        with pytest.raises(BrokenSeal):
            opened(left, key_of(first, papers), context=context)
    for each in (second, third):
        private = opened(begun.remaining[str(each.number)], key_of(each, papers), context=context)
        assert len(private) == 32


def test_one_code_opens_no_sealed_key_to_its_end():
    papers = Papers()
    election = closed_vote(papers)
    own, context = key_of(people_of(election)[0], papers), layers_of(present_key(election))

    for each in SealedKey.objects.filter(key__election=election):
        if each.order.startswith("1-"):
            layer = opened(each.sealed, own, context=context).decode()
            with pytest.raises(BrokenSeal):
                opened(layer, own, context=context)
        else:
            with pytest.raises(BrokenSeal):
                opened(each.sealed, own, context=context)


def test_when_nobody_follows_nothing_is_open():
    papers = Papers()
    election = closed_vote(papers)
    remove(people_of(election)[0], papers, Purpose.COUNT, at=LATE)

    election.refresh_from_db()
    assert (election.counted_at, Tally.objects.count()) == (None, 0)
    assert acts_on(election)[-1] == Act.LAYER_REMOVED


@pytest.mark.parametrize("purpose", [Purpose.COUNT, Purpose.RECOUNT])
def test_nothing_is_opened_while_the_vote_runs(purpose):
    papers = Papers()
    election = open_secret_vote(papers)
    put_in(election, 1, "1")
    bar = {Purpose.COUNT: Bar.NOT_CLOSED, Purpose.RECOUNT: Bar.NOT_COUNTED}[purpose]

    for at in (NOW + timedelta(hours=1), end_of_vote(election)):
        assert refusal(lambda at=at: remove(people_of(election)[0], papers, purpose, at=at)) == [bar]


def test_neither_the_officer_nor_a_stranger_removes_a_layer_with_the_paper_of_somebody():
    papers = Papers()
    election = closed_vote(papers)
    one = people_of(election)[0]

    for by in (officer(), person(), people_of(election)[1].person):
        asked = {"scrutineer": one, "purpose": Purpose.COUNT, "typed": papers.of(one), "by": by, "now": LATE}
        assert refusal(lambda asked=asked: remove_layer(**asked)) == [Seal.NOT_THE_SCRUTINEER]


def test_the_officer_does_not_count_a_secret_vote():
    election = closed_vote(Papers())

    assert refusal(lambda: count_vote(election=election, by=officer(), now=LATE)) == [Seal.SCRUTINEERS_OPEN]


def test_a_vote_is_counted_once_and_recounted_as_often_as_wished():
    papers = Papers()
    election = closed_vote(papers)
    people = people_of(election)
    for each in people[:2]:
        remove(each, papers, Purpose.COUNT, at=LATE)

    assert refusal(lambda: remove(people[2], papers, Purpose.COUNT, at=LATE)) == [Bar.COUNTED_ALREADY]
    files = []
    for _ in range(2):
        remove(people[2], papers, Purpose.RECOUNT, at=LATE)
        files.append(remove(people[0], papers, Purpose.RECOUNT, at=LATE).recount)
    assert [each["ballots"] for each in files] == [
        [
            {"choice": "1", "weight": "100/9"},
            {"choice": "1", "weight": "100/3"},
            {"choice": "2", "weight": "50/3"},
        ]
    ] * 2
    assert [(each["voters"], len(each["ballots"])) for each in files] == [([1, 2, 4], 3)] * 2
    assert Tally.objects.count() == 1


@pytest.mark.parametrize("content", [b"", b"x", b"\0" * 31, b"\xff" * 33, bytes(range(32))])
def test_a_sealed_key_that_holds_another_key_or_none_stops_the_opening(content):
    papers = Papers()
    election = closed_vote(papers)
    forge(present_key(election), content)
    people = people_of(election)

    remove(people[0], papers, Purpose.COUNT, at=LATE)
    answer = remove(people[1], papers, Purpose.COUNT, at=LATE)

    assert bars(answer.verdict) == [Seal.KEY_DIFFERS]
    stopped = last_stop(election)
    assert (stopped.outcome, stopped.remaining, stopped.because) == (
        Outcome.STOPPED, {}, [{"code": str(Seal.KEY_DIFFERS), "facts": {}}],
    )  # fmt: skip
    assert not Tally.objects.exists()


@pytest.mark.parametrize("inner", [b"\0\0", b"\xff\xfe", b"no layer at all", b"====", "é".encode()])
def test_a_layer_under_which_is_no_layer_stops_the_opening(inner):
    papers = Papers()
    election = closed_vote(papers)
    key, first = present_key(election), people_of(election)[0]
    with past_the_guards():
        sealed = seal(inner, first.public_key, context=layers_of(key))
        SealedKey.objects.filter(key=key).update(sealed=sealed)

    assert bars(remove(first, papers, Purpose.COUNT, at=LATE).verdict) == [Seal.KEY_DIFFERS]


@pytest.mark.parametrize("sealed", ["", "x", "not base64!", "AAAA", base64.b64encode(b"x" * 200).decode()])
def test_a_sealed_key_that_was_altered_stops_the_opening(sealed):
    papers = Papers()
    election = closed_vote(papers)
    with past_the_guards():
        SealedKey.objects.filter(key__election=election).update(sealed=sealed)

    answer = remove(people_of(election)[0], papers, Purpose.COUNT, at=LATE)

    assert bars(answer.verdict) == [Seal.KEY_DIFFERS]
    assert [mail.person for mail in mails("stopped:")].count(officer()) == 1


@pytest.mark.parametrize("orders", [(), ("2-3", "3-2")])
def test_sealed_keys_that_were_removed_stop_the_opening_of_whom_they_were_for(orders):
    papers = Papers()
    election = closed_vote(papers)
    with past_the_guards():
        SealedKey.objects.filter(key__election=election).exclude(order__in=orders).delete()

    assert bars(remove(people_of(election)[0], papers, Purpose.COUNT, at=LATE).verdict) == [Seal.KEY_DIFFERS]


def test_one_altered_order_stops_one_opening_and_others_go_on():
    papers = Papers()
    election = closed_vote(papers)
    forge(present_key(election), b"forged", order="1-2")
    first, second, third = people_of(election)

    remove(first, papers, Purpose.COUNT, at=LATE)
    assert bars(remove(second, papers, Purpose.COUNT, at=LATE).verdict) == [Seal.KEY_DIFFERS]
    answers = [remove(each, papers, Purpose.COUNT, at=LATE) for each in (third, second)]

    assert [(bars(each.verdict), each.missing) for each in answers] == [([], 1), ([], 0)]
    assert (Tally.objects.count(), last_stop(election)) == (1, None)


def test_what_is_stored_between_and_was_altered_stops_the_opening():
    papers = Papers()
    election = closed_vote(papers)
    first, second, third = people_of(election)
    remove(first, papers, Purpose.COUNT, at=LATE)
    Opening.objects.filter(ended_at=None).update(remaining={"3": "AAAA"})

    assert bars(remove(second, papers, Purpose.COUNT, at=LATE).verdict) == [Seal.KEY_DIFFERS]
    assert [remove(each, papers, Purpose.COUNT, at=LATE).missing for each in (second, third)] == [1, 0]


@pytest.mark.parametrize("content", [b"another test", b"\xff" * 40])
def test_a_test_ballot_that_was_altered_stops_the_rehearsal(content):
    papers, election = Papers(), secret_election()
    people = with_codes(election, papers)
    key = freeze_key(election=election, by=officer(), now=AT)
    with past_the_guards():
        forged = seal(content, key.public_key, context="lacralo")
        ElectionKey.objects.filter(pk=key.pk).update(test_envelope=forged)
    remove(people[0], papers, Purpose.REHEARSAL, at=AT)

    answer = remove(people[1], papers, Purpose.REHEARSAL, at=AT)

    assert bars(answer.verdict) == [Seal.KEY_DIFFERS]
    assert present_key(election).rehearsed_at is None


def test_a_public_key_that_was_exchanged_is_found_at_the_rehearsal():
    papers, election = Papers(), secret_election()
    people = with_codes(election, papers)
    key = freeze_key(election=election, by=officer(), now=AT)
    with past_the_guards():
        ElectionKey.objects.filter(pk=key.pk).update(public_key=public_half(new_key()))
    remove(people[0], papers, Purpose.REHEARSAL, at=AT)

    assert bars(remove(people[1], papers, Purpose.REHEARSAL, at=AT).verdict) == [Seal.KEY_DIFFERS]


def test_a_stop_of_a_key_that_was_given_up_is_not_told_of_the_next_one():
    papers, election = Papers(), secret_election()
    rehearsed(election, papers)
    first = people_of(election)[0]
    election.refresh_from_db()
    key = present_key(election)
    Opening.objects.create(
        key=key, purpose=Purpose.REHEARSAL, started_at=AT, ended_at=AT, outcome=Outcome.STOPPED,
        because=[{"code": str(Seal.KEY_DIFFERS), "facts": {}}],
    )  # fmt: skip
    assert last_stop(election).key == key
    make_code(scrutineer=first, by=first.person, now=AT)

    assert last_stop(election) is None


def test_the_envelopes_are_the_same_before_and_after_the_count():
    papers = Papers()
    election = closed_vote(papers)
    before = set(MixedEnvelope.objects.values_list("sealed", flat=True))

    for each in people_of(election)[:2]:
        remove(each, papers, Purpose.COUNT, at=LATE)

    assert set(MixedEnvelope.objects.values_list("sealed", flat=True)) == before


def test_what_was_sealed_to_fewer_than_open_it_is_swept_once_the_opening_ends():
    papers = Papers()
    election = secret_election()
    first, second, _third = with_codes(election, papers)
    freeze_key(election=election, by=officer(), now=AT)
    sweeps = Deadline.objects.open().filter(task=SWEEP_TASK, subject_id=str(election.pk), due_at=AT)

    waiting = []
    for each in (first, second):
        remove(each, papers, Purpose.REHEARSAL, at=AT)
        waiting.append(sweeps.count())

    assert waiting == [0, 1]
