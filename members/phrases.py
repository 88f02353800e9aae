"""The words of the register, and the sentences of its acts."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums import (
    Act,
    Bar,
    CreditKind,
    EndReason,
    FileFault,
    FileNote,
    MemberKind,
    MemberStatus,
    Reach,
    Role,
    RowState,
    Subregion,
)

KIND_NAMES = {MemberKind.ALS: _("At-Large Structure (ALS)"), MemberKind.INDIVIDUAL: _("Individual member")}

STATUS_NAMES = {
    MemberStatus.APPLICANT: _("Applicant"),
    MemberStatus.ACCREDITED: _("Accredited"),
    MemberStatus.DECERTIFIED: _("Decertified"),
    MemberStatus.UNVERIFIED: _("Not verified"),
}

ROLE_NAMES = {
    Role.PRIMARY: _("Primary representative"),
    Role.ALTERNATE: _("Alternate representative"),
    Role.OBSERVER: _("Observer"),
}

SUBREGION_NAMES = {
    Subregion.A: _("Central America and Mexico"),
    Subregion.B: _("Andes"),
    Subregion.C: _("Caribbean"),
    Subregion.D: _("Mercosur"),
}

REACH_NAMES = {
    Reach.COVERED: _("Has an accredited ALS"),
    Reach.NOT_ACCREDITED: _("No accredited ALS"),
    Reach.NOBODY: _("No ALS at all"),
}

CREDIT_NAMES = {CreditKind.VOTED: pgettext_lazy("credit", "Voted in an election")}

END_REASON_NAMES = {
    EndReason.COMPLETED: _("Term completed"),
    EndReason.RESIGNED: _("Resigned"),
    EndReason.SUCCEEDED: _("Succeeded to another office"),
    EndReason.REMOVED: _("Removed by a decision"),
    EndReason.DIED: _("Died in office"),
}

BODY_NAMES = {
    "board": _("Board of Directors"),
    "alac": _("At-Large Advisory Committee (ALAC), members from the region"),
    "nomcom": _("Nominating Committee (NomCom)"),
    "elders": _("Emeritus Council (Council of Elders)"),
    "ethics": _("Ethics committee"),
    "election": _("Scrutineers of elections"),
    "staff": _("Staff"),
}

POSITION_NAMES = {
    "chair": _("Chair"),
    "chair_elect": _("Chair-Elect (Vice-Chair)"),
    "secretary": _("Secretary"),
    "secretary_elect": _("Secretary-Elect (Vice-Secretary)"),
    "alac_even": _("ALAC member (seat of even years)"),
    "alac_odd": _("ALAC member (seat of odd years)"),
    "alac_nomcom": _("ALAC member named by the NomCom"),
    "nomcom": _("NomCom delegate"),
    "elder": _("Member of the Emeritus Council"),
    "ethics_member": _("Member of the ethics committee"),
    "scrutineer": _("Scrutineer"),
    "support": _("Support staff"),
}


def body_name(key: str):
    """The name of a body; a body made later carries its key until it is given words."""
    return BODY_NAMES.get(key, key)


def position_name(key: str):
    """The name of a position; one made later carries its key until it is given words."""
    return POSITION_NAMES.get(key, key)


ACTS = {
    Act.MEMBER_REGISTERED: _("A member was entered in the register."),
    Act.MEMBER_CHANGED: _("The entry of a member was changed."),
    Act.MEMBERS_IMPORTED: _("A member was entered in the register from an imported file."),
    Act.STATUS_CHANGED: _("The status of a member changed."),
    Act.ENTRY_CONFIRMED: _("What the register says of a member was confirmed."),
    Act.REPRESENTATION_BEGAN: _("A person began to represent a member."),
    Act.REPRESENTATION_ENDED: _("A person ceased to represent a member."),
    Act.TERM_BEGAN: _("A term of office began."),
    Act.TERM_ENDED: _("A term of office ended."),
    Act.PROFILE_CHANGED: _("A person changed their profile."),
    Act.SUBREGION_ASSIGNED: _("A country was assigned to a sub-region."),
    Act.POSITION_DEFINED: _("A post was defined: its seats, and the months of a term."),
}

BARS = {
    Bar.NAME_TAKEN: Phrase(
        passed=_("No other member of this country has this name."),
        failed=_("A member of this country with this name is already in the register."),
        remedy=_("Look it up in the list of members and change its entry instead."),
    ),
    Bar.REASON_MISSING: Phrase(
        passed=_("A reason or decision is given."),
        failed=_("A reason or decision is missing."),
        remedy=_("Write who decided it and when, or why."),
    ),
    Bar.STATUS_UNCHANGED: Phrase(
        passed=_("The status changes."),
        failed=_("The member already has this status."),
        remedy=_("Choose another status."),
    ),
    Bar.STATUS_OUT_OF_ORDER: Phrase(
        passed=_("The new status starts after the present one."),
        failed=_("The new status would start before the present one, which began on %(start)s."),
        remedy=_("Choose a later day."),
    ),
    Bar.PRIMARY_ALREADY: Phrase(
        passed=_("At any moment one primary representative holds the vote."),
        failed=_("%(name)s is or will be the primary representative in that time; only one holds the vote."),
        remedy=_("End that representation first, or replace the primary representative in one step."),
    ),
    Bar.REPRESENTS_ALREADY: Phrase(
        passed=_("The person does not represent this member in that time."),
        failed=_("The person already represents this member in that time."),
        remedy=_("End the other representation first."),
    ),
    Bar.ALREADY_PRIMARY: Phrase(
        passed=_("The person is not the primary representative yet."),
        failed=_("The person is already the primary representative."),
        remedy=_("Choose another person."),
    ),
    Bar.ALREADY_ENDED: Phrase(
        passed=_("It has not ended yet."),
        failed=_("It has already ended."),
        remedy=_("Ask the secretary if the day recorded is wrong."),
    ),
    Bar.ENDS_BEFORE_IT_STARTS: Phrase(
        passed=_("It ends after it starts."),
        failed=_("It would end before or on the day it starts (%(start)s)."),
        remedy=_("Choose a later day."),
    ),
    Bar.ENDS_LATER_THAN_AGREED: Phrase(
        passed=_("It ends on the day agreed, or earlier."),
        failed=_("It was to end on %(end)s; ending it cannot make it longer."),
        remedy=_("Choose that day or an earlier one; for longer, begin a new term."),
    ),
    Bar.SEATS_TAKEN: Phrase(
        passed=_("A seat is free for the whole term."),
        failed=_("All seats of this post (%(seats)s) are taken in that time, by %(names)s."),
        remedy=_("End the other term first, or choose a later day."),
    ),
    Bar.HOLDS_ALREADY: Phrase(
        passed=_("The person does not hold this post in that time."),
        failed=_("The person already holds this post in that time."),
        remedy=_("End the other term first."),
    ),
    Bar.NOT_REGISTER_KEEPER: Phrase(
        passed=_("You keep the register."),
        failed=_("Only the secretary and support staff keep the register."),
        remedy=_("Ask the secretary."),
    ),
    Bar.NOT_OF_THE_MEMBER: Phrase(
        passed=_("You act for the member, or you keep the register."),
        failed=_("Only those who act for the member, and those who keep the register, confirm its entry."),
        remedy=_("If you act for the member, ask the secretary to record it."),
    ),
    Bar.NOT_YOUR_PROFILE: Phrase(
        passed=_("This is your own profile."),
        failed=_("A profile is changed only by the person themselves."),
        remedy=_("Ask the person."),
    ),
}

ROW_STATE_NAMES = {
    RowState.NEW: _("Will be entered"),
    RowState.NOTED: _("Will be entered as not verified"),
    RowState.KNOWN: _("Already in the register"),
    RowState.WRONG: _("Wrong"),
}

_FAULTS = {
    FileFault.NOT_UTF8: _('The file is not written in UTF-8. Save it as "CSV UTF-8" and try again.'),
    FileFault.EMPTY: _("The file holds no line of members."),
    FileFault.TOO_BIG: _("The file is larger than %(most)s kB."),
    FileFault.WRONG_DELIMITER: _(
        "The columns are not separated by commas. Save the file with commas and try again."
    ),
    FileFault.MISSING_COLUMN: _('The column "%(column)s" is missing.'),
    FileFault.UNKNOWN_COLUMN: _('The column "%(column)s" is not known.'),
    FileFault.REPEATED_COLUMN: _('The column "%(column)s" stands twice.'),
    FileFault.WRONG_NUMBER_OF_CELLS: _("The line has %(cells)s cells, and the file has %(columns)s columns."),
    FileFault.BROKEN_QUOTES: _("A quotation mark is opened and never closed."),
    FileFault.NO_NAME: _("The name is missing."),
    FileFault.TOO_LONG: _('"%(column)s" is longer than %(most)s characters.'),
    FileFault.BAD_CHARACTER: _('"%(column)s" holds a character that cannot be printed.'),
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
}

_NOTES = {
    FileNote.STATUS_UNVERIFIED: _(
        '"%(value)s" says nothing certain of today: it is kept as not verified, on no roll.'
    ),
    FileNote.COUNTRY_MISSING: _("The country is not known: it is kept as not verified, on no roll."),
    FileNote.REGISTER_DIFFERS: _("The register says otherwise of: %(columns)s. The register stays as it is."),
}

register_phrases(
    {code: Phrase(passed=words, failed=words) for code, words in (ACTS | _FAULTS | _NOTES).items()}
)
register_phrases(BARS)
