"""How participation is told."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from members.enums.participation import (
    Consequence,
    CreditKind,
    Excuse,
    LeaveKind,
    OccasionKind,
    Standing,
    WarningStep,
)

CREDIT_NAMES = {
    CreditKind.VOTED: pgettext_lazy("credit", "Voted in an election"),
    CreditKind.CONSENSUS: pgettext_lazy("credit", "Answered a consensus call"),
    CreditKind.ATTENDED: pgettext_lazy("credit", "Attended a meeting"),
    CreditKind.APOLOGIES: pgettext_lazy("credit", "Sent apologies for a meeting"),
    CreditKind.COMMENTED: pgettext_lazy("credit", "Commented on a draft"),
    CreditKind.DRAFTED: pgettext_lazy("credit", "Drafted a text"),
    CreditKind.TRANSLATED: pgettext_lazy("credit", "Translated or reviewed a text"),
    CreditKind.MENTORED: pgettext_lazy("credit", "Took part in a mentoring session"),
    CreditKind.REPORTED: pgettext_lazy("credit", "Reported on its activities"),
    CreditKind.ACTION_DONE: pgettext_lazy("credit", "Brought an action to its end"),
}

OCCASION_NAMES = {
    OccasionKind.VOTE: _("votes"),
    OccasionKind.CONSENSUS_CALL: _("consensus calls"),
    OccasionKind.CALL: _("monthly calls"),
}

EXCUSE_NAMES = {
    Excuse.NOT_ON_THE_ROLL: _("The member was not on the roll."),
    Excuse.NO_INTERPRETATION: _("There was no interpretation into the language of the member."),
}

CONSEQUENCE_NAMES = {
    Consequence.ENCOURAGE: _("the member is encouraged"),
    Consequence.SUSPEND_VOTE: _("the vote is suspended"),
}

STANDING_NAMES = {
    Standing.ACTIVE: pgettext_lazy("standing", "Active"),
    Standing.LESS_ACTIVE: pgettext_lazy("standing", "Less active"),
    Standing.STANDBY: pgettext_lazy("standing", "On standby"),
    Standing.RESTORED: pgettext_lazy("standing", "Restored"),
}

LEAVE_NAMES = {
    LeaveKind.LEAVE: pgettext_lazy("participation", "Leave"),
    LeaveKind.EXEMPTION: pgettext_lazy("participation", "Exemption"),
}

WARNING_NAMES = {
    WarningStep.ENCOURAGEMENT: pgettext_lazy("participation", "Encouragement"),
    WarningStep.FIRST_NOTICE: pgettext_lazy("participation", "First notice"),
    WarningStep.SECOND_NOTICE: pgettext_lazy("participation", "Second notice"),
}
