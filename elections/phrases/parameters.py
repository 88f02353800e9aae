"""What each parameter of elections does, in words; the English is that of the declaration."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "weighting": _(
        "How votes weigh: every country the same, every member the same, a cap for each country, or"
        " less for each further member of a country."
    ),
    "weight_base": _(
        "Who votes, and who is counted when the weights of a country are divided: always the same members."
    ),
    "weight_total": _("What all weights add up to when every country weighs the same."),
    "country_cap_share": _("The largest share of the roll that one country may have under a cap."),
    "degressive_base": _("Degressive weights: what a country has before its members are counted."),
    "degressive_divisor": _("Degressive weights: how many members add one more vote to their country."),
    "degressive_maximum": _("Degressive weights: the most that one country can have."),
    "individual_vote": _(
        "Whether individual members vote: not at all, together at the lowest weight, or as one country more."
    ),
    "quorum_share": _("The share of the members that has to take part."),
    "quorum_boundary": _("Whether exactly that share is enough, or more than it is needed."),
    "quorum_base": _("The members that the quorum is a share of: heads, never weights."),
    "quorum_fixed": _("The number of members that has to take part, where the rule is a fixed number."),
    "quorum_counts_abstentions": _("Whether members who abstain count for the quorum."),
    "tie_path": _("What follows an exact tie."),
    "uncontested": _(
        "What happens when only one candidate stands: acclamation without a vote, or a ballot of yes or no."
    ),
    "ratification_boundary": _("What equal votes for yes and no mean when one candidate is put to the vote."),
    "acclamation_objection_hours": _(
        "For how many hours members may object to the eligibility of a single candidate."
    ),
    "distinct": _("In what a candidate has to differ from those who hold the seats beside it."),
    "distinct_join": _("Whether a candidate has to differ in all of these, or in at least one."),
    "distinct_posts": _("The posts whose holders have to differ."),
    "distinct_against_predecessor": _(
        "Whether a candidate also has to differ from the person who holds the post now."
    ),
    "consecutive_terms_allowed": _(
        "Whether the holder of a post may be elected to the same post again at once."
    ),
    "rotation": _("Whether the table of sub-regions says where the candidates come from."),
    "rotation_phase_2_days": _(
        "For how many days the sub-region may name candidates from anywhere when nobody stood."
    ),
    "rotation_phase_3_days": _("For how many days everybody may then be nominated, when still nobody stood."),
    "nominators": _("Who may nominate: any member, or members of the sub-region."),
    "observers_may_nominate": _("Whether observers may nominate."),
    "nomcom_member_may_stand_for_alac": _(
        "Whether a sitting member of the Nominating Committee may stand for the ALAC."
    ),
    "statement_of_interest_required": _("Whether a candidate needs a statement of interest on file."),
    "pledge_required": _(
        "Whether a candidate pledges to be transparent and to carry the diverse views of the region."
    ),
    "officer_may_stand": _("Whether the person who runs an election may stand in it."),
    "statement_limit": _("How many characters a candidate's statement may have, in each language."),
    "secrecy_of_elections": _("Whether elections are secret or by roll call."),
    "scrutineers": _("How many scrutineers of a secret vote hold a code, each on paper."),
    "scrutineers_needed": _("How many of them have to come together to open the envelopes."),
    "expected_turnout": _(
        "The share of the members that is expected to vote: for the report, before a secret vote opens,"
        " on what a result could give away."
    ),
    "voters_published": _("Whether the list of members that voted is public after the vote."),
    "vote_again_allowed": _("Whether a member may vote again until the close; the last ballot counts."),
    "replaced_representative": _(
        "Who votes when a representative is replaced while the vote runs: the new one, or the one "
        "who held the vote when the roll was frozen."
    ),
    "working_days": _("Whether the lengths of the calendar are counted in working days, Monday to Friday."),
    "call_days": _("Days from the call to the opening of nominations."),
    "nomination_days": _("Days in which nominations are taken."),
    "acceptance_days": _("Days in which nominees may still accept after nominations have closed."),
    "review_days": _("Days in which eligibility is reviewed."),
    "eligibility_challenge_days": _(
        "Days in which a candidate may challenge a line of the eligibility sheet."
    ),
    "candidate_call_days": _("Days, just before the vote, for calls with the candidates."),
    "provisional_roll_days": _("Days, just before the vote, in which the provisional roll is published."),
    "correction_days": _("Days, from the publication of the provisional roll, to ask for corrections."),
    "vote_days": _("Days of the vote."),
    "challenge_days": _("Days in which the result may be challenged."),
    "proclamation_days": _("Days, after that, for the proclamation."),
    "remind_at_opening": _("Whether members are told when a vote opens."),
    "remind_at_half_time": _("Whether members that have not voted are reminded at half time."),
    "remind_hours_before_close": _(
        "How many hours before the close members that have not voted are reminded."
    ),
}
