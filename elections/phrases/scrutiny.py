"""The words of the steps of a secret vote."""

from django.utils.translation import gettext_lazy as _

from elections.enums.seals import Purpose, TrackerState

WITNESS_STEPS = {
    "key_frozen": _("The key was made"),
    "rehearsed": _("The rehearsal is done"),
    "postponed": _("The vote was postponed"),
    "opened": _("The vote is open"),
    "barred": _("A place was barred"),
    "set_back": _("The vote goes on after a set-back"),
    "closed": _("The vote is closed and its envelopes are mixed"),
    "stopped": _("The opening was stopped"),
    "counted": _("The envelopes were opened and counted"),
    "proclaimed": _("The result is proclaimed"),
    "annulled": _("The vote was annulled"),
    "daily": _("The figures of today"),
}

PURPOSE_NAMES = {
    Purpose.REHEARSAL: _("Rehearsal: open the test ballot"),
    Purpose.COUNT: _("Open the envelopes and count"),
    Purpose.RECOUNT: _("Open the envelopes once more for a recount"),
}

TRACKER_STATES = {
    TrackerState.IN_THE_BOX: _("In the box"),
    TrackerState.REPLACED: _("Replaced by a later ballot"),
    TrackerState.VOIDED: _("Void: the place was barred"),
    TrackerState.UNKNOWN: _("Not known in this vote"),
}

TRACKER_TONES = {
    TrackerState.IN_THE_BOX: "good",
    TrackerState.REPLACED: "plain",
    TrackerState.VOIDED: "warn",
    TrackerState.UNKNOWN: "bad",
}
