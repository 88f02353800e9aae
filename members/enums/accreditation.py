"""How somebody becomes a member.  Pure."""

from enum import StrEnum


class Stage(StrEnum):
    """Where an application stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    DUE_DILIGENCE = "due_diligence"
    ADVICE = "advice"
    ALAC = "alac"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Course(StrEnum):
    """Whether an application goes on, or waits with a reason and its clock stopped."""

    RUNNING = "running"
    ON_HOLD = "on_hold"
    SUSPENDED = "suspended"


class Move(StrEnum):
    """What moves an application."""

    SUBMIT = "submit"
    EXAMINE = "examine"
    ASK_ADVICE = "ask_advice"
    RECORD_ADVICE = "record_advice"
    ACCEPT = "accept"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    HOLD = "hold"
    SUSPEND = "suspend"
    RESUME = "resume"


class Criterion(StrEnum):
    """What is asked of whoever wants to be a member."""

    INFORMS = "informs"
    USERS_PREDOMINATE = "users_predominate"
    SELF_SUPPORTING = "self_supporting"
    PUBLIC_INFORMATION = "public_information"
    ASSISTS = "assists"
    RESIDENT = "resident"
    UNAFFILIATED = "unaffiliated"
    OWN_NAME = "own_name"
    TAKES_PART = "takes_part"


class Answer(StrEnum):
    """How far somebody meets a criterion, as they see it."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Page(StrEnum):
    """The pages of an application, one thing on each."""

    NAME = "name"
    CONTACT = "contact"
    ACTIVITIES = "activities"
    MEMBERS = "members"
    MONEY = "money"
    INFORMATION = "information"
    RESIDENCE = "residence"
    MOTIVATION = "motivation"
    REPRESENTATIVES = "representatives"
    INTERESTS = "interests"
    COMMITMENTS = "commitments"


class Funding(StrEnum):
    """How an organisation pays for what it does."""

    ITSELF = "itself"
    DEPENDS = "depends"


class AlsTie(StrEnum):
    """How somebody who applies as an individual stands to the accredited ALSes."""

    NONE = "none"
    MEMBER = "member"
    LEADER = "leader"


class IndividualExclusion(StrEnum):
    """Who may not be an individual member."""

    MEMBERS = "members"
    LEADERS = "leaders"


class Commitment(StrEnum):
    """What an applicant accepts."""

    MOU = "mou"
    PRINCIPLES = "principles"


class Check(StrEnum):
    """What due diligence looks at besides the criteria."""

    EXISTS = "exists"
    REACHED = "reached"
    NAME_IS_OWN = "name_is_own"


class CheckResult(StrEnum):
    """What due diligence found."""

    MET = "met"
    UNCLEAR = "unclear"
    NOT_MET = "not_met"


class AdviceResult(StrEnum):
    """What the region advises; that it could not agree is an outcome too."""

    ACCEPT = "accept"
    REJECT = "reject"
    NO_CONSENSUS = "no_consensus"


class Side(StrEnum):
    """For which side an argument speaks."""

    FAVOUR = "favour"
    AGAINST = "against"


class AlacMajority(StrEnum):
    """What majority of ALAC accredits."""

    OF_VOTES_CAST = "of_votes_cast"
    TWO_THIRDS_OF_MEMBERS = "two_thirds_of_members"


class AccreditationAct(StrEnum):
    """What is done to an application."""

    STARTED = "members.application_started"
    SUBMITTED = "members.application_submitted"
    EXAMINED = "members.application_examined"
    CHECKED = "members.application_checked"
    INFORMATION_ASKED = "members.application_information_asked"
    INFORMATION_GIVEN = "members.application_information_given"
    ADVICE_ASKED = "members.application_advice_asked"
    ARGUED = "members.application_argued"
    INTEREST_DECLARED = "members.application_interest_declared"
    ADVISED = "members.application_advised"
    ACCEPTED = "members.application_accepted"
    REJECTED = "members.application_rejected"
    WITHDRAWN = "members.application_withdrawn"
    HELD = "members.application_held"
    SUSPENDED = "members.application_suspended"
    RESUMED = "members.application_resumed"


class AccreditationBar(StrEnum):
    """Why something is not done to an application."""

    NOT_YOURS = "members.application_not_yours"
    NOT_A_DRAFT = "members.application_not_a_draft"
    PAGES_MISSING = "members.application_pages_missing"
    COUNTRY_ELSEWHERE = "members.application_country_elsewhere"
    ALREADY_MEMBER = "members.application_already_member"
    ALREADY_APPLIED = "members.application_already_applied"
    IN_AN_ALS = "members.application_in_an_als"
    ACTS_FOR_AN_ALS = "members.application_acts_for_an_als"
    OUT_OF_ORDER = "members.application_out_of_order"
    CHECKS_MISSING = "members.application_checks_missing"
    REQUEST_OPEN = "members.application_request_open"
    REQUEST_CLOSED = "members.application_request_closed"
    NO_VOICE = "members.application_no_voice"
    NOT_ARGUED_NOW = "members.application_not_argued_now"
    INTERESTED = "members.application_interested"
    INTERESTED_ALREADY = "members.application_interested_already"
    SIDES_MISSING = "members.application_sides_missing"
    ADDRESS_KNOWN = "members.application_address_known"


class AlacBar(StrEnum):
    """Why figures of ALAC are not recorded so."""

    TOO_MANY_VOTES = "members.alac_too_many_votes"
    NO_QUORUM = "members.alac_no_quorum"
    SAYS_OTHERWISE = "members.alac_says_otherwise"
    DAY_TO_COME = "members.alac_day_to_come"
