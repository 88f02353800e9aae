"""On whatever day the demonstration begins, each of its elections stands where it should."""

from datetime import UTC, datetime, timedelta

import pytest

from elections.enums import CalendarKey
from elections.rules.calendar import generate, step
from elections.rules.parameters import ElectionRules
from elections.rules.phase import Acts, phase
from lacralo.home.services.demonstration.loading import OPEN, TO_CLOSE, TO_OPEN, TO_PROCLAIM
from lacralo.home.services.demonstration.rules import call_day

RULES = ElectionRules()
_FIRST = datetime(2026, 1, 1, 0, 7, tzinfo=UTC)
#: Every third day of more than a year, early and late.
DAYS = [_FIRST + timedelta(days=day, hours=hour) for day in range(0, 400, 3) for hour in (0, 23)]


@pytest.mark.parametrize("stage", [OPEN, TO_OPEN, TO_CLOSE], ids=lambda stage: stage.post)
def test_a_step_runs_with_the_time_that_it_needs_on_any_day(stage):
    for now in DAYS:
        on = call_day(RULES, now=now, key=stage.key, past=stage.past, left=stage.left)
        found = step(generate(on, RULES), stage.key)

        assert found.starts + stage.past <= now <= found.ends - stage.left


def test_a_step_is_over_on_any_day():
    for now in DAYS:
        on = call_day(RULES, now=now, key=TO_PROCLAIM.key, past=TO_PROCLAIM.past, left=TO_PROCLAIM.left)

        assert step(generate(on, RULES), CalendarKey.CHALLENGE).ends < now


def test_a_step_that_never_lasts_so_long_is_said_to_be_so():
    with pytest.raises(LookupError, match="stands in vote now"):
        call_day(RULES, now=DAYS[0], key=CalendarKey.VOTE, past=timedelta(0), left=timedelta(days=60))


def test_the_vote_to_be_opened_has_come():
    now = DAYS[0]
    on = call_day(RULES, now=now, key=TO_OPEN.key, past=TO_OPEN.past, left=TO_OPEN.left)

    assert phase(Acts(published_at=now), generate(on, RULES), now) == "not_opened"
