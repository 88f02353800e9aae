from datetime import date, timedelta

import pytest

from elections.enums import CalendarKey, Phase
from elections.rules.calendar import NoStep, generate, step, with_fallback
from elections.rules.parameters import check
from elections.rules.phase import Acts, is_open, phase, running

RULES = check({})
STEPS = generate(date(2021, 5, 7), RULES)
LONGER = with_fallback(
    with_fallback(STEPS, CalendarKey.NOMINATIONS_2, RULES), CalendarKey.NOMINATIONS_3, RULES
)
VOTE = step(STEPS, CalendarKey.VOTE)
CALL = step(STEPS, CalendarKey.CALL).starts
INSTANT = timedelta(microseconds=1)
PUBLISHED = Acts(published_at=CALL)
FROZEN = Acts(published_at=CALL, frozen_at=VOTE.starts)


def starts(key, steps=STEPS):
    return step(steps, key).starts


def ends(key, steps=STEPS):
    return step(steps, key).ends


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (CALL, Phase.ANNOUNCED),
        (starts(CalendarKey.NOMINATIONS) - INSTANT, Phase.ANNOUNCED),
        (starts(CalendarKey.NOMINATIONS), Phase.NOMINATIONS),
        (ends(CalendarKey.NOMINATIONS) - INSTANT, Phase.NOMINATIONS),
        (ends(CalendarKey.NOMINATIONS), Phase.ACCEPTANCE),
        (ends(CalendarKey.ACCEPTANCE) - INSTANT, Phase.ACCEPTANCE),
        (ends(CalendarKey.ACCEPTANCE), Phase.REVIEW),
        (ends(CalendarKey.REVIEW), Phase.ELIGIBILITY_CHALLENGE),
        (ends(CalendarKey.ELIGIBILITY_CHALLENGE), Phase.REVIEW),
        (VOTE.starts - INSTANT, Phase.REVIEW),
        (VOTE.starts, Phase.NOT_OPENED),
        (VOTE.ends, Phase.NOT_OPENED),
    ],
)
def test_before_the_roll_is_frozen_the_dates_decide(now, expected):
    assert phase(PUBLISHED, STEPS, now) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (ends(CalendarKey.NOMINATIONS, LONGER), Phase.NOMINATIONS_2),
        (ends(CalendarKey.NOMINATIONS_2, LONGER) - INSTANT, Phase.NOMINATIONS_2),
        (ends(CalendarKey.NOMINATIONS_2, LONGER), Phase.NOMINATIONS_3),
        (ends(CalendarKey.NOMINATIONS_3, LONGER), Phase.ACCEPTANCE),
    ],
)
def test_further_phases_of_nominations_come_before_the_acceptance(now, expected):
    assert phase(PUBLISHED, LONGER, now) == expected


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (VOTE.starts - INSTANT, Phase.READY),
        (VOTE.starts, Phase.OPEN),
        (VOTE.ends - INSTANT, Phase.OPEN),
        (VOTE.ends, Phase.ENDED),
    ],
)
def test_a_frozen_election_is_open_within_its_dates_only(now, expected):
    assert phase(FROZEN, STEPS, now) == expected
    assert is_open(FROZEN, STEPS, now) is (expected == Phase.OPEN)


def test_nothing_is_open_without_being_frozen():
    assert not is_open(PUBLISHED, STEPS, VOTE.starts)


def test_nothing_is_open_once_it_is_closed():
    acts = Acts(published_at=CALL, frozen_at=VOTE.starts, closed_at=VOTE.starts + INSTANT)

    assert not is_open(acts, STEPS, VOTE.starts + INSTANT)


def test_before_it_is_published_it_is_a_draft_without_dates():
    assert phase(Acts(), (), CALL) == Phase.DRAFT


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ({"closed_at": VOTE.ends}, Phase.CLOSED),
        ({"closed_at": VOTE.ends, "counted_at": VOTE.ends}, Phase.COUNTED),
        ({"counted_at": VOTE.ends, "proclaimed_at": VOTE.ends}, Phase.PROCLAIMED),
        ({"acclaimed_at": VOTE.starts}, Phase.ACCLAIMED),
        ({"acclaimed_at": VOTE.starts, "proclaimed_at": VOTE.ends}, Phase.PROCLAIMED),
        ({"proclaimed_at": VOTE.ends, "annulled_at": VOTE.ends}, Phase.ANNULLED),
    ],
)
def test_acts_outweigh_dates(acts, expected):
    acts = Acts(published_at=CALL, frozen_at=VOTE.starts, **acts)

    for now in (CALL, VOTE.starts, VOTE.ends):
        assert phase(acts, STEPS, now) == expected


def test_an_annulled_draft_is_annulled():
    assert phase(Acts(annulled_at=CALL), (), CALL) == Phase.ANNULLED


@pytest.mark.parametrize("acts", [PUBLISHED, FROZEN])
def test_a_published_election_without_a_calendar_is_a_loud_error(acts):
    with pytest.raises(NoStep):
        phase(acts, (), CALL)


def test_what_runs_beside_the_main_line_is_told_too():
    assert set(running(STEPS, starts(CalendarKey.CANDIDATE_CALLS))) == {
        CalendarKey.REVIEW,
        CalendarKey.CANDIDATE_CALLS,
        CalendarKey.PROVISIONAL_ROLL,
    }
