"""The codes of reasons that the statutes do not name: who is at the door, and what was typed there."""

from enum import StrEnum


class Door(StrEnum):
    """What an entrance asks.  The name says what is the matter when the line does not pass."""

    # Who runs an election
    NOT_AN_OFFICER = "elections.not_an_officer"
    OWN_CANDIDACY = "elections.own_candidacy"

    # Preparing
    POST_NOT_ELECTED = "elections.post_not_elected"
    PREPARED_ALREADY = "elections.prepared_already"
    TERM_ENDS_BEFORE_IT_STARTS = "elections.term_ends_before_it_starts"
    CALL_DAY_PASSED = "elections.call_day_passed"

    # Statements
    NOT_A_CANDIDATE = "elections.not_a_candidate"
    NOT_THE_CANDIDATE = "elections.not_the_candidate"
    NOT_A_TRANSLATOR = "elections.not_a_translator"
    STATEMENT_EMPTY = "elections.statement_empty"
    STATEMENT_TOO_LONG = "elections.statement_too_long"
    ONLY_THE_CANDIDATE_REVIEWS = "elections.only_the_candidate_reviews"

    # Challenges of eligibility
    LINE_NOT_ON_SHEET = "elections.line_not_on_sheet"
    CANDIDATE_DISPUTES_FAILED_LINES = "elections.candidate_disputes_failed_lines"
    MEMBERS_DISPUTE_PASSED_LINES = "elections.members_dispute_passed_lines"
    CHALLENGED_ALREADY = "elections.challenged_already"
    CHALLENGE_ANSWERED = "elections.challenge_answered_already"
    REASON_MISSING = "elections.reason_missing"
    OWN_CASE = "elections.own_case"
