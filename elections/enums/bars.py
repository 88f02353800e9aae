"""The codes of every reason, one per line of a verdict; each has its sentence in `phrases`."""

from enum import StrEnum


class Bar(StrEnum):
    """What a rule asks.  The name says what is the matter when the line does not pass."""

    # May stand
    NOT_ACCEPTED = "elections.not_accepted"
    NOT_IN_STANDING = "elections.not_in_standing"
    IS_OBSERVER = "elections.is_observer"
    NOT_OF_SUBREGION = "elections.not_of_subregion"
    COUNTRY_EXCLUDED = "elections.country_excluded"
    CONSECUTIVE_TERM = "elections.consecutive_term"
    NATIONALITY_NOT_DECLARED = "elections.nationality_not_declared"
    RESIDENCE_NOT_DECLARED = "elections.residence_not_declared"
    ALS_NOT_DECLARED = "elections.als_not_declared"
    SUBREGION_NOT_KNOWN = "elections.subregion_not_known"
    SAME_NATIONALITY = "elections.same_nationality"
    SAME_RESIDENCE = "elections.same_residence"
    SAME_ALS = "elections.same_als"
    SAME_SUBREGION = "elections.same_subregion"
    NOT_DISTINCT = "elections.not_distinct"
    SITS_IN_NOMCOM = "elections.sits_in_nomcom"
    NO_STATEMENT_OF_INTEREST = "elections.no_statement_of_interest"
    INCOMPATIBLE_INTEREST = "elections.incompatible_interest"
    NO_PLEDGE = "elections.no_pledge"
    RUNS_THE_ELECTION = "elections.runs_the_election"
    NOT_AN_INDIVIDUAL_MEMBER = "elections.not_an_individual_member"

    # May nominate, may answer
    NOMINATIONS_CLOSED = "elections.nominations_closed"
    NOMINATOR_NOT_IN_STANDING = "elections.nominator_not_in_standing"
    NOMINATOR_IS_OBSERVER = "elections.nominator_is_observer"
    NOMINATOR_REPRESENTS_NO_MEMBER = "elections.nominator_represents_no_member"
    NOMINATOR_NOT_OF_SUBREGION = "elections.nominator_not_of_subregion"
    NOMINATOR_NOT_AN_INDIVIDUAL = "elections.nominator_not_an_individual"
    ALREADY_NOMINATED = "elections.already_nominated"
    NOT_THE_NOMINEE = "elections.not_the_nominee"
    ANSWERED_ALREADY = "elections.answered_already"
    ACCEPTANCE_OVER = "elections.acceptance_over"
    CANDIDATES_FIXED = "elections.candidates_fixed"

    # The roll
    NOT_ACTIVE = "elections.not_active"
    NOT_ACCREDITED = "elections.not_accredited"
    VOTE_SUSPENDED = "elections.vote_suspended"
    INDIVIDUALS_DO_NOT_VOTE = "elections.individuals_do_not_vote"
    INDIVIDUALS_VOTE_TOGETHER = "elections.individuals_vote_together"
    NOBODY_TO_REPRESENT = "elections.nobody_to_represent"
    COUNTRY_UNKNOWN = "elections.country_unknown"

    # May vote
    NOT_ON_ROLL = "elections.not_on_roll"
    NOT_HOLDER_NOW = "elections.not_holder_now"
    NOT_HOLDER_AT_FREEZE = "elections.not_holder_at_freeze"
    PLACE_BARRED = "elections.place_is_barred"
    VOTE_NOT_OPEN = "elections.vote_not_open"
    VOTED_ALREADY = "elections.voted_already"
    NOT_ON_BALLOT = "elections.not_on_ballot"

    # Corrections, challenges, objections
    NOT_CONCERNED = "elections.not_concerned"
    ROLL_FROZEN = "elections.roll_frozen"
    ROLL_NOT_PUBLISHED = "elections.roll_not_published"
    CORRECTION_WINDOW_OVER = "elections.correction_window_over"
    CHALLENGE_WINDOW_OVER = "elections.challenge_window_over"
    NOT_ACCLAIMED = "elections.not_acclaimed"
    OBJECTION_WINDOW_OVER = "elections.objection_window_over"

    # The officer's acts
    ANNULLED = "elections.annulled"
    NOT_PUBLISHED = "elections.not_published"
    PUBLISHED_ALREADY = "elections.published_already"
    PROVISIONAL_ROLL_TOO_SHORT = "elections.provisional_roll_too_short"
    CORRECTION_WINDOW_RUNS = "elections.correction_window_runs"
    CORRECTIONS_UNANSWERED = "elections.corrections_unanswered"
    CHALLENGES_UNANSWERED = "elections.challenges_unanswered"
    VOTE_DAY_NOT_REACHED = "elections.vote_day_not_reached"
    VOTE_TIME_OVER = "elections.vote_time_over"
    ELIGIBILITY_CHALLENGE_RUNS = "elections.eligibility_challenge_runs"
    NO_CANDIDATE = "elections.no_candidate"
    ONE_CANDIDATE = "elections.one_candidate"
    SEVERAL_CANDIDATES = "elections.several_candidates"
    BALLOT_NEEDED = "elections.ballot_needed"
    NOT_FROZEN = "elections.not_frozen"
    VOTE_STILL_RUNS = "elections.vote_still_runs"
    CLOSED_ALREADY = "elections.closed_already"
    NOT_CLOSED = "elections.not_closed"
    COUNTED_ALREADY = "elections.counted_already"
    NOT_COUNTED = "elections.not_counted"
    NOBODY_ELECTED = "elections.nobody_elected"
    RESULT_CHALLENGE_RUNS = "elections.result_challenge_runs"
    OBJECTION_WINDOW_RUNS = "elections.objection_window_runs"
    OBJECTIONS_UNANSWERED = "elections.objections_unanswered"
    ACCLAIMED_ALREADY = "elections.acclaimed_already"
    PROCLAIMED_ALREADY = "elections.proclaimed_already"

    # The calendar
    STEP_MISSING = "elections.step_missing"
    STEP_TWICE = "elections.step_twice"
    STEP_ENDS_BEFORE_IT_STARTS = "elections.step_ends_before_it_starts"
    STEP_OUT_OF_ORDER = "elections.step_out_of_order"
    STEP_TOO_SHORT = "elections.step_too_short"
    STEP_REACHES_INTO_VOTE = "elections.step_reaches_into_vote"

    # The quorum
    QUORUM_NOT_MET = "elections.quorum_not_met"
