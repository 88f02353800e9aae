"""The codes of every reason, one per line of a verdict; each has its sentence in `phrases`."""

from enum import StrEnum


class Bar(StrEnum):
    """What a rule asks.  The name says what is the matter when the line does not pass."""

    # May stand
    NOT_ACCEPTED = "not_accepted"
    NOT_IN_STANDING = "not_in_standing"
    IS_OBSERVER = "is_observer"
    NOT_OF_SUBREGION = "not_of_subregion"
    COUNTRY_EXCLUDED = "country_excluded"
    CONSECUTIVE_TERM = "consecutive_term"
    NATIONALITY_NOT_DECLARED = "nationality_not_declared"
    RESIDENCE_NOT_DECLARED = "residence_not_declared"
    ALS_NOT_DECLARED = "als_not_declared"
    SUBREGION_NOT_KNOWN = "subregion_not_known"
    SAME_NATIONALITY = "same_nationality"
    SAME_RESIDENCE = "same_residence"
    SAME_ALS = "same_als"
    SAME_SUBREGION = "same_subregion"
    NOT_DISTINCT = "not_distinct"
    SITS_IN_NOMCOM = "sits_in_nomcom"
    NO_STATEMENT_OF_INTEREST = "no_statement_of_interest"
    INCOMPATIBLE_INTEREST = "incompatible_interest"
    NO_PLEDGE = "no_pledge"
    RUNS_THE_ELECTION = "runs_the_election"

    # May nominate, may answer
    NOMINATIONS_CLOSED = "nominations_closed"
    NOMINATOR_NOT_IN_STANDING = "nominator_not_in_standing"
    NOMINATOR_IS_OBSERVER = "nominator_is_observer"
    NOMINATOR_REPRESENTS_NO_MEMBER = "nominator_represents_no_member"
    NOMINATOR_NOT_OF_SUBREGION = "nominator_not_of_subregion"
    ALREADY_NOMINATED = "already_nominated"
    NOMINEE_NOT_OF_SUBREGION = "nominee_not_of_subregion"
    NOT_THE_NOMINEE = "not_the_nominee"
    ANSWERED_ALREADY = "answered_already"
    ACCEPTANCE_OVER = "acceptance_over"
    CANDIDATES_FIXED = "candidates_fixed"

    # The roll
    NOT_ACTIVE = "not_active"
    NOT_ACCREDITED = "not_accredited"
    VOTE_SUSPENDED = "vote_suspended"
    INDIVIDUALS_DO_NOT_VOTE = "individuals_do_not_vote"
    INDIVIDUALS_VOTE_TOGETHER = "individuals_vote_together"
    COUNTRY_UNKNOWN = "country_unknown"

    # May vote
    NOT_ON_ROLL = "not_on_roll"
    NOT_HOLDER_NOW = "not_holder_now"
    NOT_HOLDER_AT_FREEZE = "not_holder_at_freeze"
    PLACE_BARRED = "place_barred"
    VOTE_NOT_OPEN = "vote_not_open"
    VOTED_ALREADY = "voted_already"
    NOT_ON_BALLOT = "not_on_ballot"

    # Corrections, challenges, objections
    NOT_CONCERNED = "not_concerned"
    ROLL_FROZEN = "roll_frozen"
    ROLL_NOT_PUBLISHED = "roll_not_published"
    CORRECTION_WINDOW_OVER = "correction_window_over"
    CHALLENGE_WINDOW_OVER = "challenge_window_over"
    NOT_ACCLAIMED = "not_acclaimed"
    OBJECTION_WINDOW_OVER = "objection_window_over"

    # The officer's acts
    ANNULLED = "annulled"
    NOT_PUBLISHED = "not_published"
    PUBLISHED_ALREADY = "published_already"
    PROVISIONAL_ROLL_TOO_SHORT = "provisional_roll_too_short"
    CORRECTIONS_UNANSWERED = "corrections_unanswered"
    CHALLENGES_UNANSWERED = "challenges_unanswered"
    VOTE_DAY_NOT_REACHED = "vote_day_not_reached"
    VOTE_TIME_OVER = "vote_time_over"
    ACCEPTANCE_RUNS = "acceptance_runs"
    NO_CANDIDATE = "no_candidate"
    ONE_CANDIDATE = "one_candidate"
    SEVERAL_CANDIDATES = "several_candidates"
    BALLOT_NEEDED = "ballot_needed"
    NOT_FROZEN = "not_frozen"
    VOTE_STILL_RUNS = "vote_still_runs"
    CLOSED_ALREADY = "closed_already"
    NOT_CLOSED = "not_closed"
    COUNTED_ALREADY = "counted_already"
    NOT_COUNTED = "not_counted"
    NOBODY_ELECTED = "nobody_elected"
    RESULT_CHALLENGE_RUNS = "result_challenge_runs"
    OBJECTION_WINDOW_RUNS = "objection_window_runs"
    OBJECTIONS_UNANSWERED = "objections_unanswered"
    ACCLAIMED_ALREADY = "acclaimed_already"
    PROCLAIMED_ALREADY = "proclaimed_already"

    # The calendar
    STEP_MISSING = "step_missing"
    STEP_TWICE = "step_twice"
    STEP_ENDS_BEFORE_IT_STARTS = "step_ends_before_it_starts"
    STEP_OUT_OF_ORDER = "step_out_of_order"
    STEP_TOO_SHORT = "step_too_short"
    STEP_REACHES_INTO_VOTE = "step_reaches_into_vote"

    # The quorum
    QUORUM_NOT_MET = "quorum_not_met"
