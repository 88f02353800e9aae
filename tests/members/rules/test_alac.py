"""What figures of ALAC say."""

from dataclasses import replace
from datetime import date

import pytest

from members.enums.accreditation import AlacBar, AlacMajority
from members.rules.alac import Figures, is_accepted, is_decertified, may_record
from members.rules.parameters import MemberRules

RULES = MemberRules()
TWO_THIRDS = replace(RULES, alac_majority=AlacMajority.TWO_THIRDS_OF_MEMBERS)
ABSTENTIONS = replace(RULES, alac_abstentions_are_votes=True)
DAY = date(2014, 12, 9)


@pytest.mark.parametrize(
    "figures, rules, accepted",
    [
        (Figures(4, 6, 3), RULES, False),
        (Figures(6, 6, 1), RULES, False),
        (Figures(6, 5, 2), RULES, True),
        (Figures(6, 5, 2), ABSTENTIONS, False),
        (Figures(7, 5, 1), ABSTENTIONS, True),
        (Figures(9, 0, 0), TWO_THIRDS, False),
        (Figures(10, 5, 0), TWO_THIRDS, True),
        (Figures(0, 0, 8), RULES, False),
    ],
)
def test_the_majority_is_that_of_the_rule_set(figures, rules, accepted):
    assert is_accepted(figures, rules) is accepted


@pytest.mark.parametrize(
    "figures, rules, decertified",
    [
        (Figures(8, 4, 0), RULES, True),
        (Figures(7, 4, 4), RULES, False),
        (Figures(8, 4, 1), ABSTENTIONS, False),
        (Figures(0, 0, 9), RULES, False),
    ],
)
def test_two_thirds_of_those_casting_a_vote_decertify(figures, rules, decertified):
    assert is_decertified(figures, rules) is decertified


@pytest.mark.parametrize(
    "figures, outcome, decided_on, bars",
    [
        (Figures(4, 6, 3), False, DAY, []),
        (Figures(4, 6, 3), True, DAY, [AlacBar.SAYS_OTHERWISE]),
        (Figures(4, 3, 0), True, DAY, [AlacBar.NO_QUORUM]),
        (Figures(5, 3, 0), True, DAY, []),
        (Figures(9, 6, 1), True, DAY, [AlacBar.TOO_MANY_VOTES]),
        (Figures(9, 6, 0), True, date(2014, 12, 10), [AlacBar.DAY_TO_COME]),
    ],
)
def test_figures_that_contradict_the_outcome_are_refused(figures, outcome, decided_on, bars):
    verdict = may_record(
        figures,
        says=is_accepted(figures, RULES),
        outcome=outcome,
        decided_on=decided_on,
        today=DAY,
        rules=RULES,
    )

    assert [line.code for line in verdict.bars] == bars
