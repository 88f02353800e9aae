"""Sentences of the count, of the weights, and of what the acts of a vote ask."""

from collections.abc import Mapping
from fractions import Fraction

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from elections.enums import QuorumBase, QuorumBoundary, Trace, Weighting
from elections.enums.poll import Poll
from elections.enums.publication import Publication
from elections.phrases.names import country_name
from lacralo.core.figures import count_text, fraction_text, percent_text
from lacralo.core.verdicts.phrases import Phrase, register_phrases

QUORUM_BASE_NAMES = {
    QuorumBase.ACTIVE: _("active members"),
    QuorumBase.ACCREDITED: _("accredited members"),
    QuorumBase.ROLL: _("members on the roll"),
}


PUBLICATION_NAMES = {
    Publication.EXACT: _("exact"),
    Publication.ONE: _("rounded to one per cent of the weight of the roll"),
    Publication.FIVE: _("rounded to five per cent of the weight of the roll"),
    Publication.TEN: _("rounded to ten per cent of the weight of the roll"),
    Publication.OUTCOME: _("not at all, only the outcome"),
}


def publication_name(level: object) -> str:
    """How finely the sums of a secret vote are published, in words."""
    return str(PUBLICATION_NAMES[Publication(str(level))])


def _weight(exact: object) -> str:
    return fraction_text(Fraction(str(exact)))


def _base(kind: object) -> str:
    return str(QUORUM_BASE_NAMES[QuorumBase(str(kind))])


_TOTAL = {"weight": _weight}
_BOTH = {"yes": _weight, "no": _weight}
_QUORUM = {"base_kind": _base}


def _told(words, facts_in_words=None) -> Phrase:
    return Phrase(passed=words, failed=words, words=facts_in_words or {})


TRACES = {
    Trace.BALLOTS: _told(
        _("Ballots that count, one for each member that voted: %(heads)s, of weight %(weight)s in all."),
        _TOTAL,
    ),
    Trace.ABSTENTIONS: _told(
        _(
            "Abstentions: %(heads)s, of weight %(weight)s. "
            "They are reported and left out of the votes for candidates."
        ),
        _TOTAL,
    ),
    Trace.TOTAL: _told(_("%(option)s: ballots %(heads)s, weighted votes %(weight)s."), _TOTAL),
    Trace.HIGHEST: _told(_("The highest total is %(weight)s weighted votes."), _TOTAL),
    Trace.ELECTED: _told(_("%(option)s alone has the highest total, %(weight)s, and is elected."), _TOTAL),
    Trace.TIE: _told(
        _("Exactly the same total, %(weight)s: %(options)s. This is a tie, and nobody is declared elected."),
        _TOTAL,
    ),
    Trace.NO_VOTES: _told(_("No ballot chose anything: nobody is elected.")),
    Trace.RATIFIED: _told(
        _("Yes has %(yes)s, no has %(no)s weighted votes: %(candidate)s is elected."), _BOTH
    ),
    Trace.NOT_RATIFIED: _told(
        _("Yes has %(yes)s, no has %(no)s weighted votes: %(candidate)s is not elected."), _BOTH
    ),
    Trace.QUORUM_MET: _told(
        _("The quorum is met: %(present)s of %(base)s %(base_kind)s took part, %(required)s needed."), _QUORUM
    ),
    Trace.QUORUM_NOT_MET: _told(
        _(
            "The quorum is not met: %(present)s of %(base)s %(base_kind)s took part, %(required)s needed. "
            "Nobody is elected."
        ),
        _QUORUM,
    ),
    Trace.PUBLISHED: _told(_("How the sums are published: %(level)s."), {"level": publication_name}),
    Trace.SECRET_ELECTED: _told(
        _("%(option)s alone has the highest exact total of weighted votes and is elected.")
    ),
    Trace.SECRET_TIE: _told(
        _("Exactly the same total at the top: %(options)s. This is a tie, and nobody is declared elected.")
    ),
    Trace.SECRET_RATIFIED: _told(_("The weighted votes for yes are enough: %(candidate)s is elected.")),
    Trace.SECRET_NOT_RATIFIED: _told(
        _("The weighted votes for yes are not enough: %(candidate)s is not elected.")
    ),
    Trace.QUORUM_MET_ONLY: _told(
        _(
            "The quorum is met: %(required)s of %(base)s %(base_kind)s were needed. How many took part "
            "without abstaining is not published, since it would tell how many abstained."
        ),
        _QUORUM,
    ),
    Trace.QUORUM_NOT_MET_ONLY: _told(
        _("The quorum is not met: %(required)s of %(base)s %(base_kind)s were needed. Nobody is elected."),
        _QUORUM,
    ),
}

