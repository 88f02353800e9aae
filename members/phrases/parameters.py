"""How the rulebook calls the parameters of members, and what they do."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.rulebook.phrases import Words, register_words
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
}

register_words("members", WORDS)
