"""How the rulebook calls the parameters of members, and what they do."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.rulebook.parameters import read
from lacralo.core.rulebook.phrases import Words, register_words
from members.phrases.participation import CONSEQUENCE_NAMES, indicator_words


def indicators_in_words(stored: list) -> str:
    """The stored indicators as numbered sentences."""
    several = read("members", {"als_indicators": stored}).als_indicators
    return " ".join(f"({number}) {indicator_words(each)}" for number, each in enumerate(several, start=1))


WORDS = {
    "als_indicators": Words(
        _("Indicators of ALSes"),
        _(
            "What an ALS has to take part in: each indicator is met by any of its measures; an ALS that meets"
            " all of them is active, some of them less active, none of them on standby."
        ),
        say=indicators_in_words,
        tried_at="members:participation_try",
    ),
    "individual_indicators": Words(
        _("Indicators of individual members"),
        _("What an individual member has to take part in, in the same way."),
        say=indicators_in_words,
    ),
    "contest_days": Words(
        _("Days to answer a contested line"),
        _("Days in which the secretary answers a member that contests a line."),
    ),
    "leave_months": Words(_("Longest leave (months)"), _("The longest leave or exemption, in months.")),
    "restoration_credits": Words(
        _("To have a suspended vote back"),
        _("In how many things a member takes part, after its vote was suspended, to have it back."),
    ),
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
    "handover_days": Words(
        _("Days to hand an office over"),
        _("Days before the end of a term on which its holder is asked to hand the office over."),
    ),
}

register_words("members", WORDS)
