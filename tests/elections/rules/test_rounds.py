"""When a phase of nominations is settled, and when the next begins."""

from datetime import timedelta

import pytest

from elections.enums import CalendarKey, NominationPhase
from elections.rules.calendar import generate, step, with_fallback
from elections.rules.days import midnight
from elections.rules.parameters import ElectionRules
from elections.rules.rounds import begins_at, hopes_at, nominations_end, phase_reached
from tests.builders import TODAY

RULES = ElectionRules()
FIRST = generate(TODAY, RULES)
SECOND = with_fallback(FIRST, CalendarKey.NOMINATIONS_2, RULES)
THIRD = with_fallback(SECOND, CalendarKey.NOMINATIONS_3, RULES)
INSTANT = timedelta(microseconds=1)
COUNTS = {"submitted": 1, "accepted": 10, "valid": 100, "disputed": 1000}


@pytest.mark.parametrize(
    ("steps", "phase", "key"),
    [
        (FIRST, NominationPhase.SUBREGION, CalendarKey.NOMINATIONS),
        (SECOND, NominationPhase.NAMED_BY_SUBREGION, CalendarKey.NOMINATIONS_2),
        (THIRD, NominationPhase.OPEN_TO_ALL, CalendarKey.NOMINATIONS_3),
    ],
)
def test_the_last_phase_of_the_calendar_is_the_one_reached(steps, phase, key):
    assert phase_reached(steps) == phase
    assert nominations_end(steps) == step(steps, key).ends


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [(CalendarKey.ACCEPTANCE, 11, 10), (CalendarKey.ELIGIBILITY_CHALLENGE, 10, 1100)],
)
def test_who_is_hoped_for_changes_at_the_very_instant(key, before, after):
    ends = step(FIRST, key).ends

    assert hopes_at(FIRST, ends - INSTANT, **COUNTS) == before
    assert hopes_at(FIRST, ends, **COUNTS) == after


def test_a_bell_in_time_opens_the_next_phase_where_the_last_ended():
    ended = nominations_end(FIRST)

    assert begins_at(FIRST, ended) == ended
    assert begins_at(FIRST, ended + timedelta(hours=1)) == ended


def test_a_late_bell_or_a_withdrawal_opens_it_at_the_next_midnight():
    ended = nominations_end(FIRST)
    next_day = midnight(ended.date() + timedelta(days=1))

    assert begins_at(FIRST, ended + timedelta(hours=1) + INSTANT) == next_day
    assert begins_at(FIRST, next_day - INSTANT) == next_day
    assert begins_at(FIRST, next_day + timedelta(minutes=5)) == next_day
