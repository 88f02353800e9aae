"""The periodic act on series: meetings are made ahead, and what was missed is told once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from members.enums.meetings import AlarmKind
from members.models import Meeting, MeetingAlarm
from members.selectors.meetings import series_with_cadence
from members.services.meetings import cancel_meeting, note_held, plan_meeting, record_meeting
from members.services.rhythm import keep_all
from tests.builders import NOW, accredited, person, secretary, term
from tests.members.meeting_builders import held_meeting, monthly_call, series
from tests.members.participation_builders import rules_in_force

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _rules():
    rules_in_force()


def months_of(of) -> list[date]:
    return list(of.meetings.filter(month__isnull=False).order_by("month").values_list("month", flat=True))


def alarms_of(of) -> list[tuple[str, date]]:
    return list(of.alarms.order_by("about_on").values_list("kind", "about_on"))


def alarmed() -> list[str]:
    found = Notice.objects.filter(event__startswith="members.meeting_alarm:").order_by("pk")
    return list(found.values_list("person__name", flat=True))


def test_the_meetings_of_the_coming_days_are_made_once():
    call = monthly_call()

    assert keep_all(now=NOW) == 2
    assert keep_all(now=NOW) == 0
    assert months_of(call) == [date(2026, 3, 1), date(2026, 4, 1)]
    made = call.meetings.order_by("starts_at").first()
    assert (made.starts_at, made.planned_by, made.minutes) == (
        datetime(2026, 3, 16, 23, tzinfo=UTC), None, 60,
    )  # fmt: skip
    assert made.channels.count() == 2
    assert Deadline.objects.open().about(made).count() == 4


def test_the_next_meeting_is_made_however_far_it_lies():
    rare = series(every_months=12, nth=1, weekday=0, rhythm_from=date(2026, 3, 3))

    keep_all(now=NOW)

    assert months_of(rare) == [date(2027, 3, 1)]


def test_after_a_cancelled_meeting_the_following_one_is_made():
    rare, officer = series(every_months=6, nth=1, weekday=0, rhythm_from=date(2026, 3, 3)), secretary()
    keep_all(now=NOW)
    cancel_meeting(meeting=rare.meetings.get(), reason="x", lang="en", by=officer, now=NOW)

    keep_all(now=NOW)

    assert months_of(rare) == [date(2026, 9, 1), date(2027, 3, 1)]


def test_a_meeting_planned_by_hand_takes_the_place_of_that_of_its_month():
    call, officer = monthly_call(), secretary()
    by_hand = datetime(2026, 3, 20, 12, tzinfo=UTC)
    plan_meeting(series=call, starts_at=by_hand, minutes=60, by=officer, now=NOW)

    keep_all(now=NOW)

    assert list(call.meetings.order_by("month").values_list("month", "planned_by")) == [
        (date(2026, 3, 1), officer.pk), (date(2026, 4, 1), None),
    ]  # fmt: skip


def test_a_series_that_ended_makes_nothing_more():
    call = monthly_call(ends_on=date(2026, 3, 16))

    assert keep_all(now=NOW) == 0
    assert call.meetings.count() == 0


def test_occurrences_that_were_never_made_are_told_and_not_invented():
    call, officer, chair = monthly_call(rhythm_from=date(2026, 1, 1)), secretary(), term("chair").person

    keep_all(now=NOW)
    keep_all(now=NOW + DAY)

    assert alarms_of(call) == [
        (AlarmKind.NEVER_PLANNED, date(2026, 1, 1)), (AlarmKind.NEVER_PLANNED, date(2026, 2, 1)),
    ]  # fmt: skip
    assert months_of(call) == [date(2026, 3, 1), date(2026, 4, 1)]
    assert sorted(alarmed()) == sorted([chair.name, officer.name] * 2)


def test_a_meeting_nobody_opened_is_told_once_to_whoever_holds_the_offices_then():
    call = monthly_call()
    first = term("chair", person("First"), end=date(2026, 3, 17)).person
    successor = term("chair", person("Successor"), start=date(2026, 3, 17)).person
    keep_all(now=NOW)
    ended = datetime(2026, 3, 17, 0, tzinfo=UTC)

    keep_all(now=ended + DAY - timedelta(seconds=1))
    assert alarms_of(call) == []
    keep_all(now=ended + DAY)
    keep_all(now=ended + DAY)

    assert alarms_of(call) == [(AlarmKind.NOT_HELD, date(2026, 3, 16))]
    assert alarmed() == [successor.name]
    assert first.name not in alarmed()


def test_where_both_offices_are_vacant_support_staff_is_alarmed():
    monthly_call(rhythm_from=date(2026, 2, 1))
    support = term("support").person

    keep_all(now=NOW)

    assert alarmed() == [support.name]


def test_a_cancelled_meeting_is_not_missed():
    call, officer = monthly_call(), secretary()
    keep_all(now=NOW)
    for each in call.meetings.all():
        cancel_meeting(meeting=each, reason="x", lang="en", by=officer, now=NOW)

    keep_all(now=NOW + 40 * DAY)

    assert MeetingAlarm.objects.count() == 0


@pytest.mark.parametrize(
    ("after", "expected"),
    [(45, []), (46, [(AlarmKind.NOTHING_AHEAD, date(2026, 5, 2))])],
)
def test_silence_of_a_series_planned_by_hand_is_told_in_time(after, expected):
    group = series(every_months=2, rhythm_from=date(2026, 1, 1))
    held_meeting(group, datetime(2026, 3, 2, 12, tzinfo=UTC))

    for _ in range(2):
        keep_all(now=datetime(2026, 3, 4, tzinfo=UTC) + (after - 1) * DAY)

    assert alarms_of(group) == expected


def test_silence_is_broken_by_planning_and_told_again_when_it_lasts():
    group, officer = series(every_months=1, rhythm_from=NOW.date()), secretary()
    keep_all(now=NOW + 20 * DAY)
    keep_all(now=NOW + 55 * DAY)
    assert [kind for kind, _day in alarms_of(group)] == [AlarmKind.NOTHING_AHEAD] * 2
    ahead = NOW + 70 * DAY
    plan_meeting(series=group, starts_at=ahead, minutes=60, by=officer, now=NOW + 56 * DAY)

    keep_all(now=NOW + 69 * DAY)

    assert len(alarms_of(group)) == 2


def test_a_series_without_a_cadence_is_never_silent():
    series(every_months=None)

    assert keep_all(now=NOW + 900 * DAY) == 0


@pytest.mark.parametrize("stopped", [range(150, 192), range(60, 215)], ids=["six weeks", "five months"])
def test_a_simulated_year_with_the_worker_stopped_for_six_weeks_misses_no_series_silently(stopped):
    officer = secretary()
    accredited()
    call = monthly_call(rhythm_from=date(2026, 1, 1), starts_on=date(2026, 1, 1))
    elders = series(every_months=1, nth=2, weekday=1, zone="America/New_York", rhythm_from=date(2026, 1, 1))
    mentoring = series(every_months=2, nth=-1, weekday=2, rhythm_from=date(2026, 1, 1))
    group = series(every_months=3, rhythm_from=date(2026, 1, 1))
    began = datetime(2026, 1, 1, 6, tzinfo=UTC)

    for number in range(0, 365, 2):
        now = began + number * DAY
        if number in stopped:
            continue
        # People hold what they know of; of what nobody could know, they hear afterwards.
        over = Meeting.objects.standing().filter(opened_at=None, starts_at__lt=now - timedelta(hours=2))
        for each in over.filter(starts_at__gt=now - 3 * DAY):
            note_held(meeting=each, by=officer, now=now)
        for _ in range(1 + (number % 20 == 0)):
            keep_all(now=now)

    # No occurrence of the year is neither held nor told.
    for of, step in ((call, 1), (elders, 1), (mentoring, 2)):
        told = {each.about_on for each in of.alarms.filter(kind=AlarmKind.NEVER_PLANNED)}
        missed = {each.meeting.month for each in of.alarms.filter(kind=AlarmKind.NOT_HELD)}
        held = set(of.meetings.held().values_list("month", flat=True))
        assert told | missed | held == {date(2026, month, 1) for month in range(1, 13, step)}
        assert not held & (told | missed)
    assert call.alarms.exists()
    assert elders.alarms.exists()
    assert {kind for kind, _day in alarms_of(group)} == {AlarmKind.NOTHING_AHEAD}
    assert len(alarmed()) == MeetingAlarm.objects.count()


def test_the_cadence_counts_what_was_held_of_what_was_due():
    call, officer = monthly_call(rhythm_from=date(2026, 1, 1)), secretary()
    record_meeting(
        series=call, starts_at=datetime(2026, 1, 19, 23, tzinfo=UTC), minutes=60, by=officer, now=NOW
    )
    keep_all(now=NOW)

    row = series_with_cadence([call], NOW)[0].cadence

    assert (row.held, row.expected, row.is_kept) == (1, 2, False)
    assert row.last_held_at == datetime(2026, 1, 19, 23, tzinfo=UTC)
    assert row.next_at == datetime(2026, 3, 16, 23, tzinfo=UTC)
