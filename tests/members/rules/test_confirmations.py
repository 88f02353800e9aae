"""How long an entry counts as right, and who says that it is."""

from datetime import timedelta

import pytest

from members.enums import Bar
from members.rules.confirmations import YEAR, is_due, may_confirm
from tests.builders import NOW

SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("last", "due"), [(None, True), (NOW, False), (NOW - YEAR + SECOND, False), (NOW - YEAR, True)]
)
def test_an_entry_is_due_when_nobody_or_nobody_for_a_year_has_confirmed_it(last, due):
    assert is_due(last, NOW) is due


@pytest.mark.parametrize("acts_for_it", [True, False])
@pytest.mark.parametrize("keeps_register", [True, False])
def test_those_confirm_who_act_for_the_member_or_keep_the_register(acts_for_it, keeps_register):
    verdict = may_confirm(acts_for_it=acts_for_it, keeps_register=keeps_register)

    assert bool(verdict) is (acts_for_it or keeps_register)
    assert [line.code for line in verdict.lines] == [Bar.NOT_OF_THE_MEMBER]