POLL = {
    Poll.SECRECY_NOT_AS_RULED: Phrase(
        passed=_("The vote is of the kind that the rule set names."),
        failed=_("The vote is not of the kind, secret or roll call, that the rule set names."),
        remedy=_("Annul this election and prepare it anew: the kind of vote follows from the rules alone."),
    ),
    Poll.ROLL_EMPTY: Phrase(
        passed=_("There are members who may vote."),
        failed=_("The register has no member who may vote."),
        remedy=_("The secretary checks the status of the members in the register."),
    ),
    Poll.ROLL_CHANGED_SINCE_PUBLISHED: Phrase(
        passed=_("Members and weights are the ones that were published in the provisional roll."),
        failed=_("Members or weights have changed since the provisional roll was last published."),
        remedy=_("Publish the provisional roll again, so that no member learns of the change at the ballot."),
    ),
    Poll.CORRECTION_ANSWERED: Phrase(
        passed=_("The request for a correction has not been answered yet."),
        failed=_("The request for a correction has been answered already."),
    ),
    Poll.WORDS_MISSING: Phrase(
        passed=_("Reasons were given."),
        failed=_("Reasons are missing."),
        remedy=_("Write one or two sentences; they are kept and published."),
    ),
    Poll.NOT_THE_MEMBERS_OWN: Phrase(
        passed=_("You act for this member."),
        failed=_("You do not act for this member."),
        remedy=_("The member's own representatives ask for its correction."),
    ),
    Poll.NOT_THE_VOTER: Phrase(
        passed=_("The ballot was cast for a member that you vote for."),
        failed=_("The ballot was not cast for a member that you vote for."),
        remedy=_("Once the vote is closed, every ballot is on the page of the result."),
    ),
}

register_phrases(TRACES | POLL)


def quorum_text(facts: Mapping[str, object]) -> str:
    """The arithmetic of a quorum: "23 of 41 active members (56.10 %), 21 needed".

    Without `present`, as a secret vote may tell it: "21 of 41 active members needed".
    """
    words = {name: facts[name] for name in ("base", "required")} | {"base_kind": _base(facts["base_kind"])}
    if "present" not in facts:
        return _("%(required)s of %(base)s %(base_kind)s needed") % words
    words |= {
        "present": facts["present"],
        "percent": percent_text(int(facts["present"]), int(facts["base"])),
    }
    if facts["boundary"] == QuorumBoundary.NONE:
        return _("%(present)s of %(base)s %(base_kind)s (%(percent)s); no quorum is asked for") % words
    return _("%(present)s of %(base)s %(base_kind)s (%(percent)s), %(required)s needed") % words


def formula_text(facts: dict[str, object]) -> str:
    """How a member's weight was made, with its own numbers (facts of `WeightTable.facts`).

    "There are 16 countries on the roll, so each weighs 100/16 = 6.25.  Chile has 2 members, so each of them
    weighs 6.25/2 = 25/8 (3.125)."
    """
    words = {
        "countries": facts["countries"],
        "country": country_name(facts["country"]),
        "members": facts["members"],
        "total": count_text(Fraction(str(facts["total_exact"]))),
        "country_weight": _weight(facts["country_weight_exact"]),
        "weight": _weight(facts["weight_exact"]),
    }
    return _FORMULAS[Weighting(str(facts["scheme"]))](words)


def _equal_country(words: dict[str, object]) -> str:
    countries = ngettext(
        "There is %(countries)s country on the roll, so it weighs "
        "%(total)s/%(countries)s = %(country_weight)s.",
        "There are %(countries)s countries on the roll, so each weighs "
        "%(total)s/%(countries)s = %(country_weight)s.",
        words["countries"],
    )
    members = ngettext(
        "%(country)s has %(members)s member on the roll, so it weighs all of that: %(weight)s.",
        "%(country)s has %(members)s members on the roll, so each of them weighs "
        "%(country_weight)s divided by %(members)s: %(weight)s.",
        words["members"],
    )
    return f"{countries % words} {members % words}"


def _equal_member(words: dict[str, object]) -> str:
    return _("Every member on the roll weighs the same: %(weight)s.") % words


def _capped(words: dict[str, object]) -> str:
    sentence = ngettext(
        "Every member has one vote, up to the most that a country may have. "
        "%(country)s has %(members)s member on the roll, so it weighs %(weight)s.",
        "Every member has one vote, up to the most that a country may have. "
        "%(country)s has %(members)s members on the roll, so each of them weighs %(weight)s.",
        words["members"],
    )
    return sentence % words


def _degressive(words: dict[str, object]) -> str:
    sentence = ngettext(
        "Each further member adds less to its country. "
        "%(country)s has %(members)s member on the roll, which has all of its weight: %(weight)s.",
        "Each further member adds less to its country. "
        "%(country)s has %(members)s members on the roll and weighs %(country_weight)s, "
        "so each of them weighs %(weight)s.",
        words["members"],
    )
    return sentence % words


_FORMULAS = {
    Weighting.EQUAL_COUNTRY: _equal_country,
    Weighting.ONE_MEMBER_ONE_VOTE: _equal_member,
    Weighting.COUNTRY_CAP: _capped,
    Weighting.DEGRESSIVE: _degressive,
}
