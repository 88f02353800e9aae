"""The joint vote of the individual members on a day, and the elections of who casts it."""

from dataclasses import dataclass
from datetime import date

from elections.enums import Individuals
from elections.models import Election
from elections.rules.parameters import ElectionRules
from lacralo.core.rulebook.models import NoRuleSet, RuleSet
from members.enums import Electorate
from members.models import Term
from members.selectors.individuals import elected_on, individuals_on

#: On its page; older ones are in the list of elections.
ELECTIONS_SHOWN = 6


@dataclass(frozen=True)
class JointVote:
    """What the rules of the day make of it (None without rules), for how many, and whom they elected."""

    rule: Individuals | None
    individuals: int
    elected: tuple[Term, ...]
    elections: tuple[Election, ...]


def joint_vote_on(day: date) -> JointVote:
    """The joint vote as on that day (UTC); four queries."""
    try:
        rules = RuleSet.objects.in_force_on(day).parameters_for(ElectionRules)
    except NoRuleSet:
        rules = None
    own = Election.objects.published().filter(electorate=Electorate.INDIVIDUALS)
    newest_first = own.select_related("position").order_by("-year", "position__order", "-pk")
    return JointVote(
        rule=rules.individual_vote if rules else None,
        individuals=individuals_on(day).count(),
        elected=tuple(elected_on(day)),
        elections=tuple(newest_first[:ELECTIONS_SHOWN]),
    )
