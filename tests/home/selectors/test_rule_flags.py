"""Votes that weigh by country ask for indicators of participation."""

import pytest

from elections.enums import Weighting
from lacralo.core.rulebook.delivered import load_rulebook
from lacralo.core.rulebook.models import RuleSet
from lacralo.home.selectors.rule_flags import lacks_indicators
from tests.builders import NOW

pytestmark = pytest.mark.django_db


def of(weighting: Weighting, **members) -> RuleSet:
    return RuleSet(parameters={"elections": {"weighting": weighting}, "members": members})


@pytest.mark.parametrize(
    "weighting, members, lacks",
    [
        (Weighting.EQUAL_COUNTRY, {"als_indicators": []}, True),
        (Weighting.COUNTRY_CAP, {"als_indicators": []}, True),
        (Weighting.EQUAL_COUNTRY, {}, False),
        (Weighting.ONE_MEMBER_ONE_VOTE, {"als_indicators": []}, False),
    ],
)
def test_only_national_weights_without_indicators_are_flagged(weighting, members, lacks):
    assert lacks_indicators(of(weighting, **members)) == lacks


def test_the_rules_before_2018_measured_nothing():
    load_rulebook(by=None, now=NOW)

    flagged = [each.slug for each in RuleSet.objects.order_by("slug") if lacks_indicators(each)]

    assert flagged == ["2006-2007", "2009", "2014", "2019-transition"]
