"""The words of decisions and of agreed actions.  Pure."""

from enum import StrEnum


class HowTaken(StrEnum):
    """How a decision was taken."""

    CONSENSUS = "consensus"
    VOTE = "vote"
    CHAIR = "chair"


class ActionStatus(StrEnum):
    """Where an agreed action stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class DecisionAct(StrEnum):
    """What is done to decisions and actions."""

    DECISION_RECORDED = "members.decision_recorded"
    ACTION_AGREED = "members.action_agreed"
    ACTION_CHANGED = "members.action_changed"
    ACTION_DONE = "members.action_done"
    ACTION_DROPPED = "members.action_dropped"
    ACTION_REOPENED = "members.action_reopened"
    ACTION_REMINDED = "members.action_reminded"
    ACTION_ESCALATED = "members.action_escalated"


class DecisionBar(StrEnum):
    """Why a decision is not recorded, or an action not moved."""

    NOT_DECISION_KEEPER = "members.not_decision_keeper"
    DECISION_UNSAID = "members.decision_unsaid"
    DECISION_TO_COME = "members.decision_to_come"
    DECIDED_BY_NOBODY = "members.decided_by_nobody"
    NOT_ACTION_OWNER = "members.not_action_owner"
    ACTION_MOVE_CLOSED = "members.action_move_closed"
    ACTION_UNSAID = "members.action_unsaid"
    ACTION_WITHOUT_OWNER = "members.action_without_owner"
    ACTION_DUE_PASSED = "members.action_due_passed"
    ACTION_WITHOUT_EVIDENCE = "members.action_without_evidence"
