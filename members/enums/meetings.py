"""The words of meetings and their series.  Pure."""

from enum import IntEnum, StrEnum


class SeriesKind(StrEnum):
    """What meets."""

    MONTHLY_CALL = "monthly_call"
    ASSEMBLY = "assembly"
    COORDINATION = "coordination"
    ELDERS = "elders"
    GOVERNANCE = "governance"
    MENTORING = "mentoring"
    CAPACITY = "capacity"
    OTHER = "other"


class Circle(StrEnum):
    """Who belongs to a series: found anew on every day, so that a successor inherits."""

    MEMBERS = "members"
    COORDINATION = "coordination"
    BODY = "body"
    NAMED = "named"


class Nth(IntEnum):
    """Which of the weekdays of a month: the first to the fourth, or the last."""

    FIRST = 1
    SECOND = 2
    THIRD = 3
    FOURTH = 4
    LAST = -1


class MeetingPhase(StrEnum):
    """Where a meeting stands; derived from what was stored and from the clock."""

    PLANNED = "planned"
    INVITED = "invited"
    RUNNING = "running"
    HELD = "held"
    MISSED = "missed"
    CANCELLED = "cancelled"


class AlarmKind(StrEnum):
    """Why the chair and the secretary are alarmed about a series."""

    NOT_HELD = "not_held"
    NEVER_PLANNED = "never_planned"
    NOTHING_AHEAD = "nothing_ahead"


class MeetingAct(StrEnum):
    """What is done to meetings and their series."""

    SERIES_DEFINED = "members.series_defined"
    SERIES_CHANGED = "members.series_changed"
    SERIES_CHANNELS_SET = "members.series_channels_set"
    SERIES_PERSON_ADDED = "members.series_person_added"
    SERIES_PERSON_LEFT = "members.series_person_left"
    MEETING_PLANNED = "members.meeting_planned"
    MEETING_MOVED = "members.meeting_moved"
    MEETING_CANCELLED = "members.meeting_cancelled"
    MEETING_CHANNELS_SET = "members.meeting_channels_set"
    MEETING_INVITED = "members.meeting_invited"
    MEETING_REMINDED = "members.meeting_reminded"
    MEETING_RECORDED = "members.meeting_recorded"
    ALARM_RAISED = "members.meeting_alarm_raised"


class MeetingBar(StrEnum):
    """Why something is not done to a meeting or a series."""

    NOT_CONVENOR = "members.not_convenor"
    IN_THE_PAST = "members.meeting_in_the_past"
    NOT_IN_THE_PAST = "members.meeting_not_in_the_past"
    SAME_MOMENT = "members.meeting_at_same_moment"
    TIME_UNCHANGED = "members.meeting_time_unchanged"
    OPENED_ALREADY = "members.meeting_opened_already"
    CANCELLED_ALREADY = "members.meeting_cancelled_already"
    TIME_PASSED = "members.meeting_time_passed"
    NO_REASON = "members.meeting_no_reason"
    SERIES_ENDED = "members.series_ended"
    NO_CHANNEL = "members.meeting_no_channel"
    RHYTHM_INCOMPLETE = "members.rhythm_incomplete"
    RHYTHM_FROM_PAST = "members.rhythm_from_past"
    ENDS_BEFORE_TODAY = "members.series_ends_before_today"
    BODY_MISSING = "members.series_body_missing"
    LINKS_OF_CLOSED_MEETING = "members.links_of_closed_meeting"
    IN_SERIES_ALREADY = "members.in_series_already"
    NOT_IN_SERIES = "members.not_in_series"
