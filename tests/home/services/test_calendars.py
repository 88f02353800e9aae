"""On whatever day the demonstration begins, each of its elections stands where it should."""

from datetime import UTC, datetime, timedelta

import pytest

from elections.enums import CalendarKey, PostKey
from elections.rules.calendar import checked, generate, step
from elections.rules.parameters import ElectionRules
from elections.rules.phase import Acts, phase
from lacralo.home.services.demonstration.contests import Contest, Stage
from lacralo.home.services.demonstration.loading import (
    OPEN,
    SECRET,
    SECRET_FINISHED,
    SECRET_OPEN,
    TO_CLOSE,
    TO_OPEN,
    TO_PROCLAIM,
    TO_REHEARSE,
    TO_UNSEAL,
)
from lacralo.home.services.demonstration.rules import SECRET_SINCE, call_day, secret_rules
from tests.elections.builders import rotation

RULES = ElectionRules()
#: As the seat of the ALAC stands: its call is as old as it has to be.
NOMINATING = Stage(PostKey.ALAC_EVEN, CalendarKey.NOMINATIONS, timedelta(days=3), timedelta(days=4))
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


@pytest.mark.parametrize("stage", SECRET, ids=lambda stage: stage.post)
def test_a_secret_vote_was_called_while_the_rules_asked_for_it_on_any_day(stage):
    rules = secret_rules(RULES)
    for now in DAYS:
        on = call_day(rules, now=now, key=stage.key, past=stage.past, left=stage.left)

        assert on > (now - SECRET_SINCE).date()


@pytest.mark.parametrize(
    ("stage", "acts", "reached"),
    [
        (TO_REHEARSE, {}, "not_opened"),
        (SECRET_OPEN, {"frozen_at": _FIRST}, "open"),
        (TO_UNSEAL, {"frozen_at": _FIRST}, "ended"),
        (SECRET_FINISHED, {"frozen_at": _FIRST}, "ended"),
    ],
    ids=lambda value: str(getattr(value, "post", "")),
)
def test_each_secret_vote_stands_where_it_should_on_any_day(stage, acts, reached):
    rules = secret_rules(RULES)
    for now in DAYS:
        on = call_day(rules, now=now, key=stage.key, past=stage.past, left=stage.left)

        assert phase(Acts(published_at=now, **acts), generate(on, rules), now) == reached


@pytest.mark.django_db
@pytest.mark.parametrize("stage", [OPEN, TO_OPEN, NOMINATING], ids=lambda stage: stage.key)
def test_a_roll_call_was_called_before_the_rules_changed_on_any_day(stage):
    rotation(year=2026, post=str(stage.post))
    rotation(year=2027, post=str(stage.post))
    for now in DAYS:
        contest = Contest(stage, None, RULES, now, now.year, None)

        assert contest.call_on < (now - SECRET_SINCE).date()
        assert contest.begins(stage.key) + stage.past <= now <= contest.ends(stage.key) - stage.left
        assert checked(contest.steps, RULES)
