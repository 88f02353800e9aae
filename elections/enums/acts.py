"""What is done in an election, as the audit chain writes it."""

from enum import StrEnum


class Act(StrEnum):
    """Acts of elections, in the past tense."""

    ELECTION_PREPARED = "elections.election_prepared"
    CALENDAR_CHANGED = "elections.calendar_changed"
    CALL_PUBLISHED = "elections.call_published"
    NOMINATIONS_REOPENED = "elections.nominations_reopened"
    PERSON_NOMINATED = "elections.person_nominated"
    NOMINATION_ACCEPTED = "elections.nomination_accepted"
    NOMINATION_DECLINED = "elections.nomination_declined"
    NOMINATION_WITHDRAWN = "elections.nomination_withdrawn"
    NOMINATION_LAPSED = "elections.nomination_lapsed"
    STATEMENT_WRITTEN = "elections.statement_written"
    ELIGIBILITY_CHALLENGED = "elections.eligibility_challenged"
    CHALLENGE_ANSWERED = "elections.challenge_answered"
    ROLL_PUBLISHED = "elections.roll_published"
    CORRECTION_REQUESTED = "elections.correction_requested"
    CORRECTION_ANSWERED = "elections.correction_answered"
    VOTE_OPENED = "elections.vote_opened"
    BALLOT_CAST = "elections.ballot_cast"
    VOTE_CLOSED = "elections.vote_closed"
    VOTE_COUNTED = "elections.vote_counted"
    CANDIDATE_ACCLAIMED = "elections.candidate_acclaimed"
    RESULT_PROCLAIMED = "elections.result_proclaimed"
    ELECTION_ANNULLED = "elections.election_annulled"
    REMINDERS_SENT = "elections.reminders_sent"
    ROTATION_LOADED = "elections.rotation_loaded"
