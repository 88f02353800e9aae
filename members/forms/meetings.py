"""What those who convene meetings type in."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lacralo.core.people.models import Person
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from lacralo.core.verdicts import Verdict
from lacralo.core.verdicts.phrases import sentences
from members.enums.meetings import MeetingBar, SeriesKind
from members.models import Body, Meeting, Position, Series
from members.phrases.meetings import CIRCLE_NAMES, NTH_NAMES, SERIES_KIND_NAMES, WEEKDAY_NAMES
from members.rules.profiles import zones_of
from members.rules.schedule import moment_of
from members.services.series import ChannelTold, SeriesTold

_LANGUAGES = tuple(code for code, _name in Person.Language.choices)
_MOST_MINUTES = 600


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
    minutes = forms.IntegerField(label=_("Length in minutes"), min_value=5, max_value=_MOST_MINUTES)

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


def _number(value: str) -> int | None:
    return int(value) if value else None


class SeriesForm(RefusableForm):
    """A series: what meets, who belongs to it, how often and when."""

    title = forms.CharField(
        label=_("Name"), max_length=120, help_text=_("It is shown as you write it, in every language.")
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=list(SERIES_KIND_NAMES.items()))
    circle = forms.ChoiceField(
        label=_("Who belongs to it"),
        choices=list(CIRCLE_NAMES.items()),
        help_text=_("Found anew on every day, so that a successor is invited. You can name persons besides."),
    )
    body = forms.ModelChoiceField(label=_("Body"), queryset=Body.objects.none(), required=False)
    convenor = forms.ModelChoiceField(
        label=_("Post that convenes it"),
        queryset=Position.objects.none(),
        required=False,
        help_text=_("Its holders plan, move and cancel the meetings, and so do the secretary and staff."),
    )
    every_months = forms.IntegerField(
        label=_("Every so many months"),
        required=False,
        min_value=1,
        max_value=36,
        help_text=_("How often it should meet; leave it empty if there is no such rule."),
    )
    nth = forms.TypedChoiceField(
        label=_("Which week of the month"),
        required=False,
        coerce=_number,
        empty_value=None,
        choices=[("", _("Planned by hand")), *((str(int(key)), name) for key, name in NTH_NAMES.items())],
    )
    weekday = forms.TypedChoiceField(
        label=_("Weekday"),
        required=False,
        coerce=_number,
        empty_value=None,
        choices=[("", _("Planned by hand")), *((str(key), name) for key, name in WEEKDAY_NAMES.items())],
    )
    rhythm_from = day_field(
        _("The rhythm holds from"), help_text=_("Its months are counted from the month of this day.")
    )
    local_time = time_field(_("Usual time"))
    zone = forms.ChoiceField(
        label=_("Time zone"),
        help_text=_("When its clocks change, the local time stays and the moment in UTC moves."),
    )
    minutes = forms.IntegerField(label=_("Usual length in minutes"), min_value=5, max_value=_MOST_MINUTES)
    is_public = forms.BooleanField(label=_("Open to everybody"), required=False)
    shows_links = forms.BooleanField(label=_("Everybody sees the links, signed in or not"), required=False)
    counts_as_call = forms.BooleanField(
        label=_("Counts as a monthly call for the participation of members"), required=False
    )
    starts_on = day_field(_("It meets from"))
    ends_on = day_field(
        _("It no longer meets from"), required=False, help_text=_("The first day without; empty for no end.")
    )

    field_of = {
        MeetingBar.RHYTHM_INCOMPLETE: "every_months",
        MeetingBar.RHYTHM_FROM_PAST: "rhythm_from",
        MeetingBar.BODY_MISSING: "body",
        MeetingBar.LINKS_OF_CLOSED_MEETING: "shows_links",
        MeetingBar.ENDS_BEFORE_TODAY: "ends_on",
    }

    def __init__(self, *args, series: Series | None = None, **kwargs):
        super().__init__(*args, initial=_answers_of(series) if series else kwargs.pop("initial", {}), **kwargs)
        self.series = series
        self.fields["body"].queryset = Body.objects.order_by("order")
        self.fields["convenor"].queryset = Position.objects.order_by("body__order", "order")
        present = self.get_initial_for_field(self.fields["zone"], "zone") or "UTC"
        self.fields["zone"].choices = [
            (zone, zone.replace("_", " ")) for zone in zones_of(available_timezones(), present)
        ]
        if series and not series.title:
            del self.fields["title"]

    def told(self) -> SeriesTold:
        """What was typed, as the services take it; a delivered series keeps the name of the portal."""
        typed = dict(self.cleaned_data)
        title = typed.pop("title", "")
        kept = self.series.lang if self.series and self.series.title == title else get_language()
        return SeriesTold(**typed, title=title, lang=kept if title else "")


def _answers_of(series: Series) -> dict[str, object]:
    names = [each for each in SeriesForm.base_fields if each not in ("nth", "weekday")]
    answers = {name: getattr(series, name) for name in names}
    rhythm = {name: "" if getattr(series, name) is None else str(getattr(series, name)) for name in
              ("nth", "weekday")}  # fmt: skip
    return answers | rhythm


def first_answers(now: datetime) -> dict[str, object]:
    """What a new series starts with."""
    today = now.astimezone(UTC).date()
    return {"kind": SeriesKind.OTHER, "minutes": 60, "rhythm_from": today, "starts_on": today, "zone": "UTC"}
