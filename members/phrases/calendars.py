"""The sentences of calendars to subscribe to."""

from django.utils.translation import gettext_lazy as _

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.calendars import CalendarAct, CalendarBar

ACTS = {
    CalendarAct.ADDRESS_MADE: _("A person had the address of a personal calendar made."),
    CalendarAct.ADDRESS_REVOKED: _("The address of a personal calendar was revoked."),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()})
register_phrases(
    {
        CalendarBar.NO_ADDRESS: Phrase(
            passed=_("Your calendar has an address."),
            failed=_("Your calendar has no address that could be revoked."),
            remedy=_("Nothing is left to do: whoever has an old address reads nothing there."),
        )
    }
)
