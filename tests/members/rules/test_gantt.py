"""Where the tasks stand in the drawing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from members.rules.gantt import BAR, GAP, HEAD, LEAST_WIDTH, LINE, MOST_TICKS, Task, chart

DAY = date(2026, 3, 3)


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def test_without_a_day_there_is_nothing_to_draw():
    assert chart([Task(1, "One", None, None)], today=DAY) is None


def test_bars_stand_by_their_first_day_one_below_the_other():
    drawn = chart([Task(1, "Late", later(10), later(20)), Task(2, "Early", DAY, later(5))], today=DAY)

    assert [bar.key for bar in drawn.bars] == [2, 1]
    assert [bar.top for bar in drawn.bars] == [HEAD + LINE, HEAD + 2 * LINE + BAR + GAP]
    assert [bar.lines[0][0] for bar in drawn.bars] == ["Early", "Late"]


def test_a_bar_covers_its_last_day_too():
    """20 days with 3 on each side: 26 in all, each 3.85 parts of a hundred."""
    drawn = chart([Task(1, "All", DAY, later(19)), Task(2, "First day", DAY, DAY)], today=DAY)

    by_key = {bar.key: bar for bar in drawn.bars}
    assert (by_key[1].x, by_key[1].end) == (Decimal("11.54"), Decimal("88.46"))
    assert (by_key[2].x, by_key[2].width) == (Decimal("11.54"), Decimal("3.84"))


def test_a_single_day_in_a_long_plan_is_still_seen_and_one_with_one_day_is_a_point():
    drawn = chart([Task(1, "Long", DAY, later(4000)), Task(2, "Due", None, later(50))], today=DAY)

    by_key = {bar.key: bar for bar in drawn.bars}
    assert by_key[2].width == LEAST_WIDTH
    assert [by_key[key].is_point for key in (1, 2)] == [False, True]


def test_long_words_take_more_lines_and_push_the_bar_down():
    drawn = chart([Task(1, "word " * 20, DAY, DAY)], today=DAY)

    (bar,) = drawn.bars
    assert len(bar.lines) == 3
    assert all(len(words) <= 40 for words, _y in bar.lines)
    assert bar.top == HEAD + 3 * LINE


def test_a_line_leads_from_the_end_of_one_to_the_start_of_the_other_and_skips_what_is_not_drawn():
    tasks = [Task(1, "A", DAY, later(5)), Task(2, "B", later(8), later(9), (1, 3)), Task(3, "C", None, None)]

    drawn = chart(tasks, today=DAY)

    first, second = drawn.bars
    (link,) = drawn.links
    assert (link.before, link.after) == (1, 2)
    assert (link.x, link.start_y) == (first.end, first.bottom)
    assert (link.end_x, link.end_y) == (second.x, second.middle)


def test_a_line_upwards_leaves_from_the_top_of_the_bar():
    drawn = chart([Task(1, "A", DAY, DAY, (2,)), Task(2, "B", later(3), later(4))], today=DAY)

    assert drawn.links[0].start_y == drawn.bars[1].top


@pytest.mark.parametrize("days, inside", [(-4, False), (-3, True), (0, True), (23, True), (24, False)])
def test_today_is_drawn_where_it_lies_in_the_scale(days, inside):
    drawn = chart([Task(1, "A", DAY, later(20))], today=later(days))

    assert (drawn.today is not None) is inside


@pytest.mark.parametrize(
    "days, ticks, by_year",
    [
        (20, ["2026-03-01"], False),
        (60, ["2026-03-01", "2026-04-01", "2026-05-01"], False),
        (300, ["2026-04-01", "2026-07-01", "2026-10-01", "2027-01-01"], False),
        (1500, ["2027-01-01", "2028-01-01", "2029-01-01", "2030-01-01"], True),
    ],
)
def test_the_scale_has_as_many_months_as_can_be_read(days, ticks, by_year):
    drawn = chart([Task(1, "A", DAY, later(days))], today=DAY)

    assert len(drawn.ticks) <= MOST_TICKS
    assert drawn.is_by_year is by_year
    assert [f"{tick.day}" for tick in drawn.ticks] == ticks


days = st.one_of(st.none(), st.integers(-3000, 3000).map(later))


@given(st.lists(st.tuples(days, days), max_size=12))
def test_everything_lies_inside_the_drawing_and_nothing_on_another_row(pairs):
    tasks = [
        Task(key, f"Task {key}", *(sorted(pair) if None not in pair else pair))
        for key, pair in enumerate(pairs)
    ]

    drawn = chart(tasks, today=DAY)

    if drawn is None:
        assert all(pair == (None, None) for pair in pairs)
        return
    assert len(drawn.bars) == sum(pair != (None, None) for pair in pairs)
    for bar in drawn.bars:
        assert 0 <= bar.x <= 100
        assert bar.end <= 101
        assert bar.bottom <= drawn.height
    for above, below in zip(drawn.bars, drawn.bars[1:], strict=False):
        assert above.bottom < below.top
