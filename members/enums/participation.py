"""What members take part in, how they stand, and what follows.  Pure."""

from enum import StrEnum


class CreditKind(StrEnum):
    """How a member took part."""

    VOTED = "voted"
    CONSENSUS = "consensus"
    ATTENDED = "attended"
    APOLOGIES = "apologies"
    COMMENTED = "commented"
    DRAFTED = "drafted"
    TRANSLATED = "translated"
    MENTORED = "mentored"
    REPORTED = "reported"
    ACTION_DONE = "action_done"


class OccasionKind(StrEnum):
    """To what members are called together: what a share of the indicators is a share of."""

    VOTE = "vote"
    CONSENSUS_CALL = "consensus_call"
    CALL = "call"


class Excuse(StrEnum):
    """Why an occasion does not count for one member."""

    NOT_ON_THE_ROLL = "not_on_the_roll"
    NO_INTERPRETATION = "no_interpretation"


class Consequence(StrEnum):
    """What follows when a member no longer takes part."""

    ENCOURAGE = "encourage"
    SUSPEND_VOTE = "suspend_vote"


class Standing(StrEnum):
    """How a member stands by what it takes part in."""

    ACTIVE = "active"
    LESS_ACTIVE = "less_active"
    STANDBY = "standby"
    RESTORED = "restored"


class Ground(StrEnum):
    """On what a standing rests."""

    MEASURED = "measured"
    NO_INDICATORS = "no_indicators"
    TOO_NEW = "too_new"
    RECORD_TOO_SHORT = "record_too_short"
    INITIAL = "initial"
    SUSPENDED = "suspended"
    RESTORED = "restored"


class LineState(StrEnum):
    """What became of an occasion for one member."""

    TOOK_PART = "took_part"
    MISSED = "missed"
    EXCUSED = "excused"
    ON_LEAVE = "on_leave"


class LeaveKind(StrEnum):
    """Why the time of a member does not count."""

    LEAVE = "leave"
    EXEMPTION = "exemption"


class WarningStep(StrEnum):
    """What a member whose participation fell is sent."""

    ENCOURAGEMENT = "encouragement"
    FIRST_NOTICE = "first_notice"
    SECOND_NOTICE = "second_notice"


class Rule(StrEnum):
    """What stands as the reason where the rules themselves suspended a vote, or gave it back."""

    TWO_NOTICES = "two_notices"
    TOOK_PART = "took_part"


class ParticipationAct(StrEnum):
    """What is done to the record of participation."""

    PARTICIPATION_ATTESTED = "members.participation_attested"
    CREDIT_STRUCK = "members.credit_struck"
    LINE_CONTESTED = "members.line_contested"
    CONTEST_ANSWERED = "members.contest_answered"
    LEAVE_GRANTED = "members.leave_granted"
    LEAVE_ENDED = "members.leave_ended"
    INITIAL_STANDING_LOADED = "members.initial_standing_loaded"
    MEMBER_WARNED = "members.member_warned"
    WARNING_SETTLED = "members.warning_settled"
    WARNING_WITHDRAWN = "members.warning_withdrawn"
    VOTE_SUSPENDED = "members.vote_suspended"
    VOTE_RESTORED = "members.vote_restored"


class ParticipationBar(StrEnum):
    """Why something is not entered in the record of participation.

    The name says what is the matter when the line does not pass.
    """

    # Indicators
    NO_WAY_TO_MEET = "members.no_way_to_meet"
    NO_CREDIT_COUNTS = "members.no_credit_counts"
    CREDIT_NEVER_EARNED_THERE = "members.credit_never_earned_there"
    SHARE_IMPOSSIBLE = "members.share_impossible"
    NUMBER_IMPOSSIBLE = "members.number_impossible"
    WINDOW_IMPOSSIBLE = "members.window_impossible"
    SHARE_AND_NUMBER = "members.share_and_number"

    # Lines
    STRUCK_ALREADY = "members.struck_already"
    CREDITED_ALREADY = "members.credited_already"
    DAY_AHEAD = "members.day_ahead"
    NO_LINE = "members.no_line"
    NOT_THE_MEMBERS_LINE = "members.not_the_members_line"
    CONTESTED_ALREADY = "members.contested_already"
    CONTEST_ANSWERED_ALREADY = "members.contest_answered_already"
    WORDS_MISSING = "members.words_missing"
    NOT_OF_THIS_MEMBER = "members.not_of_this_member"

    # Leave and standing
    LEAVE_OVERLAPS = "members.leave_overlaps"
    LEAVE_WITHOUT_END = "members.leave_without_end"
    LEAVE_TOO_LONG = "members.leave_too_long"
    LEAVE_ENDED_ALREADY = "members.leave_ended_already"
    NOT_SUSPENDED = "members.not_suspended"
    NOT_ENOUGH_SINCE = "members.not_enough_since"
    WARNING_SETTLED_ALREADY = "members.warning_settled_already"
    MAY_NOT_READ_PARTICIPATION = "members.may_not_read_participation"
