"""Two notices that arrive, days between and days of grace, before a vote is suspended."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from members.enums.participation import Consequence, ParticipationBar, Standing, WarningStep
from members.rules.consequences import Follow, Next, Sent, may_restore, what_follows
from members.rules.parameters import MemberRules

TODAY = date(2026, 7, 15)
RULES = MemberRules(notice_days=30, grace_days=20)
ENCOURAGING = replace(RULES, consequence=Consequence.ENCOURAGE)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def sent(step: WarningStep, days: int, *, is_delivered: bool = True) -> Sent:
    return Sent(step, ago(days), ago(days) if is_delivered else None)


def follows(standing: Standing, *warnings: Sent, rules: MemberRules = RULES, is_on_leave: bool = False):
    return what_follows(standing, is_on_leave=is_on_leave, sent=warnings, rules=rules, today=TODAY)


@pytest.mark.parametrize("standing", [Standing.ACTIVE, Standing.RESTORED])
@pytest.mark.parametrize("rules", [RULES, ENCOURAGING])
def test_nothing_follows_for_a_member_that_takes_part(standing, rules):
    assert follows(standing, rules=rules) == Next(Follow.NOTHING)


def test_a_member_that_takes_part_again_is_settled():
    assert follows(Standing.ACTIVE, sent(WarningStep.FIRST_NOTICE, 3)) == Next(Follow.SETTLE)


def test_a_member_on_leave_is_left_alone():
    assert follows(Standing.STANDBY, is_on_leave=True) == Next(Follow.NOTHING)


def test_leave_settles_what_was_begun():
    first = sent(WarningStep.FIRST_NOTICE, 3)

    assert follows(Standing.STANDBY, first, is_on_leave=True) == Next(Follow.SETTLE)


@pytest.mark.parametrize("standing", [Standing.LESS_ACTIVE, Standing.STANDBY])
def test_where_members_are_encouraged_nothing_else_ever_follows(standing):
    once = sent(WarningStep.ENCOURAGEMENT, 400)

    assert follows(standing, rules=ENCOURAGING) == Next(Follow.WARN, WarningStep.ENCOURAGEMENT)
    assert follows(standing, once, rules=ENCOURAGING) == Next(Follow.NOTHING)


def test_a_less_active_member_is_encouraged_and_keeps_its_vote():
    assert follows(Standing.LESS_ACTIVE) == Next(Follow.WARN, WarningStep.ENCOURAGEMENT)


def test_a_member_that_is_less_active_again_has_no_notice_against_it():
    assert follows(Standing.LESS_ACTIVE, sent(WarningStep.FIRST_NOTICE, 5)) == Next(Follow.SETTLE)


def test_a_member_on_standby_gets_the_first_notice_at_once():
    assert follows(Standing.STANDBY) == Next(Follow.WARN, WarningStep.FIRST_NOTICE, TODAY)


def test_an_encouragement_is_no_notice():
    assert follows(Standing.STANDBY, sent(WarningStep.ENCOURAGEMENT, 90)).step == WarningStep.FIRST_NOTICE


@pytest.mark.parametrize("days, follow", [(29, Follow.NOTHING), (30, Follow.WARN), (300, Follow.WARN)])
def test_the_second_notice_follows_after_the_days_of_the_rules(days, follow):
    told = follows(Standing.STANDBY, sent(WarningStep.FIRST_NOTICE, days))

    assert told == Next(follow, WarningStep.SECOND_NOTICE, ago(days - 30))


def test_a_notice_that_came_back_is_no_notice():
    lost = sent(WarningStep.FIRST_NOTICE, 300, is_delivered=False)

    assert follows(Standing.STANDBY, lost) == Next(Follow.NOTHING, WarningStep.SECOND_NOTICE, None)


@pytest.mark.parametrize("days, follow", [(19, Follow.NOTHING), (20, Follow.SUSPEND)])
def test_the_vote_is_suspended_after_the_days_of_grace(days, follow):
    first = sent(WarningStep.FIRST_NOTICE, days + 30)
    second = sent(WarningStep.SECOND_NOTICE, days)

    assert follows(Standing.STANDBY, first, second) == Next(follow, None, ago(days - 20))


def test_without_the_second_notice_arriving_no_vote_is_suspended():
    first = sent(WarningStep.FIRST_NOTICE, 300)
    second = sent(WarningStep.SECOND_NOTICE, 200, is_delivered=False)

    assert follows(Standing.STANDBY, first, second) == Next(Follow.NOTHING, None, None)


@pytest.mark.parametrize(
    "is_suspended, since, bars",
    [
        (True, 2, []),
        (True, 3, []),
        (True, 1, [ParticipationBar.NOT_ENOUGH_SINCE]),
        (False, 2, [ParticipationBar.NOT_SUSPENDED]),
    ],
)
def test_a_vote_is_given_back_to_a_member_that_took_part_since(is_suspended, since, bars):
    verdict = may_restore(is_suspended=is_suspended, since=since, needed=2)

    assert [line.code for line in verdict.bars] == bars
