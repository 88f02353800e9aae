from datetime import UTC, datetime, timedelta

from elections.rules.parameters import check
from elections.rules.reminders import due, reminder_moments

OPENS = datetime(2026, 6, 8, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=5)


def test_members_are_reminded_at_opening_half_time_and_a_day_before_the_close():
    assert reminder_moments(OPENS, CLOSES, check({})) == (
        ("opening", OPENS),
        ("half_time", OPENS + timedelta(days=2, hours=12)),
        ("24h", CLOSES - timedelta(hours=24)),
    )


def test_a_rule_set_may_remind_otherwise():
    rules = check({"remind_at_half_time": False, "remind_hours_before_close": [2, 48]})

    assert [key for key, _ in reminder_moments(OPENS, CLOSES, rules)] == ["opening", "48h", "2h"]


def test_a_distance_as_long_as_the_vote_is_left_out():
    rules = check({"remind_at_opening": False, "remind_at_half_time": False})

    assert reminder_moments(OPENS, OPENS + timedelta(hours=24), rules) == ()


def test_what_is_due_is_due_from_its_instant_until_the_close():
    moments = reminder_moments(OPENS, CLOSES, check({}))
    instant = timedelta(microseconds=1)

    def due_at(now):
        return due(moments, closes=CLOSES, now=now)

    assert due_at(OPENS - instant) == ()
    assert due_at(OPENS) == ("opening",)
    assert due_at(CLOSES - timedelta(hours=24) - instant) == ("opening", "half_time")
    assert due_at(CLOSES - timedelta(hours=24)) == ("opening", "half_time", "24h")
    assert due_at(CLOSES - instant) == ("opening", "half_time", "24h")
    assert due_at(CLOSES) == ()
