"""What an office opens, who reads its handover, when its holders are told."""

from datetime import date, timedelta

import pytest

from members.enums.handover import Access, FirstStep, HandoverBar
from members.rules.handover import (
    Office,
    accesses,
    first_steps,
    greets,
    last_end,
    may_read_handover,
    next_start,
    tells_outgoing_on,
)
from tests.builders import TODAY

ONE = timedelta(days=1)
KEEPING = (Access.RUNS_ELECTIONS, Access.KEEPS_REGISTER, Access.KEEPS_PLAN, Access.ANSWERS_REQUESTS)


@pytest.mark.parametrize(
    "office, opens",
    [
        (Office(False, False, False), ()),
        (Office(True, False, False), (Access.SECOND_FACTOR,)),
        (Office(True, True, False), (Access.SECOND_FACTOR, *KEEPING)),
        (Office(False, True, True), (*KEEPING, Access.ADMINISTRATION)),
    ],
)
def test_what_an_office_opens(office, opens):
    assert accesses(office) == opens


def test_what_comes_first_fits_the_office():
    all_of_it = first_steps(Office(True, True, False))
    least = first_steps(Office(False, False, False))

    assert all_of_it == tuple(FirstStep)
    assert set(all_of_it) - set(least) == {FirstStep.SECOND_FACTOR, FirstStep.REQUESTS, FirstStep.ELECTIONS}


@pytest.mark.parametrize("who", ["holds_term", "succeeds", "is_staff"])
def test_the_holder_the_one_who_follows_and_staff_read_it_and_nobody_else(who):
    nobody = {"holds_term": False, "succeeds": False, "is_staff": False}

    assert may_read_handover(**(nobody | {who: True}))
    assert [line.code for line in may_read_handover(**nobody).bars] == [HandoverBar.NOT_FOR_YOU]


@pytest.mark.parametrize(
    "end, starts, first",
    [
        (None, [TODAY], None),
        (TODAY, [], None),
        (TODAY, [TODAY - ONE], None),
        (TODAY, [TODAY + ONE, TODAY, TODAY - ONE], TODAY),
        (TODAY, [TODAY + 9 * ONE, TODAY + 3 * ONE], TODAY + 3 * ONE),
    ],
)
def test_who_follows_begins_on_the_day_it_ends_or_next_after(end, starts, first):
    assert next_start(end, starts) == first


@pytest.mark.parametrize(
    "ends, last",
    [([], None), ([None], None), ([TODAY + ONE], None), ([TODAY, TODAY - ONE, None], TODAY)],
)
def test_who_came_before_ended_on_the_day_it_began_or_earlier(ends, last):
    assert last_end(TODAY, ends) == last


def test_the_holder_is_told_so_many_days_before():
    assert tells_outgoing_on(date(2026, 3, 3), 14) == date(2026, 2, 17)
    assert tells_outgoing_on(date(2026, 3, 3), 0) == date(2026, 3, 3)


@pytest.mark.parametrize("start, welcomed", [(-15, False), (-14, True), (0, True), (90, True)])
def test_a_term_recorded_long_after_it_began_is_not_welcomed(start, welcomed):
    assert greets(TODAY + start * ONE, today=TODAY, days=14) is welcomed
