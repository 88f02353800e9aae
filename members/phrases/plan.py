"""The words of the plan of next steps, and the sentences of its acts."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.plan import PlanAct, PlanBar, PlanField, Priority, TaskStatus

TASK_STATUS_NAMES = {
    TaskStatus.TODO: pgettext_lazy("task of the plan", "To do"),
    TaskStatus.UNDER_WAY: pgettext_lazy("task of the plan", "Under way"),
    TaskStatus.DONE: pgettext_lazy("task of the plan", "Done"),
    TaskStatus.DROPPED: pgettext_lazy("task of the plan", "Dropped"),
}

PRIORITY_NAMES = {
    Priority.HIGH: pgettext_lazy("priority", "High"),
    Priority.NORMAL: pgettext_lazy("priority", "Normal"),
    Priority.LOW: pgettext_lazy("priority", "Low"),
}

FIELD_NAMES = {
    PlanField.TITLE: _("Task"),
    PlanField.NOTE: _("Notes"),
    PlanField.OWNER: _("Owner"),
    PlanField.PRIORITY: _("Priority"),
    PlanField.STARTS_ON: _("Starts on"),
    PlanField.DUE_ON: _("Due on"),
    PlanField.STATUS: _("Status"),
    PlanField.WAITS_FOR: _("Waits for"),
}

MOVE_NAMES = {
    "start": _("Start it"),
    "finish": _("Mark it as done"),
    "drop": _("Drop it"),
    "reopen": _("Take it up again"),
}

ACTS = {
    PlanAct.TASK_ADDED: _("A task was added to the plan of next steps."),
    PlanAct.TASK_CHANGED: _("A task of the plan of next steps was changed."),
    PlanAct.TASK_STARTED: _("A task of the plan of next steps was started."),
    PlanAct.TASK_DONE: _("A task of the plan of next steps was done."),
    PlanAct.TASK_DROPPED: _("A task of the plan of next steps was dropped."),
    PlanAct.TASK_REOPENED: _("A task of the plan of next steps was taken up again."),
}

BARS = {
    PlanBar.NOT_PLAN_KEEPER: Phrase(
        passed=_("You keep the plan."),
        failed=_("Only the secretary and support staff keep the plan."),
        remedy=_("Ask the secretary."),
    ),
    PlanBar.NOT_TASK_OWNER: Phrase(
        passed=_("The task is yours, or you keep the plan."),
        failed=_("Only who owns the task, and those who keep the plan, say how far it is."),
        remedy=_("Tell the owner of the task, or the secretary."),
    ),
    PlanBar.MOVE_NOT_OPEN: Phrase(
        passed=_("The task stands where this can be done."),
        failed=_("The task does not stand where this can be done: somebody changed it in the meantime."),
        remedy=_("Look at the task again."),
    ),
    PlanBar.TASK_CLOSED: Phrase(
        passed=_("The task is open."),
        failed=_("The task was done or dropped; it is not changed any more."),
        remedy=_("Take it up again first."),
    ),
    PlanBar.WHY_MISSING: Phrase(
        passed=_("It is said why."),
        failed=_("It is not said why."),
        remedy=_("Write the reason in a few words: it stands in the history of the task."),
    ),
    PlanBar.TITLE_MISSING: Phrase(
        passed=_("The task has words."),
        failed=_("The task has no words in its original language."),
        remedy=_("Write what is to be done."),
    ),
    PlanBar.TWO_OWNERS: Phrase(
        passed=_("The task has one owner at most."),
        failed=_("A task belongs to an office or to a person, not to both."),
        remedy=_("Choose one of the two; an office hands the task on to whoever holds it next."),
    ),
    PlanBar.DUE_BEFORE_START: Phrase(
        passed=_("The task is due on the day it starts, or later."),
        failed=_("The task would be due before it starts."),
        remedy=_("Choose a later due day, or an earlier start."),
    ),
    PlanBar.CIRCLE: Phrase(
        passed=_("No task waits for itself."),
        failed=_("These tasks would wait for each other, and none could ever start: %(names)s."),
        remedy=_("Take out one of the tasks that it waits for."),
    ),
    PlanBar.NOTHING_CHANGED: Phrase(
        passed=_("Something changes."),
        failed=_("Nothing would change."),
        remedy=_("Change something, or go back."),
    ),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()})
register_phrases(BARS)
