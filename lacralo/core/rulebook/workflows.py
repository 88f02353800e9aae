"""The life of a rule set."""

from lacralo.core.rulebook.enums import RuleSetStatus
from lacralo.core.workflow import Workflow

RULE_SET = Workflow(
    initial=RuleSetStatus.DRAFT,
    moves={
        "publish": (frozenset({RuleSetStatus.DRAFT}), RuleSetStatus.IN_FORCE),
        "supersede": (frozenset({RuleSetStatus.IN_FORCE}), RuleSetStatus.SUPERSEDED),
    },
)
