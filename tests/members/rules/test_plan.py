"""What is late, what starts too early, what may not wait for what."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.enums.plan import PlanBar, TaskStatus
from members.rules.plan import (
    Dates,
    Wish,
    circle,
    is_late,
    may_change,
    may_move,
    may_stand_in_plan,
    too_early,
)

DAY = date(2026, 3, 3)
ONE = timedelta(days=1)
Status = TaskStatus


def bars(verdict) -> list:
    return [line.code for line in verdict.bars]


@pytest.mark.parametrize(
    "due, status, late",
    [
        (DAY - ONE, Status.TODO, True),
        (DAY - ONE, Status.UNDER_WAY, True),
        (DAY, Status.TODO, False),
        (None, Status.TODO, False),
        (DAY - ONE, Status.DONE, False),
        (DAY - ONE, Status.DROPPED, False),
    ],
)
def test_a_task_is_late_when_its_due_day_is_over_and_it_is_open(due, status, late):
    assert is_late(Dates(1, due_on=due, status=status), DAY) is late


@pytest.mark.parametrize("starts, early", [(DAY - ONE, True), (DAY, False), (DAY + ONE, False)])
def test_a_task_may_start_on_the_day_on_which_the_other_ends_and_not_before(starts, early):
    found = too_early([Dates(1, due_on=DAY), Dates(2, starts_on=starts, waits_for=(1,))])

    assert found == ({2: (1,)} if early else {})


def test_what_is_done_ended_on_the_day_it_was_done_whatever_was_due():
    done = Dates(1, due_on=DAY + ONE, status=Status.DONE, closed_on=DAY)

    assert too_early([done, Dates(2, starts_on=DAY, waits_for=(1,))]) == {}
    assert too_early([done, Dates(2, starts_on=DAY - ONE, waits_for=(1,))]) == {2: (1,)}


def test_what_was_dropped_holds_nothing_up_and_does_not_hurry():
    dropped = Dates(1, due_on=DAY, status=Status.DROPPED, closed_on=DAY)
    hurried = Dates(3, due_on=DAY - ONE, status=Status.DROPPED, closed_on=DAY, waits_for=(2,))

    assert too_early([dropped, Dates(2, starts_on=DAY - ONE, waits_for=(1,)), hurried]) == {}


def test_a_task_without_days_is_early_once_it_is_under_way():
    waiting = Dates(1)

    assert too_early([waiting, Dates(2, waits_for=(1,))]) == {}
    assert too_early([waiting, Dates(2, status=Status.UNDER_WAY, waits_for=(1,))]) == {2: (1,)}


def test_a_task_without_a_start_is_asked_for_its_due_day():
    assert too_early([Dates(1, due_on=DAY), Dates(2, due_on=DAY - ONE, waits_for=(1,))]) == {2: (1,)}


@pytest.mark.parametrize(
    "waits_for, found",
    [
        ({}, ()),
        ({1: (2,)}, ()),
        ({1: (1,)}, (1, 1)),
        ({1: (2,), 2: (1,)}, (1, 2, 1)),
        ({1: (2,), 2: (3,), 3: (1,)}, (1, 2, 3, 1)),
        ({1: (2, 4), 2: (3,), 3: (1,), 4: (1,)}, (1, 4, 1)),
        ({2: (3,), 3: (2,), 1: (2,)}, ()),
    ],
)
def test_a_circle_is_named_from_the_task_back_to_itself(waits_for, found):
    assert circle(waits_for, 1) == found


@given(st.dictionaries(st.integers(1, 8), st.lists(st.integers(1, 8), max_size=4), max_size=8))
def test_a_circle_that_is_named_is_one_and_without_one_the_task_is_not_reached(waits_for):
    way = circle(waits_for, 1)

    assert all(after in waits_for[before] for before, after in itertools.pairwise(way))
    reached, edge = set(), {1}
    while edge:
        edge = {other for each in edge for other in waits_for.get(each, ())} - reached
        reached |= edge
    assert (1 in reached) == bool(way)


@pytest.mark.parametrize(
    "wish, found",
    [
        (Wish(True, 1, DAY, DAY), []),
        (Wish(True, 0, None, DAY), []),
        (Wish(False, 0, None, None), [PlanBar.TITLE_MISSING]),
        (Wish(True, 2, None, None), [PlanBar.TWO_OWNERS]),
        (Wish(True, 0, DAY, DAY - ONE), [PlanBar.DUE_BEFORE_START]),
        (Wish(True, 0, None, None, ("A", "B", "A")), [PlanBar.CIRCLE]),
    ],
)
def test_a_task_stands_in_the_plan_or_it_is_said_why_not(wish, found):
    assert bars(may_stand_in_plan(wish)) == found


def test_the_circle_is_told_by_its_names():
    line = may_stand_in_plan(Wish(True, 0, None, None, ("A", "B", "A"))).bars[0]

    assert line.facts == {"names": "A → B → A"}


def test_a_change_needs_an_open_task_something_new_and_a_reason():
    assert bars(may_change(is_closed=False, reason="Later.", changes=1)) == []
    assert bars(may_change(is_closed=True, reason=" ", changes=0)) == [
        PlanBar.TASK_CLOSED,
        PlanBar.NOTHING_CHANGED,
        PlanBar.WHY_MISSING,
    ]


@pytest.mark.parametrize("needs, reason, found", [(True, " ", [PlanBar.WHY_MISSING]), (False, "", [])])
def test_some_moves_need_a_reason(needs, reason, found):
    assert bars(may_move(is_legal=True, needs_reason=needs, reason=reason)) == found
    assert bars(may_move(is_legal=False, needs_reason=False, reason="")) == [PlanBar.MOVE_NOT_OPEN]
