"""How the rulebook calls the parameters of elections, and what their values mean."""

from django.utils.translation import gettext_lazy as _

from elections.enums import (
    Individuals,
    Join,
    Nominators,
    PostKey,
    QuorumBase,
    QuorumBoundary,
    RatificationBoundary,
    Replacement,
    TiePath,
    WeightBase,
)
from elections.phrases.names import (
    DISTINCT_NAMES,
    OTHER_POST,
    SECRECY_NAMES,
    UNCONTESTED_NAMES,
    WEIGHTING_NAMES,
)
from elections.phrases.parameters import SENTENCES
from lacralo.core.rulebook.phrases import Words, register_words
from members.phrases import POSITION_NAMES

LABELS = {
    "weighting": _("How votes weigh"),
    "weight_base": _("Who votes and weighs"),
    "weight_total": _("Sum of all weights"),
    "country_cap_share": _("Cap for a country"),
    "degressive_base": _("Degressive weights: start"),
    "degressive_divisor": _("Degressive weights: step"),
    "degressive_maximum": _("Degressive weights: most"),
    "individual_vote": _("Vote of individual members"),
    "quorum_share": _("Quorum: share"),
    "quorum_boundary": _("Quorum: exactly the share"),
    "quorum_base": _("Quorum: share of whom"),
    "quorum_fixed": _("Quorum: fixed number"),
    "quorum_counts_abstentions": _("Quorum: abstentions count"),
    "tie_path": _("Tie"),
    "uncontested": _("A single candidate"),
    "ratification_boundary": _("A single candidate: equal votes"),
    "acclamation_objection_hours": _("Hours to object to an acclamation"),
    "distinct": _("Must differ in"),
    "distinct_join": _("Must differ in all, or in one"),
    "distinct_posts": _("Posts that must differ"),
    "distinct_against_predecessor": _("Must differ from the predecessor"),
    "consecutive_terms_allowed": _("Consecutive terms allowed"),
    "rotation": _("Rotation by sub-region"),
    "rotation_phase_2_days": _("Days of the second phase"),
    "rotation_phase_3_days": _("Days of the third phase"),
    "nominators": _("Who nominates"),
    "observers_may_nominate": _("Observers nominate"),
    "nomcom_member_may_stand_for_alac": _("NomCom members stand for the ALAC"),
    "statement_of_interest_required": _("Statement of interest needed"),
    "pledge_required": _("Pledge needed"),
    "officer_may_stand": _("Whoever runs the election may stand"),
    "statement_limit": _("Length of statements"),
    "secrecy_of_elections": _("Kind of vote"),
    "scrutineers": _("Scrutineers of a secret vote"),
    "scrutineers_needed": _("Scrutineers needed to open"),
    "expected_turnout": _("Expected turnout"),
    "voters_published": _("List of voters is public"),
    "vote_again_allowed": _("Voting again allowed"),
    "replaced_representative": _("A representative replaced during the vote"),
    "working_days": _("Days are working days"),
    "call_days": _("Days of the call"),
    "nomination_days": _("Days of nominations"),
    "acceptance_days": _("Days of acceptance"),
    "review_days": _("Days of the review"),
    "eligibility_challenge_days": _("Days to challenge eligibility"),
    "candidate_call_days": _("Days of calls with the candidates"),
    "provisional_roll_days": _("Days of the provisional roll"),
    "correction_days": _("Days to correct the roll"),
    "vote_days": _("Length of the vote in days"),
    "challenge_days": _("Days to challenge the result"),
    "proclamation_days": _("Days of the proclamation"),
    "remind_at_opening": _("Notice at the opening"),
    "remind_at_half_time": _("Reminder at half time"),
    "remind_hours_before_close": _("Reminder, hours before the close"),
}

_MEMBERS = {
    WeightBase.ACTIVE: _("active members"),
    WeightBase.ACCREDITED: _("accredited members"),
    QuorumBase.ROLL: _("members on the roll"),
}

VALUES = {
    "weighting": WEIGHTING_NAMES,
    "weight_base": _MEMBERS,
    "individual_vote": {
        Individuals.NONE: _("They do not vote"),
        Individuals.COLLECTIVE_LOWEST_WEIGHT: _("One vote together, at the lowest weight of an ALS"),
        Individuals.COUNTRY_UNIT: _("Together, as one country more"),
    },
    "quorum_boundary": {
        QuorumBoundary.AT_LEAST: _("Exactly the share is enough"),
        QuorumBoundary.MORE_THAN: _("More than the share is needed"),
        QuorumBoundary.PLUS_ONE_ROUNDED_DOWN: _("The share plus one, half a member rounded down"),
        QuorumBoundary.PLUS_ONE_ROUNDED_UP: _("The share plus one, half a member rounded up"),
        QuorumBoundary.FIXED: _("A fixed number of members"),
        QuorumBoundary.NONE: _("No quorum is needed"),
    },
    "quorum_base": _MEMBERS,
    "tie_path": {
        TiePath.SECOND_BALLOT_THEN_DRAW: _("A second ballot among those tied, then a public draw"),
        TiePath.DRAW: _("A public draw"),
        TiePath.CHAIR_CASTS: _("The chair's casting vote"),
    },
    "uncontested": UNCONTESTED_NAMES,
    "ratification_boundary": {
        RatificationBoundary.YES_EXCEEDS_NO: _("Not elected: yes must be more than no"),
        RatificationBoundary.NO_DOES_NOT_EXCEED_YES: _("Elected: no must not be more than yes"),
    },
    "distinct": DISTINCT_NAMES,
    "distinct_join": {Join.AND: _("In all of them"), Join.OR: _("In at least one")},
    "distinct_posts": {
        post: OTHER_POST if post == PostKey.OTHER else POSITION_NAMES.get(post, post) for post in PostKey
    },
    "nominators": {
        Nominators.ANY_MEMBER: _("Any member"),
        Nominators.MEMBERS_OF_SUBREGION: _("Members of the sub-region"),
    },
    "secrecy_of_elections": SECRECY_NAMES,
    "replaced_representative": {
        Replacement.SUCCESSOR_VOTES: _("The new representative votes"),
        Replacement.HOLDER_AT_FREEZE_VOTES: _("Whoever held the vote when the roll was frozen votes"),
    },
}

register_words(
    "elections",
    {
        key: Words(label=label, sentence=SENTENCES[key], values=VALUES.get(key, {}))
        for key, label in LABELS.items()
    },
)
