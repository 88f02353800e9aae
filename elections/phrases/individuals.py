"""Sentences of the individual members: their joint vote, and the election of who casts it."""

from django.utils.translation import gettext_lazy as _

from elections.enums import Bar, Individuals
from lacralo.core.verdicts.phrases import Phrase, register_phrases

#: What the rules make of the joint vote, for its page.
JOINT_VOTE = {
    Individuals.NONE: _(
        "Under the rules in force individual members do not vote: their joint vote is on no roll."
    ),
    Individuals.COLLECTIVE_LOWEST_WEIGHT: _(
        "Under the rules in force the individual members have one joint vote on the roll, "
        "which weighs as much as the lightest vote of an ALS."
    ),
    Individuals.COUNTRY_UNIT: _(
        "Under the rules in force each individual member votes alone, all of them as one country more: "
        "their joint vote is on no roll."
    ),
}

register_phrases(
    {
        Bar.NOBODY_TO_REPRESENT: Phrase(
            passed=_("There are individual members whose joint vote this is."),
            failed=_("No individual member may vote on this day: the joint vote has nobody to represent."),
            remedy=_("It is on the roll again as soon as an individual member is accredited."),
        ),
        Bar.NOT_AN_INDIVIDUAL_MEMBER: Phrase(
            passed=_("The person is an individual member."),
            failed=_("The person is not an individual member; only individual members stand here."),
            remedy=_("Nominate the individual member itself: the person who votes for that entry."),
        ),
        Bar.NOMINATOR_NOT_AN_INDIVIDUAL: Phrase(
            passed=_("An individual member nominates."),
            failed=_("Only individual members nominate in this election, each in their own name."),
            remedy=_("An ALS nominates in the elections of all members."),
        ),
    }
)
