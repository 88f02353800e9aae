"""Meetings are planned, moved, cancelled and recorded; those invited are told, once each."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.models import Deadline
from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from members.enums.meetings import Circle, MeetingAct, MeetingBar
from members.models import Meeting, MeetingMove
from members.services.meeting_calls import invite, remind
from members.services.meetings import (
    cancel_meeting,
    move_meeting,
    note_held,
    plan_meeting,
    record_meeting,
    set_meeting_channels,
)
from members.services.series import ChannelTold
from tests.builders import NOW, accredited, person, position, secretary, term, voter_of
from tests.members.meeting_builders import CALL_AT, meeting, monthly_call, series
from tests.members.participation_builders import rules_in_force

pytestmark = pytest.mark.django_db

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture(autouse=True)
def _rules():
    rules_in_force()


@pytest.fixture
def officer():
    return secretary()


@pytest.fixture
def call(officer):
    return monthly_call()


def plan(of, by, starts_at=CALL_AT, now=NOW, **fields) -> Meeting:
    return plan_meeting(series=of, starts_at=starts_at, minutes=90, by=by, now=now, **fields)


def open_deadlines(of) -> list[tuple[str, datetime]]:
    return list(Deadline.objects.open().about(of).order_by("due_at", "task").values_list("task", "due_at"))


def ring(of, at) -> int:
    """Answer whatever is due about the meeting at that moment."""
    acts = {"members.meeting_invite": invite, "members.meeting_remind": remind}
    due = Deadline.objects.due(at).about(of).order_by("due_at", "pk")
    return sum(acts[each.task](pk=each.pk, now=at) for each in list(due))


def mails(news: str) -> list[str]:
    found = Notice.objects.filter(event__startswith=f"members.meeting_{news}:").order_by("person__name")
    return list(found.values_list("person__name", flat=True))


def bars_of(act, **arguments) -> list:
    with pytest.raises(Refused) as refusal:
        act(**arguments)
    return [line.code for line in refusal.value.verdict.bars]


def test_a_planned_meeting_has_the_channels_of_its_series_and_its_calls_ahead(call, officer):
    planned = plan(call, officer)

    assert (planned.month, planned.minutes, planned.is_public) == (date(2026, 3, 1), 90, True)
    assert list(planned.channels.order_by("language").values_list("language", "join_url")) == [
        ("en", "https://join.example.org/en"), ("es", "https://join.example.org/es"),
    ]  # fmt: skip
    assert open_deadlines(planned) == [
        ("members.meeting_invite", NOW),
        ("members.meeting_remind", CALL_AT - 7 * DAY),
        ("members.meeting_remind", CALL_AT - DAY),
        ("members.meeting_remind", CALL_AT - HOUR),
    ]
    assert Entry.objects.about(planned).get().act == MeetingAct.MEETING_PLANNED


def test_the_invitation_goes_out_so_many_days_before(call, officer):
    planned = plan(call, officer, starts_at=CALL_AT + 28 * DAY)

    assert open_deadlines(planned)[0] == ("members.meeting_invite", CALL_AT + 14 * DAY)


def test_a_second_meeting_in_the_month_stands_beside_the_rhythm(call, officer):
    months = [plan(call, officer, starts_at=CALL_AT + hours * HOUR).month for hours in (0, 24)]

    assert months == [date(2026, 3, 1), None]


def test_those_plan_who_convene_or_keep_the_register(call, officer):
    chair, elder = term("chair").person, term("elder").person

    assert plan(call, officer, starts_at=CALL_AT)
    assert plan(call, chair, starts_at=CALL_AT + HOUR)
    assert bars_of(plan, of=call, by=elder, starts_at=CALL_AT + 2 * HOUR) == [MeetingBar.NOT_CONVENOR]
    of_elders = series(convenor=position("elder"))
    assert plan(of_elders, elder)
    assert bars_of(plan, of=of_elders, by=chair, starts_at=CALL_AT + HOUR) == [MeetingBar.NOT_CONVENOR]


def test_two_meetings_of_a_series_never_begin_at_the_same_moment(call, officer):
    first = plan(call, officer)

    assert bars_of(plan, of=call, by=officer) == [MeetingBar.SAME_MOMENT]
    with pytest.raises(IntegrityError), transaction.atomic():
        meeting(call, starts_at=CALL_AT)
    cancel_meeting(meeting=first, reason="Holiday.", lang="en", by=officer, now=NOW)
    assert plan(call, officer).month is None


def test_a_meeting_is_not_planned_in_the_past(call, officer):
    assert bars_of(plan, of=call, by=officer, starts_at=NOW) == [MeetingBar.IN_THE_PAST]


def test_everybody_of_the_circle_is_invited_once(call, officer):
    als, chair = accredited(), term("chair").person
    planned = plan(call, officer)

    assert ring(planned, NOW) == 3
    assert ring(planned, NOW) == 0
    names = sorted([chair.name, officer.name, voter_of(als).name])
    assert sorted(mails("invitation")) == names
    planned.refresh_from_db()
    assert planned.invited_at == NOW


def test_the_invitation_tells_the_time_of_the_readers_zone_and_utc(officer):
    call = monthly_call(circle=Circle.NAMED)
    reader = person("Nina", time_zone="America/New_York")
    call.named.create(person=reader, start=NOW.date())
    planned = plan(call, officer)

    ring(planned, NOW)

    mail = Notice.objects.get(person=reader)
    # On 3 March New York is five hours behind UTC, on 16 March four.
    assert "16 March 2026, 19:00 New York (23:00 UTC)" in mail.body
    assert "The clocks of your time zone change before the meeting" in mail.body
    assert "https://join.example.org/es" in mail.body
    assert f"/members/meetings/{planned.pk}/" in mail.body


def test_an_invitation_that_comes_too_late_is_dropped(call, officer):
    accredited()
    planned = plan(call, officer)

    assert ring(planned, CALL_AT) == 0
    planned.refresh_from_db()
    assert (planned.invited_at, mails("invitation")) == (None, [])


def test_only_the_nearest_reminder_goes_out_after_the_worker_stood_still(call, officer):
    planned = plan(call, officer)
    ring(planned, NOW)

    assert ring(planned, CALL_AT - 2 * HOUR) == 1
    assert ring(planned, CALL_AT - 2 * HOUR) == 0
    assert mails("reminder") == [officer.name]


def test_a_successor_in_mid_year_inherits_the_reminders(call, officer):
    chair = term("chair", start=date(2025, 1, 1), end=date(2026, 3, 10)).person
    planned = plan(call, officer)
    ring(planned, NOW)
    successor = term("chair", start=date(2026, 3, 10)).person

    ring(planned, CALL_AT - DAY)

    assert mails("invitation") == sorted([chair.name, officer.name])
    assert mails("reminder") == sorted([officer.name, successor.name])


def test_a_meeting_moved_after_the_invitations_is_told_with_both_times(call, officer):
    als = accredited()
    planned = plan(call, officer)
    ring(planned, NOW)
    later = CALL_AT + 2 * DAY

    move_meeting(
        meeting=planned, starts_at=later, minutes=60, reason="A holiday.", lang="en", by=officer, now=NOW
    )

    planned.refresh_from_db()
    assert (planned.starts_at, planned.minutes, planned.month) == (later, 60, date(2026, 3, 1))
    body = Notice.objects.get(person=voter_of(als), event__startswith="members.meeting_moved").body
    assert "Before: 16 March 2026, 18:00 Lima (23:00 UTC)" in body
    assert "Now: 18 March 2026, 18:00 Lima (23:00 UTC)" in body
    assert "A holiday." in body
    assert [due for _task, due in open_deadlines(planned)] == [later - 7 * DAY, later - DAY, later - HOUR]
    assert ring(planned, later - HOUR) == 2
    assert MeetingMove.objects.get().moved_by == officer


def test_a_meeting_moved_back_and_forth_is_reminded_of_at_its_last_time(call, officer):
    planned = plan(call, officer)
    ring(planned, NOW)
    for number, starts_at in enumerate((CALL_AT + DAY, CALL_AT), start=1):
        move_meeting(
            meeting=planned, starts_at=starts_at, minutes=90, reason="x", lang="en", by=officer,
            now=NOW + number * HOUR,
        )  # fmt: skip

    assert mails("moved") == [officer.name, officer.name]
    assert [due for _task, due in open_deadlines(planned)] == [
        CALL_AT - 7 * DAY,
        CALL_AT - DAY,
        CALL_AT - HOUR,
    ]
    assert ring(planned, CALL_AT - DAY) == 1


def test_nobody_is_told_of_a_move_before_the_invitations(call, officer):
    planned = plan(call, officer, starts_at=CALL_AT + 28 * DAY)

    move_meeting(
        meeting=planned, starts_at=CALL_AT + 29 * DAY, minutes=90, reason="", lang="en", by=officer, now=NOW
    )

    assert mails("moved") == []
    assert open_deadlines(planned)[0] == ("members.meeting_invite", CALL_AT + 15 * DAY)


def move(planned, by, *, starts_at=CALL_AT + DAY, reason="x", now=NOW):
    return move_meeting(
        meeting=planned, starts_at=starts_at, minutes=90, reason=reason, lang="en", by=by, now=now
    )


def test_what_a_move_is_refused_for(call, officer):
    planned, other = plan(call, officer), plan(call, officer, starts_at=CALL_AT + DAY)

    assert bars_of(move, planned=planned, by=officer, starts_at=NOW) == [MeetingBar.IN_THE_PAST]
    assert bars_of(move, planned=planned, by=officer) == [MeetingBar.SAME_MOMENT]
    assert bars_of(move, planned=planned, by=officer, starts_at=CALL_AT) == [MeetingBar.TIME_UNCHANGED]
    assert bars_of(move, planned=planned, by=term("elder").person) == [MeetingBar.NOT_CONVENOR]
    ring(planned, NOW)
    assert bars_of(move, planned=planned, by=officer, starts_at=CALL_AT + HOUR, reason=" ") == [
        MeetingBar.NO_REASON
    ]
    over = CALL_AT + 2 * HOUR
    assert bars_of(move, planned=planned, by=officer, starts_at=over + DAY, now=over) == [
        MeetingBar.TIME_PASSED
    ]
    cancel_meeting(meeting=other, reason="x", lang="en", by=officer, now=NOW)
    assert bars_of(move, planned=other, by=officer, starts_at=CALL_AT + 2 * DAY) == [
        MeetingBar.CANCELLED_ALREADY
    ]


def test_a_cancelled_meeting_is_told_with_its_reason_and_called_no_more(call, officer):
    planned = plan(call, officer)
    ring(planned, NOW)

    cancel_meeting(meeting=planned, reason=" No interpreters. ", lang="en", by=officer, now=NOW)

    planned.refresh_from_db()
    assert (planned.cancel_reason, planned.cancelled_by) == ("No interpreters.", officer)
    assert "No interpreters." in Notice.objects.get(event__startswith="members.meeting_cancelled").body
    assert open_deadlines(planned) == []
    again = {"meeting": planned, "reason": "x", "lang": "en", "by": officer, "now": NOW}
    assert bars_of(cancel_meeting, **again) == [MeetingBar.CANCELLED_ALREADY]


def test_a_missed_meeting_is_cancelled_afterwards_and_nobody_is_written_to(call, officer):
    planned = plan(call, officer)
    ring(planned, NOW)

    cancel_meeting(meeting=planned, reason="Nobody came.", lang="en", by=officer, now=CALL_AT + DAY)

    assert mails("cancelled") == []


def test_a_meeting_nobody_opened_is_noted_as_held_once(call, officer):
    planned = plan(call, officer)
    arguments = {"meeting": planned, "by": officer}

    assert bars_of(note_held, **arguments, now=CALL_AT) == [MeetingBar.NOT_IN_THE_PAST]
    note_held(**arguments, now=CALL_AT + DAY)

    planned.refresh_from_db()
    assert (planned.opened_at, planned.closed_at) == (CALL_AT, CALL_AT + 90 * timedelta(minutes=1))
    assert bars_of(note_held, **arguments, now=CALL_AT + DAY) == [MeetingBar.OPENED_ALREADY]


def test_a_meeting_held_without_the_portal_is_recorded(call, officer):
    before = datetime(2026, 2, 16, 23, tzinfo=UTC)
    arguments = {"series": call, "starts_at": before, "minutes": 60, "by": officer, "now": NOW}

    made = record_meeting(**arguments)

    assert (made.month, made.opened_at, made.closed_at) == (date(2026, 2, 1), before, before + HOUR)
    assert bars_of(record_meeting, **arguments) == [MeetingBar.SAME_MOMENT]
    ahead = arguments | {"starts_at": NOW - 30 * timedelta(minutes=1)}
    assert bars_of(record_meeting, **ahead) == [MeetingBar.NOT_IN_THE_PAST]
    stranger = arguments | {"starts_at": before + HOUR, "by": term("elder").person}
    assert bars_of(record_meeting, **stranger) == [MeetingBar.NOT_CONVENOR]


def test_languages_and_links_of_a_meeting_are_set(call, officer):
    planned = plan(call, officer)
    chosen = [ChannelTold("fr", "https://join.example.org/nouveau"), ChannelTold("es", "", "+57 1 555")]

    set_meeting_channels(meeting=planned, channels=chosen, shows_links=True, by=officer, now=NOW)

    assert list(planned.channels.order_by("language").values_list("language", "join_url", "dial_in")) == [
        ("es", "", "+57 1 555"), ("fr", "https://join.example.org/nouveau", ""),
    ]  # fmt: skip
    none = {"meeting": planned, "channels": [], "shows_links": False, "by": officer, "now": NOW}
    assert bars_of(set_meeting_channels, **none) == [MeetingBar.NO_CHANNEL]
    closed = plan(series(is_public=False), officer)
    shown = none | {"meeting": closed, "channels": chosen, "shows_links": True}
    assert bars_of(set_meeting_channels, **shown) == [MeetingBar.LINKS_OF_CLOSED_MEETING]
