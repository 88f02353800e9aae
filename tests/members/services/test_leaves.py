"""Leave has a reason and an end, and lies beside no other."""

from datetime import date, timedelta

import pytest

from lacralo.core.notifications.models import Notice
from lacralo.core.verdicts import Refused
from members.enums import Bar
from members.enums.participation import LeaveKind, ParticipationBar, Standing
from members.models import InitialStanding, Leave
from members.services.leaves import end_leave, grant_leave, load_initial_standings
from tests.builders import NOW, TODAY, accredited, keeper, person
from tests.members.participation_builders import rules_in_force

pytestmark = pytest.mark.django_db

START = date(2026, 4, 1)


@pytest.fixture(autouse=True)
def _rules():
    rules_in_force(leave_months=6)


@pytest.fixture
def als():
    return accredited("Red Ceibo")


def grant(of, start=START, end=date(2026, 7, 1), reason="The office burned down", by=None) -> Leave:
    return grant_leave(
        member=of, kind=LeaveKind.LEAVE, start=start, end=end, reason=reason, by=by or keeper(), now=NOW
    )


def bars(refused) -> list:
    return [line.code for line in refused.value.verdict.bars]


def test_whoever_acts_for_the_member_is_told_from_when_to_when(als):
    grant(als)

    assert "1 April 2026 until 1 July 2026" in Notice.objects.get().body


@pytest.mark.parametrize(
    "start, end, reason, bar",
    [
        (START, None, "x", ParticipationBar.LEAVE_WITHOUT_END),
        (START, START, "x", Bar.ENDS_BEFORE_IT_STARTS),
        (START, date(2026, 10, 2), "x", ParticipationBar.LEAVE_TOO_LONG),
        (START, date(2026, 5, 1), "", Bar.REASON_MISSING),
    ],
)
def test_a_leave_that_does_not_fit_is_refused(als, start, end, reason, bar):
    with pytest.raises(Refused) as refused:
        grant(als, start, end, reason)

    assert bars(refused) == [bar]


def test_the_longest_leave_is_allowed(als):
    assert grant(als, START, date(2026, 10, 1)).end == date(2026, 10, 1)


def test_two_leaves_never_overlap_and_may_follow_one_another(als):
    grant(als)

    with pytest.raises(Refused) as refused:
        grant(als, date(2026, 6, 30), date(2026, 8, 1))
    grant(als, date(2026, 7, 1), date(2026, 8, 1))

    assert bars(refused) == [ParticipationBar.LEAVE_OVERLAPS]


def test_a_leave_ends_earlier_never_later(als):
    leave = grant(als)

    with pytest.raises(Refused) as refused:
        end_leave(leave=leave, end=date(2026, 7, 2), reason="x", by=keeper(), now=NOW)
    end_leave(leave=leave, end=date(2026, 5, 1), reason="Back early", by=keeper(), now=NOW)

    assert bars(refused) == [Bar.ENDS_LATER_THAN_AGREED]
    leave.refresh_from_db()
    assert leave.end == date(2026, 5, 1)


def test_one_decision_loads_the_standing_of_several_members(als):
    other = accredited()

    load_initial_standings(
        members=[als, other],
        standing=Standing.STANDBY,
        on=TODAY,
        decision="Minute of the assembly",
        by=keeper(),
        now=NOW,
    )

    assert set(InitialStanding.objects.values_list("member", "standing")) == {
        (als.pk, "standby"),
        (other.pk, "standby"),
    }


@pytest.mark.parametrize(
    "decision, on, bar",
    [(" ", TODAY, Bar.REASON_MISSING), ("x", TODAY + timedelta(days=1), ParticipationBar.DAY_AHEAD)],
)
def test_a_standing_is_never_loaded_without_its_decision_or_ahead(als, decision, on, bar):
    with pytest.raises(Refused) as refused:
        load_initial_standings(
            members=[als], standing=Standing.ACTIVE, on=on, decision=decision, by=keeper(), now=NOW
        )

    assert bars(refused) == [bar]


def test_only_who_keeps_the_register_grants_leave(als):
    with pytest.raises(Refused) as refused:
        grant(als, by=person())

    assert bars(refused) == [Bar.NOT_REGISTER_KEEPER]
