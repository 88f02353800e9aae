"""What those who keep series of meetings type in."""

from datetime import UTC, datetime
from zoneinfo import available_timezones

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from members.enums.meetings import MeetingBar, SeriesKind
from members.forms.meetings import MOST_MINUTES, RefusableForm, day_field, time_field
from members.models import Body, Position, Series
from members.phrases.meetings import CIRCLE_NAMES, NTH_NAMES, SERIES_KIND_NAMES, WEEKDAY_NAMES
from members.rules.profiles import zones_of
from members.services.series import SeriesTold


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
    minutes = forms.IntegerField(label=_("Usual length in minutes"), min_value=5, max_value=MOST_MINUTES)
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
        super().__init__(
            *args, initial=_answers_of(series) if series else kwargs.pop("initial", {}), **kwargs
        )
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
