"""An indicator that nobody could ever meet is refused, with the reason."""

from dataclasses import replace
from fractions import Fraction

import pytest

from lacralo.core.rulebook.parameters import ImpossibleParameter
from members.enums.participation import CreditKind, OccasionKind, ParticipationBar
from members.rules.indicators import OF_INDIVIDUALS, OF_STRUCTURES, Indicator, Measure, can_be_met
from members.rules.parameters import MemberRules

HALF = Measure((CreditKind.VOTED,), (OccasionKind.VOTE,), Fraction(1, 2))
THREE = Measure((CreditKind.COMMENTED,), number=3)


def bars(*measures: Measure) -> list[ParticipationBar]:
    return [line.code for line in can_be_met(Indicator(measures)).bars]


@pytest.mark.parametrize("indicator", [*OF_STRUCTURES, *OF_INDIVIDUALS])
def test_the_indicators_of_the_portal_can_be_met(indicator):
    assert can_be_met(indicator)


@pytest.mark.parametrize(
    "measure, bar",
    [
        (replace(HALF, credits=()), ParticipationBar.NO_CREDIT_COUNTS),
        (replace(HALF, credits=(CreditKind.ATTENDED,)), ParticipationBar.CREDIT_NEVER_EARNED_THERE),
        (replace(HALF, share=Fraction(0)), ParticipationBar.SHARE_IMPOSSIBLE),
        (replace(HALF, share=Fraction(11, 10)), ParticipationBar.SHARE_IMPOSSIBLE),
        (replace(HALF, number=2), ParticipationBar.SHARE_AND_NUMBER),
        (replace(HALF, months=0), ParticipationBar.WINDOW_IMPOSSIBLE),
        (replace(HALF, months=61), ParticipationBar.WINDOW_IMPOSSIBLE),
        (replace(THREE, number=0), ParticipationBar.NUMBER_IMPOSSIBLE),
        (replace(THREE, number=121), ParticipationBar.NUMBER_IMPOSSIBLE),
        (replace(THREE, share=Fraction(1, 2)), ParticipationBar.NUMBER_IMPOSSIBLE),
    ],
)
def test_a_measure_that_nobody_could_meet_is_refused(measure, bar):
    assert bars(measure) == [bar]


@pytest.mark.parametrize(
    "measure",
    [replace(HALF, share=Fraction(1)), replace(HALF, months=60), replace(THREE, number=120)],
)
def test_the_most_that_can_be_asked_is_allowed(measure):
    assert bars(measure) == []


def test_an_indicator_without_a_measure_is_refused():
    assert bars() == [ParticipationBar.NO_WAY_TO_MEET]


def test_a_rule_set_refuses_an_indicator_that_nobody_could_meet():
    impossible = (Indicator((replace(HALF, share=Fraction(2)),)),)

    with pytest.raises(ImpossibleParameter) as refused:
        MemberRules(als_indicators=impossible)

    assert refused.value.field == "members.als_indicators"
    assert refused.value.reason == ParticipationBar.SHARE_IMPOSSIBLE
