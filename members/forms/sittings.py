"""What is typed in while a meeting sits: the list, incidents, recordings; and what was recorded wrongly."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from members.enums.minutes import IncidentKind, Presence, Quality
from members.forms.minutes import LANGUAGES, InALanguage, words
from members.models import Member
from members.phrases.sittings import INCIDENT_NAMES, PRESENCE_NAMES, QUALITY_NAMES, RECORDING_NAMES
from members.selectors.sittings import ListRow
from members.services.attendance import LineTold

_GUESTS = range(1, 4)
_CHANNELS = [("", _("Channel?")), *LANGUAGES]
#: Somebody without an account cannot act for a member.
_WITHOUT_ACCOUNT = [Quality.GUEST, Quality.STAFF, Quality.INTERPRETER, Quality.OBSERVER]


class OpenForm(forms.Form):
    """In which way a meeting is held."""

    is_in_person = forms.BooleanField(
        label=_("The meeting is held in person, in one room."),
        required=False,
        help_text=_("It matters for the quorum of an assembly."),
    )


class ListForm(forms.Form):
    """Everybody invited with their code and channel, and lines for guests who have no account."""

    def __init__(self, *args, rows: Iterable[ListRow], **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = list(rows)
        for place, row in enumerate(self.rows):
            self._line(f"line{place}", row.name, row.presence, row.channel)
        for place in _GUESTS:
            prefix = f"guest{place}"
            self.fields[f"{prefix}_name"] = forms.CharField(
                label=_("Name of a guest"), max_length=150, required=False
            )
            self.fields[f"{prefix}_quality"] = forms.ChoiceField(
                label=_("Quality"), choices=[(str(each), QUALITY_NAMES[each]) for each in _WITHOUT_ACCOUNT],
                required=False,
            )  # fmt: skip
            self._line(prefix, str(_("Guest")), Presence.PRESENT, "")

    def _line(self, prefix: str, name: str, presence: str, channel: str) -> None:
        self.fields[f"{prefix}_presence"] = forms.ChoiceField(
            label=_("Attendance of %(name)s") % {"name": name},
            choices=words(PRESENCE_NAMES),
            initial=presence,
        )
        self.fields[f"{prefix}_channel"] = forms.ChoiceField(
            label=_("Channel of %(name)s") % {"name": name},
            choices=_CHANNELS,
            initial=channel,
            required=False,
        )

    @property
    def lines(self):
        """Each row of the list with its two fields."""
        return [
            (row, self[f"line{place}_presence"], self[f"line{place}_channel"])
            for place, row in enumerate(self.rows)
        ]

    @property
    def guests(self):
        """The empty lines for guests."""
        return [
            [self[f"guest{place}_{name}"] for name in ("name", "quality", "presence", "channel")]
            for place in _GUESTS
        ]

    def told(self) -> list[LineTold]:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        known = [
            LineTold(
                presence=typed[f"line{place}_presence"], channel=typed[f"line{place}_channel"],
                person=row.person, name="" if row.person else row.name, quality=row.quality,
                member=row.member,
                came_at=row.attendance.came_at if row.attendance else None,
                left_at=row.attendance.left_at if row.attendance else None,
            )
            for place, row in enumerate(self.rows)
        ]  # fmt: skip
        guests = [
            LineTold(
                presence=typed[f"guest{place}_presence"], channel=typed[f"guest{place}_channel"],
                name=typed[f"guest{place}_name"].strip(),
                quality=typed[f"guest{place}_quality"] or Quality.GUEST,
            )
            for place in _GUESTS
            if typed[f"guest{place}_name"].strip()
        ]  # fmt: skip
        return known + guests


class _MomentField(forms.DateTimeField):
    """A moment in the reader's zone, with the browser's own clock where it has one."""

    def __init__(self, **kwargs):
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(widget=widget, input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"], **kwargs)


class IncidentForm(InALanguage):
    """What failed, from when to when, and for which language."""

    kind = forms.ChoiceField(label=_("What failed?"), choices=words(INCIDENT_NAMES), widget=forms.RadioSelect)
    affected = forms.ChoiceField(
        label=_("Language concerned"), choices=[("", _("All, or none")), *LANGUAGES], required=False,
        help_text=_("Members whose language had no interpretation are excused at the close."),
    )  # fmt: skip
    from_at = _MomentField(label=_("From"), help_text=_("In your time zone."))
    until_at = _MomentField(label=_("Until"), required=False)
    note = forms.CharField(
        label=_("What happened?"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self):
        """An interpretation fails into a language; what ends does so after it began."""
        typed = super().clean()
        if typed.get("kind") == IncidentKind.INTERPRETATION and not typed.get("affected"):
            self.add_error("affected", _("Say into which language the interpretation failed."))
        if typed.get("from_at") and typed.get("until_at") and typed["until_at"] <= typed["from_at"]:
            self.add_error("until_at", _("It would have ended before it began."))
        return typed


class RecordingForm(forms.Form):
    """Where a recording, transcript or chat lies."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=words(RECORDING_NAMES))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGES)
    url = forms.URLField(label=_("Address"), max_length=500, assume_scheme="https")

    who_sees = {"url": _("Whoever sees the meeting.")}


class ContestForm(InALanguage):
    """Which member, what is right, and why."""

    member = forms.ModelChoiceField(label=_("Member"), queryset=Member.objects.none(), empty_label=None)
    claimed = forms.ChoiceField(
        label=_("What is right?"), choices=words(PRESENCE_NAMES), widget=forms.RadioSelect
    )
    reason = forms.CharField(label=_("Why?"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}))

    who_sees = {"reason": _("You and those who keep the meetings.")}

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = members


class AnswerForm(InALanguage):
    """The answer of the secretary, with its reason."""

    is_granted = forms.ChoiceField(
        label=_("Answer"), widget=forms.RadioSelect,
        choices=[("yes", _("Granted: the record and the credit are set right")), ("no", _("Not granted"))],
    )  # fmt: skip
    answer = forms.CharField(label=_("Reasons"), max_length=500, widget=forms.Textarea(attrs={"rows": 4}))
