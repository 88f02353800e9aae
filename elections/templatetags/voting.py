"""Words of rolls, ballots and results in pages and mails: `{% load voting %}`."""

from django import template
from django.utils.translation import gettext as _

from elections.enums import TallyState, Weighting
from elections.phrases import names, traces
from elections.phrases.individuals import JOINT_VOTE
from elections.rules.roll import UNIT_OF_INDIVIDUALS
from elections.selectors import members
from elections.selectors.individuals import joint_vote_on
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.figures import fraction_text, share_text

register = template.Library()

#: Of a member; the oldest are left out of its page, not of the record.
VOTES_ON_A_PAGE = 20

register.filter("formula_text", traces.formula_text)
register.filter("quorum_text", traces.quorum_text)


@register.filter
def weighting_name(scheme):
    """How votes weigh, in words."""
    return names.WEIGHTING_NAMES[Weighting(scheme)]


@register.filter
def outcome_name(state):
    """The outcome of a count in words."""
    return names.TALLY_STATE_NAMES[TallyState(state)]


@register.filter
def outcome_tone(state):
    """The tone of an outcome's tag."""
    return "good" if state == TallyState.ELECTED else "warn"


@register.filter
def roll_country(code):
    """The name of a country on a roll; the individuals may be one more."""
    return _("Individual members") if code == UNIT_OF_INDIVIDUALS else names.country_name(code)


@register.filter
def quorum_base(kind):
    """What a quorum is a share of, in words."""
    return traces.QUORUM_BASE_NAMES[kind]


@register.inclusion_tag("elections/_votes_of_member.html", takes_context=True)
def votes_of_member(context, member):
    """The last votes in which a member took part, as far as the reader may know; two queries."""
    request = context["request"]
    found = members.votes_of_member(
        member, request.person, on=statute_day(request.now), limit=VOTES_ON_A_PAGE
    )
    return {"votes": found, "limit": VOTES_ON_A_PAGE}


@register.inclusion_tag("elections/_joint_vote.html", takes_context=True)
def joint_vote(context):
    """What the joint vote of the individual members is, and whom they elected for it; four queries."""
    found = joint_vote_on(statute_day(context["request"].now))
    return {"joint": found, "rule_words": JOINT_VOTE[found.rule] if found.rule else ""}


@register.simple_tag
def about_weight(weight, step):
    """A weight; "about" where it is rounded to a `step`."""
    told = fraction_text(weight)
    return _("about %(share)s") % {"share": told} if step else told


@register.simple_tag
def about_share(part, whole, base, step):
    """Count, named base and percentage; "about" and the count alone where sums are rounded to a `step`.

    A percentage of rounded sums would look exact and be wrong by whole points.
    """
    return about_weight(part, step) if step else share_text(part, whole, base)
