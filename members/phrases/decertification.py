"""The words of decertifications."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lacralo.core.moments import moment_text
from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.decertification import DecertificationAct, DecertificationBar, DecertificationOutcome

OUTCOME_NAMES = {
    DecertificationOutcome.DECERTIFIED: pgettext_lazy("decertification", "Decertified"),
    DecertificationOutcome.KEPT: pgettext_lazy("decertification", "Remains accredited"),
    DecertificationOutcome.WITHDRAWN: pgettext_lazy("decertification", "Proposal withdrawn"),
}

_ACTS = {
    DecertificationAct.PROPOSED: _("It was proposed to end the accreditation of a member."),
    DecertificationAct.ANSWERED: _("A member answered the proposal to end its accreditation."),
    DecertificationAct.DECIDED: _("The decision of ALAC on the accreditation of a member was recorded."),
    DecertificationAct.WITHDRAWN: _("The proposal to end the accreditation of a member was withdrawn."),
}

_BARS = {
    DecertificationBar.NOT_ACCREDITED: Phrase(
        passed=_("The member is accredited."),
        failed=_("The member is not accredited."),
        remedy=_("Choose an accredited member."),
    ),
    DecertificationBar.ALREADY_PROPOSED: Phrase(
        passed=_("Nothing else is proposed about the member."),
        failed=_("It is proposed already to end the accreditation of this member."),
        remedy=_("Decide that proposal, or withdraw it, first."),
    ),
    DecertificationBar.NOT_HEARD_YET: Phrase(
        passed=_("The member was heard, or its time to answer is over."),
        failed=_("The member can still answer until %(until)s."),
        remedy=_("Record the decision when it has answered, or after that moment."),
        words={"until": moment_text},
    ),
    DecertificationBar.OVER: Phrase(
        passed=_("The proposal is open."),
        failed=_("The proposal is no longer open."),
        remedy=_("Its page shows how it ended."),
    ),
    DecertificationBar.ANSWERED_ALREADY: Phrase(
        passed=_("The member has not answered yet."),
        failed=_("The member has answered already."),
        remedy=_("Write to the secretary if there is something to add."),
    ),
    DecertificationBar.NO_CASE: Phrase(
        passed=_("At least one member is chosen."),
        failed=_("No member is chosen."),
        remedy=_("Choose at least one."),
    ),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in _ACTS.items()})
register_phrases(_BARS)
