"""Who holds a code, and when codes, keys and layers are handled."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from elections.enums import Bar
from elections.enums.seals import Purpose, Seal
from elections.rules.parameters import check
from elections.rules.scrutiny import (
    TRIES,
    WAIT,
    Ceremony,
    Holder,
    Stage,
    may_be_scrutineer,
    may_confirm_code,
    may_freeze_key,
    may_make_code,
    may_prepare_scrutiny,
    may_remove_layer,
    ready_to_open,
    tries_after,
)

NOW = datetime(2026, 3, 3, 14, tzinfo=UTC)
RULES = check({})
CALLED = Ceremony(is_secret=True, is_published=True, is_frozen=False, is_over=False)
CONFIRMED = replace(CALLED, named=3, confirmed=3)
SEALED = replace(CONFIRMED, has_key=True)
REHEARSED = replace(SEALED, is_rehearsed=True)
OPEN = replace(REHEARSED, is_frozen=True)
OWN = Holder(is_own=True, has_code=True, has_confirmed=True, is_in_key=True)
BEFORE = Stage(is_frozen=False, is_closed=False, is_counted=False, is_annulled=False, is_destroyed=False)
VOTING = replace(BEFORE, is_frozen=True)
CLOSED = replace(VOTING, is_closed=True)
COUNTED = replace(CLOSED, is_counted=True)

NOT_ANY_MORE = [
    ({"is_secret": False}, Seal.NOT_SECRET),
    ({"is_published": False}, Bar.NOT_PUBLISHED),
    ({"is_frozen": True}, Seal.VOTE_OPENED_ALREADY),
    ({"is_over": True}, Bar.ANNULLED),
    ({"is_acclaimed": True}, Bar.ACCLAIMED_ALREADY),
]


def bars_of(verdict) -> list:
    return [line.code for line in verdict.bars]


def naming(ceremony=CALLED, rules=RULES, **changes) -> list:
    """The bars of naming somebody who may be named, but for `changes`."""
    asked = {"holds_office": True, "stands": False, "runs_elections": False, "is_named": False}
    return bars_of(may_be_scrutineer(ceremony, rules, **asked | changes))


@pytest.mark.parametrize(("changed", "bar"), NOT_ANY_MORE)
def test_scrutineers_codes_and_keys_change_only_between_call_and_opening(changed, bar):
    assert bars_of(may_prepare_scrutiny(CALLED)) == []
    assert bars_of(may_prepare_scrutiny(replace(CALLED, **changed))) == [bar]
    assert naming(replace(CALLED, **changed)) == [bar]
    assert bars_of(may_make_code(replace(CALLED, **changed), OWN)) == [bar]
    assert bars_of(may_freeze_key(replace(CONFIRMED, **changed), RULES)) == [bar]


@pytest.mark.parametrize(
    ("changed", "bar"),
    [
        ({"holds_office": False}, Seal.NO_SCRUTINEER_OF_LACRALO),
        ({"stands": True}, Seal.SCRUTINEER_STANDS),
        ({"runs_elections": True}, Seal.SCRUTINEER_RUNS_ELECTIONS),
        ({"is_named": True}, Seal.SCRUTINEER_NAMED_ALREADY),
    ],
)
def test_who_opens_the_envelopes_is_a_scrutineer_and_nothing_else(changed, bar):
    assert (naming(), naming(**changed)) == ([], [bar])


@pytest.mark.parametrize("number", [2, 3, 5])
def test_as_many_are_named_as_the_rule_set_asks_for(number):
    rules = check({"scrutineers": number})

    assert naming(replace(CALLED, named=number - 1), rules) == []
    assert naming(replace(CALLED, named=number), rules) == [Seal.SCRUTINEERS_COMPLETE]


@pytest.mark.parametrize(
    ("changed", "bars"),
    [
        ({}, []),
        ({"named": 2, "confirmed": 2}, [Seal.SCRUTINEERS_MISSING]),
        ({"named": 4, "confirmed": 4}, [Seal.SCRUTINEERS_MISSING]),
        ({"confirmed": 2}, [Seal.CODES_UNCONFIRMED]),
        ({"standing": 1}, [Seal.SCRUTINEER_STANDS]),
        ({"has_key": True}, [Seal.KEY_FROZEN_ALREADY]),
    ],
)
def test_the_key_is_made_once_when_every_code_was_typed_back(changed, bars):
    assert bars_of(may_freeze_key(replace(CONFIRMED, **changed), RULES)) == bars


@pytest.mark.parametrize(
    ("ceremony", "bars"),
    [
        (REHEARSED, []),
        (SEALED, [Seal.KEY_NOT_REHEARSED]),
        (CONFIRMED, [Seal.KEY_NOT_FROZEN, Seal.KEY_NOT_REHEARSED]),
        (replace(REHEARSED, named=2), [Seal.SCRUTINEERS_MISSING]),
        (replace(REHEARSED, standing=1), [Seal.SCRUTINEER_STANDS]),
        (CALLED, [Seal.SCRUTINEERS_MISSING, Seal.KEY_NOT_FROZEN, Seal.KEY_NOT_REHEARSED]),
    ],
)
def test_a_vote_opens_with_a_key_that_was_opened_in_a_rehearsal(ceremony, bars):
    assert bars_of(ready_to_open(ceremony, RULES)) == bars


def test_nobody_has_a_code_made_for_somebody_else():
    assert bars_of(may_make_code(CALLED, Holder(is_own=False))) == [Seal.NOT_THE_SCRUTINEER]


@pytest.mark.parametrize(
    ("changed", "bars"),
    [
        ({"has_confirmed": False}, []),
        ({"has_confirmed": False, "is_own": False}, [Seal.NOT_THE_SCRUTINEER]),
        ({"has_confirmed": False, "has_code": False}, [Seal.NO_CODE]),
        ({}, [Seal.CODE_CONFIRMED_ALREADY]),
    ],
)
def test_a_code_is_typed_back_once_by_its_holder(changed, bars):
    assert bars_of(may_confirm_code(CALLED, replace(OWN, **changed), NOW)) == bars


@pytest.mark.parametrize(
    ("wait", "bars"),
    [
        (timedelta(microseconds=1), [Seal.TRIES_EXHAUSTED]),
        (WAIT, [Seal.TRIES_EXHAUSTED]),
        (timedelta(0), []),
        (-WAIT, []),
    ],
)
def test_who_has_to_wait_waits_to_the_instant(wait, bars):
    waiting = replace(OWN, has_confirmed=False, waits_until=NOW + wait)

    assert bars_of(may_confirm_code(CALLED, waiting, NOW)) == bars
    assert bars_of(may_remove_layer(Purpose.COUNT, OPEN, CLOSED, waiting, NOW)) == bars


@pytest.mark.parametrize(
    ("purpose", "ceremony", "stage"),
    [
        (Purpose.REHEARSAL, SEALED, BEFORE),
        (Purpose.COUNT, OPEN, CLOSED),
        (Purpose.RECOUNT, OPEN, COUNTED),
    ],
)
@pytest.mark.parametrize(
    ("changed", "bar"),
    [
        ({}, None),
        ({"is_own": False}, Seal.NOT_THE_SCRUTINEER),
        ({"is_in_key": False}, Seal.NO_PART_IN_THIS_KEY),
        ({"has_removed": True}, Seal.LAYER_REMOVED_ALREADY),
    ],
)
def test_each_scrutineer_removes_their_own_layer_once(purpose, ceremony, stage, changed, bar):
    holder = replace(OWN, **changed)

    assert bars_of(may_remove_layer(purpose, ceremony, stage, holder, NOW)) == ([bar] if bar else [])


#: What bars each purpose at each stage; nothing where it is time for it.
TIMES = {
    (Purpose.REHEARSAL, BEFORE): [],
    (Purpose.REHEARSAL, VOTING): [Seal.VOTE_OPENED_ALREADY],
    (Purpose.REHEARSAL, CLOSED): [Seal.VOTE_OPENED_ALREADY],
    (Purpose.REHEARSAL, COUNTED): [Seal.VOTE_OPENED_ALREADY],
    (Purpose.COUNT, BEFORE): [Bar.NOT_CLOSED],
    (Purpose.COUNT, VOTING): [Bar.NOT_CLOSED],
    (Purpose.COUNT, CLOSED): [],
    (Purpose.COUNT, COUNTED): [Bar.COUNTED_ALREADY],
    (Purpose.RECOUNT, BEFORE): [Bar.NOT_COUNTED],
    (Purpose.RECOUNT, VOTING): [Bar.NOT_COUNTED],
    (Purpose.RECOUNT, CLOSED): [Bar.NOT_COUNTED],
    (Purpose.RECOUNT, COUNTED): [],
}


@pytest.mark.parametrize(("purpose", "stage"), TIMES)
def test_every_opening_has_its_time_and_no_other(purpose, stage):
    assert bars_of(may_remove_layer(purpose, SEALED, stage, OWN, NOW)) == TIMES[purpose, stage]


@pytest.mark.parametrize("purpose", Purpose)
def test_an_annulled_vote_is_not_opened(purpose):
    stage = {Purpose.REHEARSAL: BEFORE, Purpose.COUNT: CLOSED, Purpose.RECOUNT: COUNTED}[purpose]

    answer = may_remove_layer(purpose, SEALED, replace(stage, is_annulled=True), OWN, NOW)

    assert bars_of(answer) == [Bar.ANNULLED]


def test_a_key_is_rehearsed_once():
    assert bars_of(may_remove_layer(Purpose.REHEARSAL, REHEARSED, BEFORE, OWN, NOW)) == [
        Seal.REHEARSED_ALREADY
    ]


def test_without_a_key_that_alone_is_said():
    answer = may_remove_layer(Purpose.REHEARSAL, CONFIRMED, BEFORE, replace(OWN, is_in_key=False), NOW)

    assert bars_of(answer) == [Seal.KEY_NOT_FROZEN]


def test_a_box_that_was_set_back_is_not_opened():
    answer = may_remove_layer(Purpose.COUNT, OPEN, replace(CLOSED, is_set_back=True), OWN, NOW)

    assert bars_of(answer) == [Seal.BOX_SET_BACK]


def test_what_is_destroyed_is_not_recounted():
    answer = may_remove_layer(Purpose.RECOUNT, OPEN, replace(COUNTED, is_destroyed=True), OWN, NOW)

    assert bars_of(answer) == [Seal.BOX_DESTROYED_ALREADY]


def test_the_fifth_wrong_code_in_a_row_waits_an_hour_and_then_five_are_free_again():
    tries, waits = 0, []
    for _ in range(2 * TRIES):
        tries, until = tries_after(tries, NOW)
        waits.append(until)

    assert waits == ([None] * 4 + [NOW + timedelta(hours=1)]) * 2
