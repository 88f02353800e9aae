"""Which rules about members hold on a day."""

import functools
import json
from datetime import date

from lacralo.core.rulebook import parameters
from lacralo.core.rulebook.models import RuleSet
from members.rules.parameters import MemberRules


def rule_set_on(day: date) -> RuleSet:
    """The rule set in force on that day (UTC).  Raises NoRuleSet."""
    return RuleSet.objects.in_force_on(day)


def rules_of(rule_set: RuleSet) -> MemberRules:
    """The parameters about members of a rule set; the same stored values are read once."""
    return _read(json.dumps(rule_set.parameters.get("members", {}), sort_keys=True))


def rules_on(day: date) -> MemberRules:
    """The parameters about members of the rule set in force on that day (UTC).  Raises NoRuleSet."""
    return rules_of(rule_set_on(day))


@functools.lru_cache(maxsize=32)
def _read(stored: str) -> MemberRules:
    return parameters.read("members", json.loads(stored))
