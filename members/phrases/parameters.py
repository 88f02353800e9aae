"""How the rulebook calls the parameters of members, and what they do."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.rulebook.phrases import Words, register_words
from members.phrases.accreditation import ALAC_MAJORITY_NAMES, EXCLUSION_NAMES
from members.phrases.participation import CONSEQUENCE_NAMES

WORDS = {
    "consequence": Words(
        _("Consequence of not taking part"),
        _(
            "What follows when a member no longer takes part: it is encouraged, or its vote is suspended"
            " after two notices and a time of grace."
        ),
        CONSEQUENCE_NAMES,
    ),
    "notice_days": Words(
        _("Days between the two notices"),
        _("Days between the first notice and the second, before a vote is suspended."),
    ),
    "grace_days": Words(
        _("Days of grace"), _("Days of grace after the second notice, before a vote is suspended.")
    ),
    "intake_days": Words(
        _("Days to take up an application"), _("Days until staff take up an application that was sent.")
    ),
    "due_diligence_days": Words(
        _("Days for due diligence"), _("Days for the due diligence of an application by staff.")
    ),
    "answer_days": Words(
        _("Days for an applicant to answer"),
        _("Days an applicant has to answer a question; the clock of the application stands still meanwhile."),
    ),
    "advice_days": Words(
        _("Days for regional advice"), _("Days for the advice of the region on an application.")
    ),
    "alac_days": Words(
        _("Days for ALAC"),
        _("Days for the decision of ALAC on an application; five working days in the early rules."),
    ),
    "alac_members": Words(
        _("Members of ALAC"), _("How many members ALAC has; more than half of them are a quorum.")
    ),
    "alac_majority": Words(
        _("Majority that accredits"), _("What majority of ALAC accredits an applicant."), ALAC_MAJORITY_NAMES
    ),
    "alac_abstentions_are_votes": Words(
        _("Abstentions in ALAC"), _("Whether an abstention in ALAC counts among the votes cast.")
    ),
    "hearing_days": Words(
        _("Days to be heard"), _("Days a member has to answer a proposal to end its accreditation.")
    ),
    "individual_exclusion": Words(
        _("Who may not be an individual member"),
        _(
            "Who may not be an individual member: whoever belongs to an accredited ALS, or only whoever"
            " leads one."
        ),
        EXCLUSION_NAMES,
    ),
}

register_words("members", WORDS)
