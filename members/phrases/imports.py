"""The words of files that are read into the register: what they are, and what is wrong with a line."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums import FileFault, FileKind, FileNote, RowState

KIND_OF_FILE_NAMES = {
    FileKind.MEMBERS: _("Members"),
    FileKind.PEOPLE: _("People"),
    FileKind.REPRESENTATIONS: _("Representations"),
    FileKind.TERMS: _("Terms of office"),
}

ROW_STATE_NAMES = {
    RowState.NEW: _("Will be entered"),
    RowState.NOTED: _("Will be entered, with a note"),
    RowState.KNOWN: _("Already in the register"),
    RowState.WRONG: _("Wrong"),
}

_OF_FILES = {
    FileFault.NOT_UTF8: _('The file is not written in UTF-8. Save it as "CSV UTF-8" and try again.'),
    FileFault.EMPTY: _("The file holds no line below its header."),
    FileFault.TOO_BIG: _("The file is larger than %(most)s kB."),
    FileFault.WRONG_DELIMITER: _(
        "The columns are not separated by commas. Save the file with commas and try again."
    ),
    FileFault.MISSING_COLUMN: _('The column "%(column)s" is missing.'),
    FileFault.UNKNOWN_COLUMN: _('The column "%(column)s" is not known.'),
    FileFault.REPEATED_COLUMN: _('The column "%(column)s" stands twice.'),
    FileFault.BROKEN_QUOTES: _("A quotation mark is opened and never closed."),
    FileFault.WRONG_NUMBER_OF_CELLS: _("The line has %(cells)s cells, and the file has %(columns)s columns."),
    FileFault.EMPTY_CELL: _('"%(column)s" is empty.'),
    FileFault.TOO_LONG: _('"%(column)s" is longer than %(most)s characters.'),
    FileFault.BAD_CHARACTER: _('"%(column)s" holds a character that cannot be printed.'),
    FileFault.BAD_DAY: _('"%(column)s": "%(value)s" is not a day; write it like 2008-05-14.'),
    FileFault.ENDS_BEFORE_IT_STARTS: _("It would end before or on the day it starts (%(start)s)."),
    FileFault.REASON_WITHOUT_END: _("It says why it ended, and not when."),
    FileNote.REGISTER_DIFFERS: _("The register says otherwise of: %(columns)s. The register stays as it is."),
}

_OF_MEMBERS = {
    FileFault.NO_NAME: _("The name is missing."),
    FileFault.UNKNOWN_COUNTRY: _('"%(value)s" is not the two-letter code of a country.'),
    FileFault.BAD_WEBSITE: _(
        '"%(value)s" is not the address of a web site; it starts with https:// or http://.'
    ),
    FileFault.UNKNOWN_STATUS: _('"%(value)s" is not a known status.'),
    FileFault.BAD_DATE: _(
        '"%(value)s" is not a date: write a year, a month (2008-05) or a day (2008-05-14).'
    ),
    FileFault.UNKNOWN_SUBREGION: _('"%(value)s" is not a sub-region: A, B, C, D or empty.'),
    FileFault.SUBREGION_CONTRADICTS: _(
        "The file says sub-region %(value)s; the country %(country)s is in %(expected)s."
    ),
    FileFault.DUPLICATE: _("The same member stands already on line %(line)s."),
    FileFault.UNKNOWN_MEMBER: _(
        'The register has no member "%(value)s". Write its name and country as they stand there,'
        " or the label in its address."
    ),
    FileFault.SEVERAL_MEMBERS: _('The register has several members "%(value)s"; say which by its country.'),
    FileNote.STATUS_UNVERIFIED: _(
        '"%(value)s" says nothing certain of today: it is kept as not verified, on no roll.'
    ),
    FileNote.COUNTRY_MISSING: _("The country is not known: it is kept as not verified, on no roll."),
}

_OF_PEOPLE = {
    FileFault.BAD_EMAIL: _('"%(value)s" is not an e-mail address.'),
    FileFault.UNKNOWN_LANGUAGE: _('"%(value)s" is not a language of the portal: %(known)s.'),
    FileFault.UNKNOWN_ZONE: _('There is no time zone "%(value)s". Write it like America/Bogota.'),
    FileFault.SAME_ADDRESS: _("The same e-mail address stands already on line %(line)s."),
    FileFault.SAME_PERSON: _(
        "A person of this name without an address stands already on line %(line)s;"
        " give at least one of them an address."
    ),
    FileFault.UNKNOWN_PERSON: _(
        'Nobody is known as "%(value)s". Enter the person first; write their e-mail address as it stands there.'
    ),
    FileFault.SEVERAL_PERSONS: _('Several persons without an address are called "%(value)s".'),
    FileNote.NO_ADDRESS: _("Without an address the person gets no mail and cannot sign in."),
    FileNote.LANGUAGE_ASSUMED: _("No language is given: %(value)s is entered."),
    FileNote.ZONE_ASSUMED: _("No time zone is given: %(value)s is entered."),
    FileNote.NAME_DIFFERS: _(
        "This address is that of %(name)s in the register. The register stays as it is."
    ),
    FileNote.NAME_IS_KNOWN: _(
        "Somebody else of this name is in the register. If it is the same person, write the address"
        " that stands there."
    ),
}

_OF_ROLES = {
    FileFault.UNKNOWN_ROLE: _('"%(value)s" is not a role: %(known)s.'),
    FileFault.PRIMARY_ON_LINE: _(
        "Line %(line)s names another primary representative of this member for some of the same days;"
        " only one holds the vote."
    ),
    FileFault.PRIMARY_IN_REGISTER: _(
        "%(name)s is the primary representative of this member from %(start)s for some of the same days;"
        " only one holds the vote."
    ),
    FileFault.ACTS_ON_LINE: _(
        "The same person acts for this member on some of the same days on line %(line)s."
    ),
    FileFault.ACTS_IN_REGISTER: _(
        "In the register %(name)s acts for this member from %(start)s, on some of the same days."
    ),
    FileFault.UNKNOWN_POSITION: _('"%(value)s" is not the key of a post: %(known)s.'),
    FileFault.UNKNOWN_END_REASON: _('"%(value)s" is not a reason for which a term ends: %(known)s.'),
    FileFault.SEATS_TAKEN: _(
        "All seats of this post (%(seats)s) are taken for some of these days, by %(names)s"
        " (in brackets the line of this file)."
    ),
    FileFault.HOLDS_ON_LINE: _("The same person holds this post on some of the same days on line %(line)s."),
    FileFault.HOLDS_IN_REGISTER: _(
        "In the register the person holds this post from %(start)s, on some of the same days."
    ),
    FileNote.NO_SOURCE: _("It says by no decision or source why the person held the post."),
}

_ALL = _OF_FILES | _OF_MEMBERS | _OF_PEOPLE | _OF_ROLES

register_phrases({code: Phrase(passed=words, failed=words) for code, words in _ALL.items()})
