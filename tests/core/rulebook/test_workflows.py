"""The life of a rule set, the full grid."""

import pytest

from lacralo.core.rulebook.enums import RuleSetStatus
from lacralo.core.rulebook.workflows import RULE_SET
from lacralo.core.workflow import IllegalMove

LEGAL = {
    (RuleSetStatus.DRAFT, "publish"): RuleSetStatus.IN_FORCE,
    (RuleSetStatus.IN_FORCE, "supersede"): RuleSetStatus.SUPERSEDED,
}


@pytest.mark.parametrize("state", RuleSetStatus)
@pytest.mark.parametrize("move", RULE_SET.moves)
def test_a_rule_set_moves_only_along_the_table(state, move):
    if target := LEGAL.get((state, move)):
        assert RULE_SET.move(state, move) == target
    else:
        with pytest.raises(IllegalMove):
            RULE_SET.move(state, move)
