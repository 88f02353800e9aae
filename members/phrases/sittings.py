"""How agendas, attendance, quorum and minutes are told."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from members.enums.minutes import (
    ApprovedHow,
    IncidentKind,
    InterestsAnswer,
    ItemOutcome,
    ItemSource,
    MinutesState,
    Presence,
    Quality,
    QuorumRule,
    RecordingKind,
)

SOURCE_NAMES = {
    ItemSource.CARRIED: pgettext_lazy("item of an agenda", "Left over from the last meeting"),
    ItemSource.DUE: pgettext_lazy("item of an agenda", "Falls due"),
    ItemSource.TERM: pgettext_lazy("item of an agenda", "Term of office that ends"),
    ItemSource.ACTION: pgettext_lazy("item of an agenda", "Open action"),
    ItemSource.PROPOSED: pgettext_lazy("item of an agenda", "Proposed by a member"),
    ItemSource.ADDED: pgettext_lazy("item of an agenda", "Added by the secretary"),
}

OUTCOME_NAMES = {
    ItemOutcome.DEALT_WITH: pgettext_lazy("item of an agenda", "Dealt with"),
    ItemOutcome.CARRIED_OVER: pgettext_lazy("item of an agenda", "Carried over to the next meeting"),
}

QUALITY_NAMES = {
    Quality.REPRESENTATIVE: pgettext_lazy("attendance", "Representative"),
    Quality.OBSERVER: pgettext_lazy("attendance", "Observer"),
    Quality.OFFICER: pgettext_lazy("attendance", "Officer"),
    Quality.GUEST: pgettext_lazy("attendance", "Guest"),
    Quality.STAFF: pgettext_lazy("attendance", "Staff"),
    Quality.INTERPRETER: pgettext_lazy("attendance", "Interpreter"),
}

PRESENCE_NAMES = {
    Presence.PRESENT: pgettext_lazy("attendance", "P – present"),
    Presence.APOLOGIES: pgettext_lazy("attendance", "A – sent apologies"),
    Presence.ABSENT: pgettext_lazy("attendance", "X – absent"),
}

INCIDENT_NAMES = {
    IncidentKind.INTERPRETATION: pgettext_lazy("incident", "Interpretation failed"),
    IncidentKind.PLATFORM: pgettext_lazy("incident", "The platform failed"),
    IncidentKind.OTHER: pgettext_lazy("incident", "Something else"),
}

RECORDING_NAMES = {
    RecordingKind.RECORDING: _("Recording"),
    RecordingKind.TRANSCRIPT: _("Transcript"),
    RecordingKind.CHAT: _("Chat"),
}

MINUTES_NAMES = {
    MinutesState.DRAFT: pgettext_lazy("minutes", "Draft"),
    MinutesState.PROPOSED: pgettext_lazy("minutes", "Proposed for approval"),
    MinutesState.APPROVED: pgettext_lazy("minutes", "Approved"),
}

APPROVED_NAMES = {
    ApprovedHow.MEETING: _("approved by a meeting"),
    ApprovedHow.SILENCE: _("approved by silence: nobody objected in time"),
}

INTERESTS_NAMES = {
    InterestsAnswer.NOTHING_CHANGED: _("Nothing changed"),
    InterestsAnswer.SOMETHING_CHANGED: _("Something changed"),
}

QUORUM_RULE_NAMES = {
    QuorumRule.NUMBER: _("a fixed number"),
    QuorumRule.MORE_THAN_HALF: _("more than half"),
    QuorumRule.WHOEVER_CAME: _("whoever came, after the time of waiting"),
}
