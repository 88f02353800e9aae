"""Where a meeting stands, and what may be done to it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from members.enums.meetings import Circle, MeetingBar, MeetingPhase
from members.rules.meetings import (
    Cadence,
    SeriesFacts,
    Standing,
    coordination_offices,
    does_change,
    is_missed,
    may_cancel,
    may_change,
    may_convene,
    may_keep_series,
    may_note_held,
    may_plan,
    may_record,
    phase,
)

AT = datetime(2026, 3, 16, 23, tzinfo=UTC)
END = AT + timedelta(minutes=60)
SECOND = timedelta(seconds=1)
PLANNED = Standing(starts_at=AT, minutes=60)
INVITED = replace(PLANNED, invited_at=AT - timedelta(days=14))
OPENED = replace(INVITED, opened_at=AT)
CLOSED = replace(OPENED, closed_at=END)
CANCELLED = replace(INVITED, cancelled_at=AT - timedelta(days=1))


def barred(verdict) -> list:
    return [line.code for line in verdict.bars]


@pytest.mark.parametrize(
    ("meeting", "now", "expected"),
    [
        (PLANNED, AT - SECOND, MeetingPhase.PLANNED),
        (INVITED, AT - SECOND, MeetingPhase.INVITED),
        (INVITED, END - SECOND, MeetingPhase.INVITED),
        (INVITED, END, MeetingPhase.MISSED),
        (PLANNED, END, MeetingPhase.MISSED),
        (OPENED, END + timedelta(days=9), MeetingPhase.RUNNING),
        (CLOSED, END, MeetingPhase.HELD),
        (CANCELLED, AT - SECOND, MeetingPhase.CANCELLED),
        (CANCELLED, END, MeetingPhase.CANCELLED),
    ],
)
def test_the_phase_follows_from_what_was_done_and_from_the_clock(meeting, now, expected):
    assert phase(meeting, now) == expected


@pytest.mark.parametrize(
    ("now", "missed"), [(END + timedelta(hours=24) - SECOND, False), (END + timedelta(hours=24), True)]
)
def test_a_meeting_is_missed_so_many_hours_after_its_end(now, missed):
    assert is_missed(INVITED, now, hours=24) is missed
    assert not any(is_missed(each, now, hours=24) for each in (OPENED, CLOSED, CANCELLED))


def test_the_nomcom_delegate_joins_the_coordination_group_by_a_parameter():
    assert set(coordination_offices(includes_nomcom=True)) - set(
        coordination_offices(includes_nomcom=False)
    ) == {"nomcom"}
    assert len(coordination_offices(includes_nomcom=False)) == 5


@pytest.mark.parametrize("keeps", [True, False])
@pytest.mark.parametrize("convenes", [True, False])
def test_those_plan_who_keep_the_register_or_convene(keeps, convenes):
    verdict = may_convene(keeps_register=keeps, convenes=convenes)

    assert bool(verdict) is (keeps or convenes)


@pytest.mark.parametrize(
    ("now", "others", "on", "bars"),
    [
        (AT - SECOND, set(), date(2026, 3, 16), []),
        (AT, set(), date(2026, 3, 16), [MeetingBar.IN_THE_PAST]),
        (AT - SECOND, {AT}, date(2026, 3, 16), [MeetingBar.SAME_MOMENT]),
        (AT - SECOND, {AT + SECOND}, date(2026, 3, 16), []),
        (AT - SECOND, set(), date(2025, 12, 31), [MeetingBar.SERIES_ENDED]),
        (AT - SECOND, set(), date(2026, 1, 1), []),
        (AT - SECOND, set(), date(2026, 12, 31), []),
        (AT - SECOND, set(), date(2027, 1, 1), [MeetingBar.SERIES_ENDED]),
    ],
)
def test_a_meeting_is_planned_ahead_once_and_while_the_series_meets(now, others, on, bars):
    days = {"starts_on": date(2026, 1, 1), "ends_on": date(2027, 1, 1)}

    assert barred(may_plan(AT, on=on, now=now, others=others, **days)) == bars


def test_a_series_without_an_end_meets_on():
    verdict = may_plan(AT, on=date(2099, 1, 1), now=AT - SECOND, others=(), starts_on=date(2026, 1, 1),
                       ends_on=None)  # fmt: skip

    assert barred(verdict) == []


@pytest.mark.parametrize(("now", "bars"), [(END, []), (END - SECOND, [MeetingBar.NOT_IN_THE_PAST])])
def test_a_meeting_is_recorded_when_it_is_over(now, bars):
    assert barred(may_record(AT, 60, now=now, others=())) == bars
    assert barred(may_note_held(INVITED, now)) == bars


@pytest.mark.parametrize(
    ("meeting", "now", "bars"),
    [
        (INVITED, END - SECOND, []),
        (INVITED, END, [MeetingBar.TIME_PASSED]),
        (OPENED, AT, [MeetingBar.OPENED_ALREADY]),
        (CANCELLED, AT - SECOND, [MeetingBar.CANCELLED_ALREADY]),
    ],
)
def test_a_meeting_is_moved_until_its_time_has_passed(meeting, now, bars):
    assert barred(may_change(meeting, now)) == bars


@pytest.mark.parametrize(
    ("meeting", "reason", "bars"),
    [
        (INVITED, "No interpreters.", []),
        (INVITED, "  ", [MeetingBar.NO_REASON]),
        (OPENED, "x", [MeetingBar.OPENED_ALREADY]),
        (CANCELLED, "x", [MeetingBar.CANCELLED_ALREADY]),
    ],
)
def test_a_meeting_is_cancelled_once_with_a_reason(meeting, reason, bars):
    assert barred(may_cancel(meeting, reason=reason)) == bars


@pytest.mark.parametrize(("shift", "minutes", "moves"), [(0, 60, False), (1, 60, True), (0, 61, True)])
def test_a_move_moves_the_time_or_the_length(shift, minutes, moves):
    assert bool(does_change(INVITED, starts_at=AT + shift * SECOND, minutes=minutes)) is moves


TODAY = date(2026, 3, 3)
WHOLE = SeriesFacts(
    circle=Circle.MEMBERS, has_body=False, every_months=1, nth=3, weekday=0, rhythm_from=TODAY,
    is_public=True, shows_links=True, starts_on=TODAY, ends_on=None,
)  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "bars"),
    [
        ({}, []),
        ({"nth": None, "weekday": None}, []),
        ({"nth": None, "weekday": None, "every_months": None}, []),
        ({"nth": None}, [MeetingBar.RHYTHM_INCOMPLETE]),
        ({"weekday": None}, [MeetingBar.RHYTHM_INCOMPLETE]),
        ({"every_months": None}, [MeetingBar.RHYTHM_INCOMPLETE]),
        ({"rhythm_from": TODAY - timedelta(1)}, [MeetingBar.RHYTHM_FROM_PAST]),
        ({"circle": Circle.BODY}, [MeetingBar.BODY_MISSING]),
        ({"circle": Circle.BODY, "has_body": True}, []),
        ({"is_public": False}, [MeetingBar.LINKS_OF_CLOSED_MEETING]),
        ({"is_public": False, "shows_links": False}, []),
        ({"ends_on": TODAY}, [MeetingBar.ENDS_BEFORE_TODAY]),
        ({"ends_on": TODAY + timedelta(1)}, []),
    ],
)
def test_a_series_is_whole(changes, bars):
    assert barred(may_keep_series(replace(WHOLE, **changes), today=TODAY, rhythm_changes=True)) == bars


def test_a_series_ends_today_at_the_earliest_and_an_old_rhythm_stays():
    old = replace(WHOLE, starts_on=date(2020, 1, 1), rhythm_from=date(2020, 1, 1), ends_on=TODAY)

    assert may_keep_series(old, today=TODAY, rhythm_changes=False)
    ended = replace(old, ends_on=TODAY - timedelta(1))
    assert barred(may_keep_series(ended, today=TODAY, rhythm_changes=False)) == [MeetingBar.ENDS_BEFORE_TODAY]


@pytest.mark.parametrize(("held", "kept"), [(11, False), (12, True)])
def test_a_rhythm_is_kept_when_every_meeting_expected_was_held(held, kept):
    assert Cadence(None, None, expected=12, held=held).is_kept is kept
