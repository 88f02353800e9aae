"""What a secret vote needs: its reasons, its openings, what became of a tracker."""

from enum import StrEnum


class Seal(StrEnum):
    """What the acts of a secret vote ask.  The name says what is the matter when the line does not pass."""

    # Scrutineers and their codes
    NOT_SECRET = "elections.not_secret"
    NO_SCRUTINEER_OF_LACRALO = "elections.no_scrutineer_of_lacralo"
    SCRUTINEER_STANDS = "elections.scrutineer_stands"
    SCRUTINEER_RUNS_ELECTIONS = "elections.scrutineer_runs_elections"
    SCRUTINEER_NAMED_ALREADY = "elections.scrutineer_named_already"
    SCRUTINEERS_COMPLETE = "elections.scrutineers_complete"
    SCRUTINEERS_MISSING = "elections.scrutineers_missing"
    NOT_THE_SCRUTINEER = "elections.not_the_scrutineer"
    NO_CODE = "elections.no_code"
    CODE_CONFIRMED_ALREADY = "elections.code_confirmed_already"
    CODES_UNCONFIRMED = "elections.codes_unconfirmed"
    CODE_NUMBER_OF_WORDS = "elections.code_number_of_words"
    CODE_WORD_UNKNOWN = "elections.code_word_unknown"
    CODE_CHECKSUM = "elections.code_checksum"
    CODE_WRONG = "elections.code_wrong"
    TRIES_EXHAUSTED = "elections.tries_exhausted"

    # The key, its rehearsal, the openings
    KEY_FROZEN_ALREADY = "elections.key_frozen_already"
    KEY_NOT_FROZEN = "elections.key_not_frozen"
    KEY_NOT_REHEARSED = "elections.key_not_rehearsed"
    REHEARSED_ALREADY = "elections.rehearsed_already"
    VOTE_OPENED_ALREADY = "elections.vote_opened_already"
    NO_PART_IN_THIS_KEY = "elections.no_part_in_this_key"
    LAYER_REMOVED_ALREADY = "elections.layer_removed_already"
    SCRUTINEERS_OPEN = "elections.scrutineers_open"
    BOX_DESTROYED_ALREADY = "elections.box_destroyed_already"

    # The box, as it is found at the opening
    ENVELOPES_UNREADABLE = "elections.envelopes_unreadable"
    ENVELOPE_TWICE = "elections.envelope_twice"
    ENVELOPES_NOT_AS_LISTED = "elections.envelopes_not_as_listed"
    ENVELOPES_AND_PLACES_DIFFER = "elections.envelopes_and_places_differ"
    WEIGHTS_DIFFER = "elections.weights_differ"
    KEY_DIFFERS = "elections.key_differs"

    # The vote under way
    BOX_SET_BACK = "elections.box_set_back"
    OPENING_ENDED = "elections.opening_ended"
    FORM_SENT_BEFORE = "elections.form_sent_before"
    NOT_SET_BACK = "elections.not_set_back"
    BARRED_ALREADY = "elections.barred_already"
    NEW_DAY_NOT_LATER = "elections.new_day_not_later"
    NEW_DAY_NOT_WORKING = "elections.new_day_not_working"
    NO_REASON = "elections.no_reason"

    # Observing
    OBSERVES_ALREADY = "elections.observes_already"


class Purpose(StrEnum):
    """Why scrutineers remove their layers."""

    REHEARSAL = "rehearsal"
    COUNT = "count"
    RECOUNT = "recount"


class Outcome(StrEnum):
    """How an opening ended."""

    DONE = "done"
    STOPPED = "stopped"
    DROPPED = "dropped"


class TrackerState(StrEnum):
    """What became of a sealed envelope."""

    IN_THE_BOX = "in_the_box"
    REPLACED = "replaced"
    VOIDED = "voided"
    UNKNOWN = "unknown"
