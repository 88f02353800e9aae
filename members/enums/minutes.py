"""The words of what happens in and around a meeting: agenda, attendance, quorum, minutes.  Pure."""

from enum import StrEnum


class ItemSource(StrEnum):
    """Where an item of an agenda comes from."""

    CARRIED = "carried"
    DUE = "due"
    TERM = "term"
    ACTION = "action"
    PROPOSED = "proposed"
    ADDED = "added"


class ItemOutcome(StrEnum):
    """What became of an item of the agenda."""

    DEALT_WITH = "dealt_with"
    CARRIED_OVER = "carried_over"


class Quality(StrEnum):
    """In what quality somebody is at a meeting."""

    REPRESENTATIVE = "representative"
    OBSERVER = "observer"
    OFFICER = "officer"
    GUEST = "guest"
    STAFF = "staff"
    INTERPRETER = "interpreter"


class Presence(StrEnum):
    """The codes of a list of attendance."""

    PRESENT = "P"
    APOLOGIES = "A"
    ABSENT = "X"


class IncidentKind(StrEnum):
    """What failed in a meeting."""

    INTERPRETATION = "interpretation"
    PLATFORM = "platform"
    OTHER = "other"


class RecordingKind(StrEnum):
    """What was kept of a meeting."""

    RECORDING = "recording"
    TRANSCRIPT = "transcript"
    CHAT = "chat"


class MinutesState(StrEnum):
    """How far a version of minutes has come."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    APPROVED = "approved"


class ApprovedHow(StrEnum):
    """Who approved minutes."""

    MEETING = "meeting"
    SILENCE = "silence"


class InterestsAnswer(StrEnum):
    """What somebody answers to "anything changed in your interests?"."""

    NOTHING_CHANGED = "nothing_changed"
    SOMETHING_CHANGED = "something_changed"


class QuorumRule(StrEnum):
    """How many have to be present."""

    NUMBER = "number"
    MORE_THAN_HALF = "more_than_half"
    WHOEVER_CAME = "whoever_came"


class SittingAct(StrEnum):
    """What is done in and around a meeting."""

    AGENDA_ASSEMBLED = "members.agenda_assembled"
    AGENDA_ITEM_PROPOSED = "members.agenda_item_proposed"
    AGENDA_ITEM_ADDED = "members.agenda_item_added"
    AGENDA_ITEM_CHANGED = "members.agenda_item_changed"
    AGENDA_ITEM_REMOVED = "members.agenda_item_removed"
    AGENDA_PUBLISHED = "members.agenda_published"
    MEETING_OPENED = "members.meeting_opened"
    MEETING_CLOSED = "members.meeting_closed"
    ATTENDANCE_RECORDED = "members.attendance_recorded"
    SIGNED_IN = "members.signed_in"
    APOLOGIES_SENT = "members.apologies_sent"
    QUORUM_TAKEN = "members.quorum_taken"
    INTERESTS_ASKED = "members.interests_asked"
    INCIDENT_RECORDED = "members.incident_recorded"
    RECORDING_LINKED = "members.recording_linked"
    NOTES_WRITTEN = "members.notes_written"
    ATTENDANCE_CONTESTED = "members.attendance_contested"
    ATTENDANCE_ANSWERED = "members.attendance_answered"
    MINUTES_PROPOSED = "members.minutes_proposed"
    MINUTES_OBJECTED = "members.minutes_objected"
    MINUTES_APPROVED = "members.minutes_approved"
    MINUTES_CORRECTED = "members.minutes_corrected"


class SittingBar(StrEnum):
    """Why something is not done in or around a meeting."""

    NOT_MEETING_KEEPER = "members.not_meeting_keeper"
    NOT_OF_THE_SERIES = "members.not_of_the_series"
    AGENDA_CLOSED = "members.agenda_closed"
    AGENDA_EMPTY = "members.agenda_empty"
    AGENDA_PUBLISHED_ALREADY = "members.agenda_published_already"
    ITEM_WITHOUT_CONSENT = "members.item_without_consent"
    ITEM_UNSAID = "members.item_unsaid"
    ITEM_OF_CLOSED_MEETING = "members.item_of_closed_meeting"
    MEETING_CANCELLED = "members.meeting_is_cancelled"
    MEETING_NOT_OPEN = "members.meeting_not_open"
    MEETING_OPEN_ALREADY = "members.meeting_open_already"
    MEETING_CLOSED_ALREADY = "members.meeting_closed_already"
    MEETING_TOO_EARLY = "members.meeting_too_early"
    MEETING_NOT_CLOSED = "members.meeting_not_closed"
    APOLOGIES_TOO_LATE = "members.apologies_too_late"
    TWICE_ON_THE_LIST = "members.twice_on_the_list"
    LEFT_BEFORE_COMING = "members.left_before_coming"
    REPRESENTS_NOBODY = "members.represents_nobody"
    ANSWERED_LATELY = "members.interests_answered_lately"
    NOT_PRESENT = "members.not_present"
    TOO_LATE_TO_CONTEST = "members.too_late_to_contest"
    CONTESTED_ALREADY = "members.contested_already"
    RECORDED_SO_ALREADY = "members.recorded_so_already"
    WHY_UNSAID = "members.sitting_why_unsaid"
    ANSWERED_ALREADY = "members.sitting_answered_already"
    MINUTES_MOVE = "members.minutes_move"
    MINUTES_EMPTY = "members.minutes_empty"
    MINUTES_OBJECTION = "members.minutes_objection"
    MINUTES_DUE = "members.minutes_due"
