"""The words of the register.  Pure."""

from enum import StrEnum


class MemberKind(StrEnum):
    """What a member is: an At-Large Structure, or an unaffiliated individual."""

    ALS = "als"
    INDIVIDUAL = "individual"


class MemberStatus(StrEnum):
    """Where a member stands with ICANN's accreditation on a day."""

    APPLICANT = "applicant"
    ACCREDITED = "accredited"
    DECERTIFIED = "decertified"
    UNVERIFIED = "unverified"


class Role(StrEnum):
    """In what quality a person acts for a member; the primary representative holds the vote."""

    PRIMARY = "primary"
    ALTERNATE = "alternate"
    OBSERVER = "observer"


class Subregion(StrEnum):
    """The four sub-regions of the rotation table (rules of 2021)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class EndReason(StrEnum):
    """Why a term of office ended."""

    COMPLETED = "completed"
    RESIGNED = "resigned"
    SUCCEEDED = "succeeded"
    REMOVED = "removed"
    DIED = "died"


class Reach(StrEnum):
    """How far LACRALO reaches into a country."""

    COVERED = "covered"
    NOT_ACCREDITED = "not_accredited"
    NOBODY = "nobody"


class CreditKind(StrEnum):
    """What a member took part in."""

    VOTED = "voted"


class Act(StrEnum):
    """What is done to the register."""

    MEMBER_REGISTERED = "members.member_registered"
    MEMBER_CHANGED = "members.member_changed"
    MEMBERS_IMPORTED = "members.members_imported"
    STATUS_CHANGED = "members.status_changed"
    ENTRY_CONFIRMED = "members.entry_confirmed"
    REPRESENTATION_BEGAN = "members.representation_began"
    REPRESENTATION_ENDED = "members.representation_ended"
    TERM_BEGAN = "members.term_began"
    TERM_ENDED = "members.term_ended"
    PROFILE_CHANGED = "members.profile_changed"
    SUBREGION_ASSIGNED = "members.subregion_assigned"
    POSITION_DEFINED = "members.position_defined"


class Bar(StrEnum):
    """Why something is not entered in the register."""

    NAME_TAKEN = "members.name_taken"
    REASON_MISSING = "members.reason_missing"
    STATUS_UNCHANGED = "members.status_unchanged"
    STATUS_OUT_OF_ORDER = "members.status_out_of_order"
    PRIMARY_ALREADY = "members.primary_already"
    REPRESENTS_ALREADY = "members.represents_already"
    ALREADY_PRIMARY = "members.already_primary"
    ALREADY_ENDED = "members.already_ended"
    ENDS_BEFORE_IT_STARTS = "members.ends_before_it_starts"
    ENDS_LATER_THAN_AGREED = "members.ends_later_than_agreed"
    SEATS_TAKEN = "members.seats_taken"
    HOLDS_ALREADY = "members.holds_already"
    NOT_REGISTER_KEEPER = "members.not_register_keeper"
    NOT_OF_THE_MEMBER = "members.not_of_the_member"
    NOT_YOUR_PROFILE = "members.not_your_profile"


class RowState(StrEnum):
    """What becomes of a line of an imported file."""

    NEW = "new"
    NOTED = "noted"
    KNOWN = "known"
    WRONG = "wrong"


class FileFault(StrEnum):
    """What is wrong with an imported file or one of its lines: nothing of the file is loaded."""

    NOT_UTF8 = "members.file_not_utf8"
    EMPTY = "members.file_empty"
    TOO_BIG = "members.file_too_big"
    WRONG_DELIMITER = "members.file_wrong_delimiter"
    MISSING_COLUMN = "members.file_missing_column"
    UNKNOWN_COLUMN = "members.file_unknown_column"
    REPEATED_COLUMN = "members.file_repeated_column"
    WRONG_NUMBER_OF_CELLS = "members.line_wrong_number_of_cells"
    BROKEN_QUOTES = "members.line_broken_quotes"
    NO_NAME = "members.line_no_name"
    TOO_LONG = "members.line_too_long"
    BAD_CHARACTER = "members.line_bad_character"
    UNKNOWN_COUNTRY = "members.line_unknown_country"
    BAD_WEBSITE = "members.line_bad_website"
    UNKNOWN_STATUS = "members.line_unknown_status"
    BAD_DATE = "members.line_bad_date"
    UNKNOWN_SUBREGION = "members.line_unknown_subregion"
    SUBREGION_CONTRADICTS = "members.line_subregion_contradicts"
    DUPLICATE = "members.line_duplicate"


class FileNote(StrEnum):
    """What is said of a line that loads all the same."""

    STATUS_UNVERIFIED = "members.line_status_unverified"
    COUNTRY_MISSING = "members.line_country_missing"
    REGISTER_DIFFERS = "members.line_register_differs"
