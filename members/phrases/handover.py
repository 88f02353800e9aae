"""The words of handing an office over."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.handover import Access, FirstStep, HandoverBar

ACCESS_NAMES = {
    Access.SECOND_FACTOR: _("It asks for a second step at sign-in; without it, nothing of the office opens."),
    Access.RUNS_ELECTIONS: _("It runs elections: calls, rolls, votes and results."),
    Access.KEEPS_REGISTER: _("It keeps the register: members, representatives and terms of office."),
    Access.KEEPS_PLAN: _("It keeps the plan of next steps."),
    Access.ANSWERS_REQUESTS: _("It answers requests for transcription, interpretation and translation."),
    Access.ADMINISTRATION: _(
        "Its holder works in the administration. This access belongs to the person: staff gives it to the"
        " new holder and takes it from the former one."
    ),
}

STEP_NAMES = {
    FirstStep.SIGN_IN: _("Sign in, and see that the register names your office and the right days."),
    FirstStep.SECOND_FACTOR: _("Set up the second step at sign-in and keep the recovery codes on paper."),
    FirstStep.STATEMENT: _("File your statement of interest, or see that it is still right."),
    FirstStep.RULES: _("Read what the rules in force say of your office."),
    FirstStep.TASKS: _("Go through the tasks of the plan that belong to the office; they are yours now."),
    FirstStep.REQUESTS: _("Look at the queue of requests to staff and answer what waits longest."),
    FirstStep.ELECTIONS: _("Look at the elections under way and at the next date of each."),
    FirstStep.PREDECESSOR: _("Talk to whoever held the office before you, and keep this document."),
}

register_phrases(
    {
        HandoverBar.NOT_FOR_YOU: Phrase(
            passed=_("You hold this office, follow in it, or belong to staff."),
            failed=_("What is handed over is read by whoever holds the office, whoever follows, and staff."),
            remedy=_("If you follow in this office, ask the secretary to record your term."),
        )
    }
)
