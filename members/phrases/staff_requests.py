"""The words of requests to staff, and the sentences of their acts."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from lacralo.core.verdicts.phrases import Phrase, register_phrases
from members.enums.staff_requests import RequestAct, RequestBar, RequestKind, RequestStatus

REQUEST_KIND_NAMES = {
    RequestKind.TRANSCRIPTION: _("Transcription"),
    RequestKind.INTERPRETATION: _("Interpretation"),
    RequestKind.TRANSLATION: _("Translation"),
}

REQUEST_STATUS_NAMES = {
    RequestStatus.ASKED: pgettext_lazy("request to staff", "Asked"),
    RequestStatus.ACCEPTED: pgettext_lazy("request to staff", "Accepted"),
    RequestStatus.UNDER_WAY: pgettext_lazy("request to staff", "Under way"),
    RequestStatus.DONE: pgettext_lazy("request to staff", "Done"),
    RequestStatus.DECLINED: pgettext_lazy("request to staff", "Declined"),
    RequestStatus.WITHDRAWN: pgettext_lazy("request to staff", "Taken back"),
}

REQUEST_MOVE_NAMES = {
    "accept": _("Accept it"),
    "start": _("Start the work"),
    "deliver": _("Deliver it"),
    "decline": _("Decline it"),
    "withdraw": _("Take it back"),
}

ACTS = {
    RequestAct.REQUEST_ASKED: _("Staff was asked for a transcription, interpretation or translation."),
    RequestAct.REQUEST_ACCEPTED: _("Staff accepted a request."),
    RequestAct.REQUEST_STARTED: _("Staff began to work on a request."),
    RequestAct.REQUEST_DONE: _("Staff delivered what was asked for."),
    RequestAct.REQUEST_DECLINED: _("Staff declined a request."),
    RequestAct.REQUEST_WITHDRAWN: _("A request to staff was taken back."),
}

BARS = {
    RequestBar.NOT_ASKER: Phrase(
        passed=_("You represent a member or hold an office."),
        failed=_("Only those who represent a member or hold an office ask staff for this."),
        remedy=_("Ask the representative of your organisation to do it."),
    ),
    RequestBar.NOT_HANDLER: Phrase(
        passed=_("You answer requests to staff."),
        failed=_("Only support staff and the secretary answer requests."),
        remedy=_("Wait for their answer; it comes by mail."),
    ),
    RequestBar.NOT_YOURS: Phrase(
        passed=_("The request is yours."),
        failed=_("A request is taken back only by who made it."),
        remedy=_("Ask the person who made it."),
    ),
    RequestBar.PURPOSE_MISSING: Phrase(
        passed=_("It is said what it is for."),
        failed=_("It is not said what it is for."),
        remedy=_("Write which meeting or text it is, in a sentence or two."),
    ),
    RequestBar.LANGUAGE_MISSING: Phrase(
        passed=_("A language is named."),
        failed=_("No language is named."),
        remedy=_("Choose at least one language."),
    ),
    RequestBar.SAME_LANGUAGE: Phrase(
        passed=_("It goes into another language."),
        failed=_("It would go from a language into the same one."),
        remedy=_("Take that language out of those it goes into."),
    ),
    RequestBar.NEEDED_IN_THE_PAST: Phrase(
        passed=_("It is needed today or later."),
        failed=_("The day on which it is needed is over."),
        remedy=_("Choose a later day, or none."),
    ),
    RequestBar.MOVE_NOT_OPEN: Phrase(
        passed=_("The request stands where this can be done."),
        failed=_("The request does not stand where this can be done: somebody answered it in the meantime."),
        remedy=_("Look at the request again."),
    ),
    RequestBar.REASON_MISSING: Phrase(
        passed=_("A reason is given where one is due."),
        failed=_("The reason is missing."),
        remedy=_("Write why, and what the person can do instead."),
    ),
    RequestBar.LINK_MISSING: Phrase(
        passed=_("An address is given where one is due."),
        failed=_("The address of what was done is missing."),
        remedy=_("Give the link to the file, the recording or the meeting."),
    ),
}

register_phrases({code: Phrase(passed=words, failed=words) for code, words in ACTS.items()})
register_phrases(BARS)
