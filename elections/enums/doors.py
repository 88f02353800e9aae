"""The codes of reasons that the statutes do not name: who is at the door, and what was typed there."""

from enum import StrEnum


class Door(StrEnum):
    """What an entrance asks.  The name says what is the matter when the line does not pass."""

    # Who runs an election
    NOT_AN_OFFICER = "not_an_officer"
    OWN_CANDIDACY = "own_candidacy"

    # Preparing
    POST_NOT_ELECTED = "post_not_elected"
    PREPARED_ALREADY = "prepared_already"
    TERM_ENDS_BEFORE_IT_STARTS = "term_ends_before_it_starts"
    CALL_DAY_PASSED = "call_day_passed"

    # Statements
    NOT_A_CANDIDATE = "not_a_candidate"
    NOT_THE_CANDIDATE = "not_the_candidate"
    NOT_A_TRANSLATOR = "not_a_translator"
    STATEMENT_EMPTY = "statement_empty"
    STATEMENT_TOO_LONG = "statement_too_long"
    ONLY_THE_CANDIDATE_REVIEWS = "only_the_candidate_reviews"

    # Challenges of eligibility
    LINE_NOT_ON_SHEET = "line_not_on_sheet"
    CANDIDATE_DISPUTES_FAILED_LINES = "candidate_disputes_failed_lines"
    MEMBERS_DISPUTE_PASSED_LINES = "members_dispute_passed_lines"
    CHALLENGED_ALREADY = "challenged_already"
    CHALLENGE_ANSWERED = "challenge_answered"
    REASON_MISSING = "reason_missing"
