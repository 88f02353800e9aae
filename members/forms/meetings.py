"""What those who convene meetings type in."""

from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lacralo.core.people.models import Person
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from lacralo.core.verdicts import Verdict
from lacralo.core.verdicts.phrases import sentences
from members.enums.meetings import MeetingBar
from members.models import Meeting
from members.rules.schedule import moment_of
from members.services.series import ChannelTold

_LANGUAGES = tuple(code for code, _name in Person.Language.choices)
MOST_MINUTES = 600


def day_field(label, **options):
    """A day, with the browser's own calendar where it has one."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, input_formats=["%Y-%m-%d"], **options)


def time_field(label, **options):
    """A time of the day."""
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    return forms.TimeField(label=label, widget=widget, input_formats=["%H:%M", "%H:%M:%S"], **options)


class RefusableForm(forms.Form):
    """A form that shows each reason of a refusal beside the field that it is about."""

    field_of: dict[str, str] = {}

    def refuse(self, verdict: Verdict) -> None:
        """Say what the rules found."""
        for line in verdict.bars:
            self.add_error(self.field_of.get(line.code), sentences(Verdict((line,))))


class TimeForm(RefusableForm):
    """A day, a local time of the series, and a length."""

    day = day_field(_("Day"))
    time = time_field(_("Time"))
    minutes = forms.IntegerField(label=_("Length in minutes"), min_value=5, max_value=MOST_MINUTES)

    field_of = {
        MeetingBar.IN_THE_PAST: "day",
        MeetingBar.NOT_IN_THE_PAST: "day",
        MeetingBar.SERIES_ENDED: "day",
        MeetingBar.SAME_MOMENT: "time",
        MeetingBar.TIME_UNCHANGED: "time",
        MeetingBar.NO_REASON: "reason",
    }

    def __init__(self, *args, zone: str, **kwargs):
        """`zone`: that in which the time is typed (IANA)."""
        super().__init__(*args, **kwargs)
        self.zone = zone
        city = zone.rpartition("/")[2].replace("_", " ")
        self.fields["time"].help_text = _("In the time zone of the series: %(zone)s.") % {"zone": city}

    def clean(self):
        """A time that the clocks leave out on that day does not exist."""
        typed = super().clean()
        if typed.get("day") and typed.get("time"):
            typed["starts_at"] = moment_of(typed["day"], typed["time"], self.zone)
            back = typed["starts_at"].astimezone(ZoneInfo(self.zone))
            if (back.date(), back.time()) != (typed["day"], typed["time"]):
                self.add_error("time", _("The clocks leave this time out on that day. Choose another time."))
        return typed


class PlanForm(TimeForm):
    """A meeting planned by hand, or recorded afterwards."""

    topic = forms.CharField(
        label=_("Topic"),
        max_length=200,
        required=False,
        help_text=_("Only where the name of the series does not say it. It is shown as you write it."),
    )

    def times(self) -> dict[str, object]:
        """What was typed, as the services take it."""
        typed = self.cleaned_data
        return {
            "starts_at": typed["starts_at"],
            "minutes": typed["minutes"],
            "topic": typed["topic"],
            "lang": get_language(),
        }


class MoveForm(TimeForm):
    """The new time of a meeting, and why."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed once the invitations have gone out; everybody invited reads it."),
    )

    @staticmethod
    def answers_of(meeting: Meeting) -> dict[str, object]:
        """The time as it stands, in the zone of the series."""
        local = meeting.starts_at.astimezone(ZoneInfo(meeting.series.zone))
        return {"day": local.date(), "time": local.time(), "minutes": meeting.minutes}


class CancelForm(RefusableForm):
    """Why a meeting does not take place."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody who may know of the meeting reads it."),
    )

    field_of = {MeetingBar.NO_REASON: "reason"}


class ChannelsForm(RefusableForm):
    """In which languages one can follow, and how to join in each."""

    def __init__(self, *args, channels, meeting: Meeting | None = None, **kwargs):
        """`channels` as they stand; with a meeting it is asked who sees them."""
        super().__init__(*args, **kwargs)
        known = {each.language: each for each in channels}
        for code in _LANGUAGES:
            there, name = known.get(code), {"language": LANGUAGE_NAMES[code]}
            self.fields[f"offered_{code}"] = forms.BooleanField(
                label=_("It can be followed in this language: %(language)s") % name,
                required=False,
                initial=there is not None,
            )
            self.fields[f"join_url_{code}"] = forms.URLField(
                label=_("Link to join: %(language)s") % name,
                required=False,
                max_length=500,
                assume_scheme="https",
                initial=there.join_url if there else "",
            )
            self.fields[f"dial_in_{code}"] = forms.CharField(
                label=_("Telephone numbers and code: %(language)s") % name,
                required=False,
                max_length=300,
                initial=there.dial_in if there else "",
            )
        if meeting is not None and meeting.is_public:
            self.fields["shows_links"] = forms.BooleanField(
                label=_("Everybody sees the links, signed in or not"),
                required=False,
                initial=meeting.shows_links,
            )

    def told(self) -> list[ChannelTold]:
        """The languages chosen; a link without its language counts as choosing it."""
        typed = self.cleaned_data
        rows = [
            ChannelTold(code, typed[f"join_url_{code}"], typed[f"dial_in_{code}"].strip())
            for code in _LANGUAGES
        ]
        return [each for each in rows if typed[f"offered_{each.language}"] or each.join_url or each.dial_in]


class NamePersonForm(RefusableForm):
    """Who is named for a series."""

    email = forms.EmailField(
        label=_("E-mail address of the person"),
        help_text=_("The address under which the register knows them."),
    )

    field_of = {MeetingBar.IN_SERIES_ALREADY: "email"}

    def clean_email(self):
        """The person with that address."""
        typed = self.cleaned_data["email"].lower()
        self.person = Person.objects.filter(email=typed, is_active=True).first()
        if self.person is None:
            raise forms.ValidationError(_("Nobody in the register has this address."))
        return typed


class MeetingFilter(forms.Form):
    """Of which series; of all when none is chosen."""

    series = forms.ChoiceField(label=_("Series"), required=False)

    def __init__(self, *args, series, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["series"].choices = [("", _("All series")), *((each.key, each.name) for each in series)]

    @property
    def chosen(self) -> str:
        """The key of the series chosen; empty for all."""
        return self.cleaned_data.get("series", "") if self.is_valid() else ""
