"""A late ceremony makes the opening slip, in the days that the rules count."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from elections.enums import Bar, CalendarKey
from elections.enums.seals import Seal
from elections.rules.calendar import checked, generate, step
from elections.rules.days import is_working_day, midnight, whole_days
from elections.rules.parameters import check
from elections.rules.phase import Acts
from elections.rules.postponing import may_postpone, new_day_lines, postponed
from elections.rules.running import Progress

RULES, CALENDAR_DAYS = check({}), check({"working_days": False})
STEPS = generate(date(2021, 5, 7), RULES)
VOTE = step(STEPS, CalendarKey.VOTE)
OPENS = VOTE.starts.date()
CALLED = Acts(published_at=STEPS[0].starts)
WHEN = datetime(2021, 6, 1, tzinfo=UTC)


def bars_of(verdict) -> list:
    return [line.code for line in verdict.bars]


def working_day_after(day: date, number: int) -> date:
    """The day that comes so many working days later."""
    while number:
        day += timedelta(days=1)
        number -= is_working_day(day)
    return day


@pytest.mark.parametrize(
    ("acts", "is_secret", "bars"),
    [
        (CALLED, True, []),
        (CALLED, False, [Seal.NOT_SECRET]),
        (Acts(), True, [Bar.NOT_PUBLISHED]),
        (replace(CALLED, frozen_at=WHEN), True, [Seal.VOTE_OPENED_ALREADY]),
        (replace(CALLED, acclaimed_at=WHEN), True, [Bar.ACCLAIMED_ALREADY]),
        (replace(CALLED, annulled_at=WHEN), True, [Bar.ANNULLED]),
    ],
)
def test_a_secret_vote_that_was_called_is_postponed_until_it_opens(acts, is_secret, bars):
    assert bars_of(may_postpone(Progress(acts, STEPS, WHEN), is_secret=is_secret)) == bars


@pytest.mark.parametrize(
    ("days", "today", "bars"),
    [
        (1, OPENS, []),
        (0, OPENS, [Seal.NEW_DAY_NOT_LATER]),
        (-1, OPENS - timedelta(days=9), [Seal.NEW_DAY_NOT_LATER]),
        (1, OPENS + timedelta(days=1), []),
        (1, OPENS + timedelta(days=2), [Seal.NEW_DAY_NOT_LATER]),
    ],
)
def test_the_new_day_is_later_and_not_past(days, today, bars):
    new_day = OPENS + timedelta(days=days)

    assert bars_of(new_day_lines(STEPS, new_day, CALENDAR_DAYS, today=today, reason="Late.")) == bars


@pytest.mark.parametrize(("rules", "bars"), [(RULES, [Seal.NEW_DAY_NOT_WORKING]), (CALENDAR_DAYS, [])])
@pytest.mark.parametrize("weekday", [5, 6])
def test_a_vote_opens_on_no_weekend_where_working_days_count(rules, bars, weekday):
    new_day = OPENS + timedelta(days=7 + weekday - OPENS.weekday())

    assert bars_of(new_day_lines(STEPS, new_day, rules, today=OPENS, reason="Late.")) == bars


@pytest.mark.parametrize("reason", ["", " ", "\n\t"])
def test_a_postponement_has_a_reason(reason):
    new_day = working_day_after(OPENS, 1)

    assert bars_of(new_day_lines(STEPS, new_day, RULES, today=OPENS, reason=reason)) == [Seal.NO_REASON]


@pytest.mark.parametrize("number", range(1, 12))
def test_the_vote_keeps_its_length_and_what_follows_moves_with_it(number):
    new_day = working_day_after(OPENS, number)

    moved = postponed(STEPS, new_day, RULES)

    vote, challenge = step(moved, CalendarKey.VOTE), step(moved, CalendarKey.CHALLENGE)
    assert vote.starts == midnight(new_day)
    assert whole_days(vote.starts, vote.ends, working=True) == RULES.vote_days
    assert whole_days(challenge.starts, challenge.ends, working=True) == RULES.challenge_days
    assert challenge.starts == vote.ends
    assert step(moved, CalendarKey.PROCLAMATION).starts == challenge.ends
    assert step(moved, CalendarKey.PROVISIONAL_ROLL).ends == vote.starts
    assert bars_of(checked(moved, RULES)) == []


def test_what_comes_before_the_vote_stays_where_it_was():
    moved = postponed(STEPS, working_day_after(OPENS, 4), RULES)
    changed = {each.key for each, before in zip(moved, STEPS, strict=True) if each != before}

    assert changed == {
        CalendarKey.PROVISIONAL_ROLL, CalendarKey.VOTE, CalendarKey.CHALLENGE, CalendarKey.PROCLAMATION,
    }  # fmt: skip
    assert (
        step(moved, CalendarKey.PROVISIONAL_ROLL).starts == step(STEPS, CalendarKey.PROVISIONAL_ROLL).starts
    )
