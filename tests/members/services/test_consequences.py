"""Told, told again, suspended from the next roll on, and given back; a notice that came back is none."""

from datetime import datetime, timedelta

import pytest

from elections.rules.parameters import ElectionRules
from elections.selectors.rolls import roll_on
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.notifications.models import Notice
from lacralo.core.notifications.services import mark_bounced
from lacralo.core.verdicts import Refused
from members.enums import CreditKind, OccasionKind
from members.enums.participation import ParticipationBar, Rule, WarningStep
from members.models import Credit, Leave, ParticipationWarning, Suspension
from members.selectors.electorate import in_standing_on
from members.services.consequences import restore_vote, review_participation, send_again
from members.services.corrections import attest
from tests.builders import NOW, TODAY, accredited, keeper, member
from tests.members.participation_builders import a_full_record, fallen, held, rules_in_force, took_part

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _rules():
    rules_in_force(notice_days=30, grace_days=20, restoration_credits=2)


@pytest.fixture
def als():
    return accredited("Red Ceibo")


def arrive(at: datetime) -> None:
    """Every mail that waits is sent."""
    Notice.objects.filter(sent_at=None).update(sent_at=at)


def steps(of) -> list[str]:
    return list(of.warnings.filter(closed_at=None).order_by("pk").values_list("step", flat=True))


def reviewed(*days: int) -> None:
    """The job ran on those days after NOW, and its mails arrived."""
    for day in days:
        review_participation(now=NOW + day * DAY)
        arrive(NOW + day * DAY)


def test_two_notices_and_the_days_of_grace_come_before_the_vote_is_suspended(als):
    fallen()

    reviewed(0)
    assert steps(als) == [WarningStep.FIRST_NOTICE]
    reviewed(29)
    assert steps(als) == [WarningStep.FIRST_NOTICE]
    reviewed(30)
    assert steps(als) == [WarningStep.FIRST_NOTICE, WarningStep.SECOND_NOTICE]
    reviewed(49)
    assert not Suspension.objects.exists()
    reviewed(50)

    suspension = Suspension.objects.get()
    assert (suspension.member, suspension.start) == (als, statute_day(NOW + 50 * DAY))
    assert (suspension.reason, steps(als)) == (Rule.TWO_NOTICES, [])


def test_running_twice_a_day_changes_nothing(als):
    fallen()

    reviewed(0, 0, 30, 30, 50, 50)

    assert (ParticipationWarning.objects.count(), Suspension.objects.count()) == (2, 1)


def test_a_job_that_slept_for_months_takes_one_step_at_a_time(als):
    fallen()

    reviewed(0, 200)

    assert steps(als) == [WarningStep.FIRST_NOTICE, WarningStep.SECOND_NOTICE]
    assert not Suspension.objects.exists()


def test_a_notice_that_came_back_is_no_notice(als):
    fallen()
    reviewed(0)
    mark_bounced(notice=Notice.objects.get(), by=keeper(), now=NOW)

    reviewed(30, 60, 90)

    assert steps(als) == [WarningStep.FIRST_NOTICE]


def test_a_notice_written_anew_counts_from_its_own_day(als):
    fallen()
    reviewed(0)
    mark_bounced(notice=Notice.objects.get(), by=keeper(), now=NOW)
    send_again(warning=ParticipationWarning.objects.get(), by=keeper(), now=NOW + 10 * DAY)
    arrive(NOW + 10 * DAY)

    reviewed(39)
    assert steps(als) == [WarningStep.FIRST_NOTICE]
    reviewed(40)

    assert steps(als) == [WarningStep.FIRST_NOTICE, WarningStep.SECOND_NOTICE]


def test_a_notice_that_is_closed_is_not_written_anew(als):
    fallen()
    reviewed(0)
    warning = ParticipationWarning.objects.get()
    send_again(warning=warning, by=keeper(), now=NOW)

    with pytest.raises(Refused) as refused:
        send_again(warning=warning, by=keeper(), now=NOW)

    assert [line.code for line in refused.value.verdict.bars] == [ParticipationBar.WARNING_SETTLED_ALREADY]


def test_a_member_for_whom_nobody_acts_is_not_suspended_unheard():
    fallen()
    silent = member("Without a representative")

    reviewed(0, 30, 60, 90)

    assert steps(silent) == [WarningStep.FIRST_NOTICE]


def test_a_member_that_takes_part_again_is_settled(als):
    vote, _ = fallen()
    reviewed(0)
    took_part(als, vote)

    reviewed(1)

    assert steps(als) == []


def test_a_member_on_leave_is_left_alone(als):
    fallen()
    Leave.objects.create(member=als, kind="leave", start=TODAY, end=TODAY + 90 * DAY, reason="x")

    reviewed(0, 30)

    assert steps(als) == []


def test_the_suspended_vote_is_on_no_later_roll_and_comes_back_by_itself(als):
    fallen()
    other = accredited("Fundación Palta", "EC")
    for occasion in (held(OccasionKind.VOTE, days_ago=1), held(OccasionKind.CALL, days_ago=1)):
        took_part(other, occasion)
    Suspension.objects.create(member=als, start=TODAY, reason="x")
    rules = ElectionRules()

    assert [place.member for place in roll_on(TODAY - DAY, rules).places] == [str(other.pk), str(als.pk)]
    assert [place.member for place in roll_on(TODAY, rules).places] == [str(other.pk)]
    assert list(in_standing_on(TODAY)) == [other]

    for kind in (CreditKind.COMMENTED, CreditKind.REPORTED):
        attest(member=als, kind=kind, on=TODAY, reason="Its page", by=keeper(), now=NOW)
    reviewed(1)

    suspension = Suspension.objects.get()
    assert (suspension.end, suspension.end_reason) == (TODAY + DAY, Rule.TOOK_PART)
    assert als in in_standing_on(TODAY + DAY)


def test_one_credit_since_is_not_enough(als):
    fallen()
    Suspension.objects.create(member=als, start=TODAY, reason="x")
    attest(member=als, kind=CreditKind.REPORTED, on=TODAY, reason="Its page", by=keeper(), now=NOW)

    reviewed(1)

    assert Suspension.objects.get().end is None


def test_what_was_earned_before_the_suspension_does_not_give_the_vote_back(als):
    fallen()
    took_part(als, held(days_ago=20))
    took_part(als, held(days_ago=10))
    Suspension.objects.create(member=als, start=TODAY, reason="x")

    reviewed(1)

    assert Credit.objects.filter(member=als).count() == 2
    assert Suspension.objects.get().end is None


def test_the_secretary_gives_the_vote_back_by_a_decision(als):
    Suspension.objects.create(member=als, start=TODAY - DAY, reason="x")

    restore_vote(member=als, reason="Decision of the board", by=keeper(), now=NOW)
    with pytest.raises(Refused) as refused:
        restore_vote(member=als, reason="Decision of the board", by=keeper(), now=NOW)

    assert Suspension.objects.get().end_reason == "Decision of the board"
    assert [line.code for line in refused.value.verdict.bars] == [ParticipationBar.NOT_SUSPENDED]


def test_a_less_active_member_is_encouraged_once(als):
    vote, _ = fallen()
    took_part(als, vote)

    reviewed(0, 40, 80)

    assert steps(als) == [WarningStep.ENCOURAGEMENT]
    assert not Suspension.objects.exists()


def test_without_rules_in_force_nothing_follows(als):
    fallen()

    assert review_participation(now=datetime(2019, 1, 1, tzinfo=NOW.tzinfo)) == 0


def test_without_a_record_nothing_follows(als):
    a_full_record()

    reviewed(0)

    assert steps(als) == []
