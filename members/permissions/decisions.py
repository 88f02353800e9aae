"""Who records decisions and actions, and who says how far an action is."""

from datetime import date

from lacralo.core.people.models import Person
from lacralo.core.verdicts import Line, Verdict
from members.enums.decisions import DecisionBar
from members.models import Action
from members.permissions.register import can_keep_register
from members.selectors.decisions import owns_action


def can_keep_decisions(person: Person | None, *, on: date) -> Verdict:
    """Whether the person records decisions and actions on that day: the secretary and support staff do."""
    return Verdict((Line(DecisionBar.NOT_DECISION_KEEPER, bool(can_keep_register(person, on=on))),))


def can_move_action(person: Person | None, action: Action, *, on: date) -> Verdict:
    """Whether the person says how far the action is: its owner, and those who keep it."""
    keeps = bool(can_keep_decisions(person, on=on))
    is_own = not keeps and person is not None and owns_action(person, action, on=on)
    return Verdict((Line(DecisionBar.NOT_ACTION_OWNER, keeps or is_own),))
