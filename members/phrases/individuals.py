"""The words of the individual members: their joint vote, and who elects a post."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.individuals import Electorate, IndividualsBar, JointSeat

ELECTORATE_NAMES = {
    Electorate.MEMBERS: _("All members on the roll"),
    Electorate.INDIVIDUALS: _("The individual members among themselves"),
}

#: What became of whom the individual members elected, when the result is proclaimed.
SEAT_SENTENCES = {
    JointSeat.SEATED: _(
        "From the first day of the term the elected acts for the joint vote of the individuals."
    ),
    JointSeat.NO_ENTRY: _(
        "The register has no entry for the joint vote of the individual members, so nobody acts for it yet. "
        "Enter it, and begin the representation there."
    ),
    JointSeat.NOT_SEATED: _(
        "The register did not take the change by itself: the person already acts for the joint vote in "
        "another role, or a later representation is recorded. Put it right in the entry of the joint vote."
    ),
}

#: What will become of them, before it is.
SEAT_AHEAD = {
    JointSeat.SEATED: _("The elected already acts for the joint vote of the individual members."),
    JointSeat.NO_ENTRY: _(
        "The register has no entry for the joint vote of the individual members yet: nobody will act for it "
        "until you enter it and begin the representation there."
    ),
    JointSeat.NOT_SEATED: _(
        "From the first day of the term the elected acts for the joint vote of the individual members, "
        "in place of whoever was elected before."
    ),
}

register_phrases(
    {
        IndividualsBar.ENTRY_EXISTS: Phrase(
            passed=_("The register has no other entry for the joint vote."),
            failed=_("The register already has an entry for the joint vote of the individual members."),
            remedy=_("Change that entry, or its status, instead of entering another one."),
        ),
        IndividualsBar.ENTRY_HAS_COUNTRY: Phrase(
            passed=_("The joint vote belongs to no country."),
            failed=_("The joint vote of the individual members belongs to no country."),
            remedy=_("Leave the country empty."),
        ),
    }
)
