"""What is in an envelope, to what it is bound, and when a box may be counted."""

import json
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from elections.enums.seals import Seal
from elections.rules.sealing import (
    LENGTH,
    Box,
    Inner,
    Unreadable,
    attempt_of,
    ballot_context,
    behind,
    code_context,
    in_order,
    layer_context,
    order_text,
    orders,
    read,
    rehearsal_context,
    written,
)

NONCE = "0" * 32
WEIGHTS = st.fractions(min_value=0, max_value=100, max_denominator=10**6)
A, B, C = Inner("1", Fraction(25, 8)), Inner("2", Fraction(25, 8)), Inner("abstain", Fraction(25, 4))
BOX = Box(
    opened=(A, B, C),
    unreadable=(),
    trackers=("a", "b", "c"),
    listed=("c", "a", "b"),
    marked=(Fraction(25, 4), Fraction(25, 8), Fraction(25, 8)),
    options={"1", "2", "abstain"},
)


def bars_of(box: Box) -> dict[str, dict]:
    """What bars the count, with its facts."""
    return {line.code: dict(line.facts) for line in in_order(box).bars}


@given(st.sampled_from(["1", "12", "yes", "no", "abstain"]), WEIGHTS)
def test_what_was_written_is_read_exactly_and_fits(choice, weight):
    content = written(Inner(choice, weight), NONCE)

    assert read(content) == Inner(choice, weight)
    assert len(content) <= LENGTH


def test_two_envelopes_with_the_same_ballot_are_not_alike():
    assert written(A, "a") != written(A, "b")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"rehearsal",
        b"\xff\xfe",
        b"[]",
        b"1",
        b"null",
        b'{"choice": "1"}',
        b'{"weight": "1"}',
        b'{"choice": "1", "weight": 1}',
        b'{"choice": "1", "weight": "0.5"}',
        b'{"choice": "1", "weight": "-1"}',
        b'{"choice": "1", "weight": "1/0"}',
        b'{"choice": "1", "weight": "1e9999999"}',
        b'{"choice": "1", "weight": null}',
        b'{"choice": "1", "weight": "' + b"9" * 5000 + b'"}',
        b"[" * 100_000,
    ],
)
def test_what_is_no_ballot_is_unreadable_and_no_other_error(content):
    with pytest.raises(Unreadable):
        read(content)


@given(st.binary(max_size=LENGTH))
def test_whatever_comes_out_of_an_envelope_is_read_or_unreadable(content):
    with suppress(Unreadable):
        assert isinstance(read(content), Inner)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text() | st.integers(), st.lists))
def test_a_forged_weight_of_any_kind_is_unreadable_or_exact(weight):
    content = json.dumps({"choice": "1", "weight": weight}).encode()
    with suppress(Unreadable):
        assert isinstance(read(content).weight, Fraction)


def test_every_context_binds_another_thing():
    bound = {"election": "e", "contest": "c", "roll": "r"}
    contexts = [
        ballot_context(**bound),
        *(ballot_context(**bound | {name: "other"}) for name in bound),
        rehearsal_context(election="e", version=1),
        rehearsal_context(election="e", version=2),
        layer_context(election="e", version=1),
        layer_context(election="e", version=2),
        code_context(election="e", number=1),
        code_context(election="e", number=2),
        code_context(election="f", number=1),
    ]

    assert len(set(contexts)) == len(contexts)


def test_no_name_can_be_written_so_that_two_contexts_are_one():
    assert ballot_context(election='a","x":"', contest="b", roll="c") != ballot_context(
        election="a", contest='","x":"b', roll="c"
    )


@pytest.mark.parametrize(("number", "needed"), [(2, 2), (3, 2), (3, 3), (5, 2), (5, 3), (5, 5)])
def test_every_order_of_every_choice_of_scrutineers_can_open(number, needed):
    people = range(1, number + 1)
    foreseen = set(orders(people, needed))

    assert foreseen == {order for chosen in combinations(people, needed) for order in permutations(chosen)}


def test_numbers_of_scrutineers_who_were_released_are_in_no_order():
    assert {number for order in orders([2, 4, 5], 2) for number in order} == {2, 4, 5}


@pytest.mark.parametrize(
    ("order", "number", "left"),
    [
        ("3-1", 3, "1"),
        ("1", 1, ""),
        ("3-1", 1, None),
        ("12-1", 1, None),
        ("12-1", 12, "1"),
        ("4-5-2", 4, "5-2"),
        ("", 1, None),
    ],
)
def test_an_order_is_followed_from_its_first(order, number, left):
    assert behind(order, number) == left


