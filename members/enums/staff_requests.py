"""The words of requests to staff.  Pure."""

from enum import StrEnum


class RequestKind(StrEnum):
    """What staff is asked for."""

    TRANSCRIPTION = "transcription"
    INTERPRETATION = "interpretation"
    TRANSLATION = "translation"


class RequestStatus(StrEnum):
    """Where a request stands."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    UNDER_WAY = "under_way"
    DONE = "done"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class RequestAct(StrEnum):
    """What is done with a request."""

    REQUEST_ASKED = "members.staff_request_asked"
    REQUEST_ACCEPTED = "members.staff_request_accepted"
    REQUEST_STARTED = "members.staff_request_started"
    REQUEST_DONE = "members.staff_request_done"
    REQUEST_DECLINED = "members.staff_request_declined"
    REQUEST_WITHDRAWN = "members.staff_request_withdrawn"


class RequestBar(StrEnum):
    """Why a request is not made, or not moved."""

    NOT_ASKER = "members.staff_request_not_asker"
    NOT_HANDLER = "members.staff_request_not_handler"
    NOT_YOURS = "members.staff_request_not_yours"
    PURPOSE_MISSING = "members.staff_request_purpose_missing"
    LANGUAGE_MISSING = "members.staff_request_language_missing"
    SAME_LANGUAGE = "members.staff_request_same_language"
    NEEDED_IN_THE_PAST = "members.staff_request_needed_in_the_past"
    MOVE_NOT_OPEN = "members.staff_request_move_not_open"
    REASON_MISSING = "members.staff_request_reason_missing"
    LINK_MISSING = "members.staff_request_link_missing"
