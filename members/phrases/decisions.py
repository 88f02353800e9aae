"""How decisions and actions are told, and the sentences of their acts."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.decisions import ActionStatus, DecisionAct, DecisionBar, HowTaken

HOW_NAMES = {
    HowTaken.CONSENSUS: pgettext_lazy("decision", "by consensus"),
    HowTaken.VOTE: pgettext_lazy("decision", "by a vote"),
    HowTaken.CHAIR: pgettext_lazy("decision", "by the chair"),
}

ACTION_STATUS_NAMES = {
    ActionStatus.OPEN: pgettext_lazy("action", "Open"),
    ActionStatus.DONE: pgettext_lazy("action", "Done"),
    ActionStatus.DROPPED: pgettext_lazy("action", "Dropped"),
}

MOVE_NAMES = {
    "finish": _("Mark it as done"),
    "drop": _("Drop it"),
    "reopen": _("Take it up again"),
}

ACTS = {
    DecisionAct.DECISION_RECORDED: _("A decision was entered in the register of decisions."),
    DecisionAct.ACTION_AGREED: _("An action was agreed."),
    DecisionAct.ACTION_CHANGED: _("The owner or the due day of an action changed."),
    DecisionAct.ACTION_DONE: _("An action was done."),
    DecisionAct.ACTION_DROPPED: _("An action was dropped."),
    DecisionAct.ACTION_REOPENED: _("An action was taken up again."),
    DecisionAct.ACTION_REMINDED: _("The owner of an action was reminded of it."),
    DecisionAct.ACTION_ESCALATED: _("The chair was told that an action is late."),
}

BARS = {
    DecisionBar.NOT_DECISION_KEEPER: Phrase(
        passed=_("You keep the register of decisions."),
        failed=_("Only the secretary and support staff record decisions and agreed actions."),
        remedy=_("Ask the secretary."),
    ),
    DecisionBar.DECISION_UNSAID: Phrase(
        passed=_("The decision is written down."),
        failed=_("The decision is not written down."),
        remedy=_("Write what was decided."),
    ),
    DecisionBar.DECISION_TO_COME: Phrase(
        passed=_("The day of the decision has come."),
        failed=_("The day of the decision is still to come."),
        remedy=_("Record it when it is taken."),
    ),
    DecisionBar.DECIDED_BY_NOBODY: Phrase(
        passed=_("It is known who decided."),
        failed=_("It is not said who decided."),
        remedy=_("Name the body, or the meeting."),
    ),
    DecisionBar.NOT_ACTION_OWNER: Phrase(
        passed=_("The action is yours, or you keep the register."),
        failed=_("Only who owns the action, and the secretary, say how far it is."),
        remedy=_("Tell the owner of the action, or the secretary."),
    ),
    DecisionBar.ACTION_MOVE_CLOSED: Phrase(
        passed=_("The action stands where this can be done."),
        failed=_("The action does not stand where this can be done: somebody changed it in the meantime."),
        remedy=_("Look at the action again."),
    ),
    DecisionBar.ACTION_UNSAID: Phrase(
        passed=_("It is said what is to be done."),
        failed=_("It is not said what is to be done."),
        remedy=_("Write it in one sentence."),
    ),
    DecisionBar.ACTION_WITHOUT_OWNER: Phrase(
        passed=_("The action has an owner."),
        failed=_("The action has no owner."),
        remedy=_("Choose an office, so that whoever holds it next inherits the action; or a person."),
    ),
    DecisionBar.ACTION_DUE_PASSED: Phrase(
        passed=_("The due day is still to come."),
        failed=_("The due day has passed."),
        remedy=_("Choose today or a later day."),
    ),
    DecisionBar.ACTION_WITHOUT_EVIDENCE: Phrase(
        passed=_("The evidence or the reason is given."),
        failed=_("The evidence of what was done, or the reason, is missing."),
        remedy=_("Write where the result can be seen, or why."),
    ),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()})
register_phrases(BARS)