def test_an_order_is_walked_to_its_end():
    order = order_text((4, 5, 2))

    for number in (4, 5, 2):
        order = behind(order, number)
    assert order == ""


def test_the_number_of_a_form_is_kept_as_its_hash():
    assert attempt_of("secret") != attempt_of("Secret")
    assert (len(attempt_of("secret")), "secret" in attempt_of("secret")) == (64, False)


def test_a_box_as_it_has_to_be_is_counted():
    assert bars_of(BOX) == {}
    assert len(in_order(BOX).lines) == 5


def test_an_empty_box_of_a_vote_without_voters_is_in_order():
    assert bars_of(Box((), (), (), (), (), {"1"})) == {}


def test_an_altered_envelope_is_named():
    box = replace(BOX, opened=(A, B), unreadable=("x",), trackers=("a", "b", "x"))

    assert bars_of(box) == {
        Seal.ENVELOPES_UNREADABLE: {"number": 1, "trackers": "x"},
        Seal.ENVELOPES_NOT_AS_LISTED: {"number": 2, "trackers": "c, x"},
        Seal.WEIGHTS_DIFFER: {},
    }


def test_a_removed_envelope_is_named_and_missed():
    box = replace(BOX, opened=(A, B), trackers=("a", "b"))

    assert bars_of(box) == {
        Seal.ENVELOPES_NOT_AS_LISTED: {"number": 1, "trackers": "c"},
        Seal.ENVELOPES_AND_PLACES_DIFFER: {"envelopes": 2, "places": 3},
        Seal.WEIGHTS_DIFFER: {},
    }


def test_an_envelope_copied_over_one_of_the_same_weight_is_found_although_the_weights_agree():
    box = replace(BOX, opened=(A, A, C), trackers=("a", "a", "c"))

    assert bars_of(box) == {
        Seal.ENVELOPE_TWICE: {"number": 1, "trackers": "a"},
        Seal.ENVELOPES_NOT_AS_LISTED: {"number": 1, "trackers": "b"},
    }


def test_an_envelope_copied_before_the_list_was_made_is_found_as_well():
    box = replace(BOX, opened=(A, A, C), trackers=("a", "a", "c"), listed=("a", "a", "c"))

    assert bars_of(box) == {Seal.ENVELOPE_TWICE: {"number": 1, "trackers": "a"}}


@pytest.mark.parametrize(
    "weight", [Fraction(25, 4), Fraction(0), Fraction(100), Fraction(25, 8) + Fraction(1, 10**9)]
)
def test_a_forged_weight_is_found(weight):
    assert bars_of(replace(BOX, opened=(replace(A, weight=weight), B, C))) == {Seal.WEIGHTS_DIFFER: {}}


def test_weights_are_compared_one_by_one_and_not_by_their_sum():
    box = replace(BOX, opened=(replace(A, weight=Fraction(0)), replace(B, weight=Fraction(25, 4)), C))

    assert sum(each.weight for each in box.opened) == sum(box.marked)
    assert bars_of(box) == {Seal.WEIGHTS_DIFFER: {}}


def test_a_choice_that_is_on_no_ballot_stops_the_count_and_is_not_told():
    box = replace(BOX, opened=(replace(A, choice="Mallory"), B, C))

    assert bars_of(box) == {Seal.ENVELOPES_UNREADABLE: {"number": 1, "trackers": "?"}}


def test_an_envelope_more_than_places_is_found():
    box = replace(BOX, opened=(A, B, C, A), trackers=("a", "b", "c", "d"), listed=("a", "b", "c", "d"))

    assert bars_of(box) == {
        Seal.ENVELOPES_AND_PLACES_DIFFER: {"envelopes": 4, "places": 3},
        Seal.WEIGHTS_DIFFER: {},
    }


@given(st.lists(st.tuples(st.sampled_from(["1", "2", "abstain"]), WEIGHTS), max_size=12), st.randoms())
def test_the_order_of_the_envelopes_does_not_matter(ballots, random):
    inner = [Inner(*each) for each in ballots]
    trackers = [str(number) for number in range(len(inner))]
    marked, listed = [each.weight for each in inner], list(trackers)
    random.shuffle(marked)
    random.shuffle(listed)

    assert bars_of(replace(BOX, opened=inner, trackers=trackers, listed=listed, marked=marked)) == {}
