"""How participation is told."""

from fractions import Fraction

from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from members.enums.participation import (
    Consequence,
    CreditKind,
    Excuse,
    Ground,
    LeaveKind,
    LineState,
    OccasionKind,
    Rule,
    Standing,
    WarningStep,
)
from members.rules.indicators import Indicator, Measure

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

#: The same in a list of what counts.
CREDIT_NOUNS = {
    CreditKind.VOTED: _("votes"),
    CreditKind.CONSENSUS: _("answers to consensus calls"),
    CreditKind.ATTENDED: _("meetings attended"),
    CreditKind.APOLOGIES: _("apologies for meetings"),
    CreditKind.COMMENTED: _("comments on drafts"),
    CreditKind.DRAFTED: _("texts drafted"),
    CreditKind.TRANSLATED: _("translations and reviews"),
    CreditKind.MENTORED: _("mentoring sessions"),
    CreditKind.REPORTED: _("reports on its activities"),
    CreditKind.ACTION_DONE: _("actions brought to their end"),
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

GROUND_WORDS = {
    Ground.MEASURED: _("Measured by the indicators below."),
    Ground.NO_INDICATORS: _("The rules in force know no indicators: every member is active."),
    Ground.TOO_NEW: _("A member for less than a whole window: active until there is one to measure."),
    Ground.RECORD_TOO_SHORT: _(
        "The portal has no record of a whole window yet: every member is active until it has."
    ),
    Ground.INITIAL: _(
        "Loaded with a decision when the portal was set up; it holds until there is a record of a whole"
        " window."
    ),
    Ground.SUSPENDED: _("The vote is suspended; the member stays on standby until it is given back."),
    Ground.RESTORED: _("The vote was given back; the member is measured anew from that day."),
}

LINE_STATE_NAMES = {
    LineState.TOOK_PART: pgettext_lazy("participation", "Took part"),
    LineState.MISSED: pgettext_lazy("participation", "No record of taking part"),
    LineState.EXCUSED: pgettext_lazy("participation", "Does not count"),
    LineState.ON_LEAVE: pgettext_lazy("participation", "On leave"),
}

RULE_REASONS = {
    Rule.TWO_NOTICES: _("Two notices arrived, the days of grace passed, and no indicator was met."),
    Rule.TOOK_PART: _("The member took part again, as the rules ask."),
}

NEXT_STEPS = {
    OccasionKind.VOTE: _("Cast the member's ballot in the next vote; abstaining counts as taking part."),
    OccasionKind.CONSENSUS_CALL: _("Answer the next consensus call."),
    OccasionKind.CALL: _("Attend the next monthly call, or send apologies before it begins."),
    None: _("Do one piece of work: comment on a draft, translate a text, bring an action to its end."),
}

#: The shares that people say in a word; any other is written as a fraction.
_SHARES = {
    Fraction(1, 2): _("half"),
    Fraction(1, 3): _("a third"),
    Fraction(2, 3): _("two thirds"),
    Fraction(1, 4): _("a quarter"),
    Fraction(3, 4): _("three quarters"),
    Fraction(1): _("all"),
}


def share_words(share: Fraction) -> str:
    """A share as people say it: "a third", "2/5"."""
    return str(_SHARES.get(share, share))


def measure_words(measure: Measure) -> str:
    """What a measure asks, as a sentence."""
    if not measure.of:
        return gettext("At least %(number)s in %(months)s months, of any of these: %(kinds)s.") % {
            "number": measure.number,
            "months": measure.months,
            "kinds": ", ".join(str(CREDIT_NOUNS[kind]) for kind in measure.credits),
        }
    asked = gettext("Takes part in at least %(share)s of the %(occasions)s of %(months)s months.") % {
        "share": share_words(measure.share),
        "occasions": gettext(" and ").join(str(OCCASION_NAMES[kind]) for kind in measure.of),
        "months": measure.months,
    }
    if OccasionKind.CALL in measure.of and CreditKind.APOLOGIES in measure.credits:
        return " ".join((asked, gettext("Apologies sent beforehand count like attendance.")))
    return asked


def indicator_words(indicator: Indicator) -> str:
    """What an indicator asks: one of its measures."""
    return gettext(" Or: ").join(measure_words(measure) for measure in indicator.measures)
