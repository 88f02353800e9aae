"""The words of the plan of next steps.  Pure."""

from enum import StrEnum


class TaskStatus(StrEnum):
    """Where a task of the plan stands."""

    TODO = "todo"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class Priority(StrEnum):
    """How much a task matters, the most urgent first."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class PlanField(StrEnum):
    """What of a task a change can touch."""

    TITLE = "title"
    NOTE = "note"
    OWNER = "owner"
    PRIORITY = "priority"
    STARTS_ON = "starts_on"
    DUE_ON = "due_on"
    STATUS = "status"
    WAITS_FOR = "waits_for"


class PlanAct(StrEnum):
    """What is done to the plan."""

    TASK_ADDED = "members.plan_task_added"
    TASK_CHANGED = "members.plan_task_changed"
    TASK_STARTED = "members.plan_task_started"
    TASK_DONE = "members.plan_task_done"
    TASK_DROPPED = "members.plan_task_dropped"
    TASK_REOPENED = "members.plan_task_reopened"


class PlanBar(StrEnum):
    """Why the plan is not changed so."""

    NOT_PLAN_KEEPER = "members.not_plan_keeper"
    NOT_TASK_OWNER = "members.not_task_owner"
    MOVE_NOT_OPEN = "members.plan_move_not_open"
    TASK_CLOSED = "members.plan_task_closed"
    WHY_MISSING = "members.plan_why_missing"
    TITLE_MISSING = "members.plan_title_missing"
    TWO_OWNERS = "members.plan_two_owners"
    DUE_BEFORE_START = "members.plan_due_before_start"
    CIRCLE = "members.plan_circle"
    NOTHING_CHANGED = "members.plan_nothing_changed"
