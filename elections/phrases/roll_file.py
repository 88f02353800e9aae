"""What is wrong with a line of a roll's file, in words."""

from django.utils.translation import gettext_lazy as _

from elections.rules.roll_file import Fault, RollFault

FAULTS = {
    RollFault.EMPTY_FILE: _("Line %(line)s: the file is empty."),
    RollFault.WRONG_DELIMITER: _(
        "Line %(line)s: the columns are separated by “%(found)s”. Save the file with commas between them."
    ),
    RollFault.MISSING_COLUMN: _(
        "Line %(line)s: this column is missing: %(found)s. The first line names the columns member,country."
    ),
    RollFault.NO_MEMBERS: _("Line %(line)s: there is no member below the names of the columns."),
    RollFault.WRONG_NUMBER_OF_FIELDS: _(
        "Line %(line)s: it has %(found)s fields, not as many as the first line. "
        "A name with a comma in it needs quotation marks."
    ),
    RollFault.NO_MEMBER: _("Line %(line)s: the name of the member is missing."),
    RollFault.NO_COUNTRY: _("Line %(line)s: the country of “%(found)s” is missing."),
    RollFault.MEMBER_TWICE: _("Line %(line)s: “%(found)s” already stands in line %(first_line)s."),
    RollFault.COUNTRY_SPELT_DIFFERENTLY: _(
        "Line %(line)s: the country “%(found)s” is spelt differently in line %(first_line)s; "
        "it would count as two countries."
    ),
    RollFault.BROKEN_QUOTES: _(
        "Line %(line)s: the quotation marks that begin here do not end where they should (%(found)s)."
    ),
}


def fault_sentence(fault: Fault) -> str:
    """The fault as a sentence in the active language, with the number of its line."""
    return FAULTS[fault.reason] % {
        "line": fault.line,
        "found": fault.found,
        "first_line": fault.first_line,
    }
