"""What a rule set leaves open although another of its values asks for it."""

from elections.enums import Weighting
from elections.rules.parameters import ElectionRules
from lacralo.core.rulebook.models import RuleSet
from lacralo.core.rulebook.parameters import parameters_for
from members.rules.parameters import MemberRules


def lacks_indicators(rule_set: RuleSet) -> bool:
    """Whether votes weigh by country and nothing measures participation.

    Los Angeles (11): if national weighting stays, indicators of participation become necessary.
    """
    by_country = parameters_for(rule_set, ElectionRules).weighting != Weighting.ONE_MEMBER_ONE_VOTE
    return by_country and not parameters_for(rule_set, MemberRules).als_indicators
