"""The words of files that are read into the register.  Pure."""

from enum import StrEnum


class FileKind(StrEnum):
    """What the lines of a file are, in the order in which files are loaded."""

    MEMBERS = "members"
    PEOPLE = "people"
    REPRESENTATIONS = "representations"
    TERMS = "terms"


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
    EMPTY_CELL = "members.line_empty_cell"
    TOO_LONG = "members.line_too_long"
    BAD_CHARACTER = "members.line_bad_character"
    UNKNOWN_COUNTRY = "members.line_unknown_country"
    BAD_WEBSITE = "members.line_bad_website"
    UNKNOWN_STATUS = "members.line_unknown_status"
    BAD_DATE = "members.line_bad_date"
    UNKNOWN_SUBREGION = "members.line_unknown_subregion"
    SUBREGION_CONTRADICTS = "members.line_subregion_contradicts"
    DUPLICATE = "members.line_duplicate"
    BAD_EMAIL = "members.line_bad_email"
    UNKNOWN_LANGUAGE = "members.line_unknown_language"
    UNKNOWN_ZONE = "members.line_unknown_zone"
    SAME_ADDRESS = "members.line_same_address"
    SAME_PERSON = "members.line_same_person"
    BAD_DAY = "members.line_bad_day"
    ENDS_BEFORE_IT_STARTS = "members.line_ends_before_it_starts"
    REASON_WITHOUT_END = "members.line_reason_without_end"
    UNKNOWN_MEMBER = "members.line_unknown_member"
    SEVERAL_MEMBERS = "members.line_several_members"
    UNKNOWN_PERSON = "members.line_unknown_person"
    SEVERAL_PERSONS = "members.line_several_persons"
    UNKNOWN_ROLE = "members.line_unknown_role"
    PRIMARY_ON_LINE = "members.line_primary_on_line"
    PRIMARY_IN_REGISTER = "members.line_primary_in_register"
    ACTS_ON_LINE = "members.line_acts_on_line"
    ACTS_IN_REGISTER = "members.line_acts_in_register"
    UNKNOWN_POSITION = "members.line_unknown_position"
    UNKNOWN_END_REASON = "members.line_unknown_end_reason"
    SEATS_TAKEN = "members.line_seats_taken"
    HOLDS_ON_LINE = "members.line_holds_on_line"
    HOLDS_IN_REGISTER = "members.line_holds_in_register"


class FileNote(StrEnum):
    """What is said of a line that loads all the same."""

    STATUS_UNVERIFIED = "members.line_status_unverified"
    COUNTRY_MISSING = "members.line_country_missing"
    REGISTER_DIFFERS = "members.line_register_differs"
    NO_ADDRESS = "members.line_no_address"
    LANGUAGE_ASSUMED = "members.line_language_assumed"
    ZONE_ASSUMED = "members.line_zone_assumed"
    NAME_DIFFERS = "members.line_name_differs"
    NAME_IS_KNOWN = "members.line_name_is_known"
    NO_SOURCE = "members.line_no_source"
