"""What an officer types in to prepare an election and its calendar."""

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from elections.enums import CalendarKey
from elections.phrases.names import STEP_NAMES
from elections.rules.calendar import BESIDE, MAIN, NEEDED, Step, Steps, days_of
from elections.rules.days import midnight
from elections.rules.parameters import ElectionRules
from elections.services.calls import Call
from members.models import Position
from members.rules.names import search_form
from members.selectors.directory import subregion_of_countries

_EDITED = tuple(
    key
    for key in (*MAIN[:6], *BESIDE, *MAIN[6:])
    if key not in (CalendarKey.NOMINATIONS_2, CalendarKey.NOMINATIONS_3)
)
_ONE_DAY = timedelta(days=1)


class DayField(forms.DateField):
    """A day of the rules (UTC), with the browser's own calendar where it has one."""

    def __init__(self, **kwargs):
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], **kwargs)


class PrepareForm(forms.Form):
    """Post, year, first day, term; what is not asked here follows from the rules."""

    position = forms.ModelChoiceField(queryset=Position.objects.none(), label=_("Post"))
    year = forms.IntegerField(
        label=_("Year of the rotation table"),
        min_value=2006,
        max_value=2100,
        help_text=_("The table says whose turn it is in that year."),
    )
    call_on = DayField(
        label=_("Day of the call"),
        help_text=_(
            "The first day of the calendar, in UTC; the rules make the rest of it, and you can change it."
        ),
    )
    term_start = DayField(
        label=_("The term begins on"), help_text=_("Seats change at the end of the ICANN AGM.")
    )
    term_end = DayField(label=_("The term ends before"))
    excluded_countries = forms.MultipleChoiceField(
        label=_("Countries that may not stand"),
        required=False,
        help_text=_("Only where the rules exclude them from this contest; leave empty otherwise."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["position"].queryset = (
            Position.objects.filter(is_elected=True).select_related("body").order_by("body__order", "order")
        )
        self.fields["excluded_countries"].choices = _countries_of_the_region()

    def call(self) -> Call:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        return Call(
            position=typed["position"],
            year=typed["year"],
            call_on=typed["call_on"],
            term_start=typed["term_start"],
            term_end=typed["term_end"],
            excluded_countries=tuple(typed["excluded_countries"]),
        )


def _countries_of_the_region() -> list[tuple[str, str]]:
    named = ((code, str(countries.name(code))) for code in subregion_of_countries())
    return sorted(named, key=lambda each: search_form(each[1]))


class CalendarForm(forms.Form):
    """The first and last day of every step; only a step to which the rules give no day may be left out."""

    def __init__(self, *args, steps: Steps, rules: ElectionRules, **kwargs):
        super().__init__(*args, **kwargs)
        known = {each.key: each for each in steps}
        for key in _EDITED:
            there = known.get(key)
            required = key in NEEDED and days_of(key, rules) > 0
            self.fields[f"{key}_first"] = DayField(
                label=_("%(step)s: first day") % {"step": STEP_NAMES[key]},
                initial=there and there.starts.date(),
                required=required,
            )
            self.fields[f"{key}_last"] = DayField(
                label=_("%(step)s: last day") % {"step": STEP_NAMES[key]},
                initial=(there and there.ends > there.starts and there.last_day) or None,
                required=required,
            )

    @property
    def rows(self):
        """Each step with its two fields, in the order of the page."""
        return [(key, self[f"{key}_first"], self[f"{key}_last"]) for key in _EDITED]

    def steps(self) -> Steps:
        """The calendar that was typed: from midnight to the midnight after the last day (UTC)."""
        typed = (
            (key, self.cleaned_data[f"{key}_first"], self.cleaned_data[f"{key}_last"]) for key in _EDITED
        )
        steps = [self._step(key, first, last) for key, first, last in typed if first]
        return tuple(sorted(steps, key=lambda each: each.starts))

    @staticmethod
    def _step(key: CalendarKey, first: date, last: date | None) -> Step:
        return Step(key, midnight(first), midnight(last + _ONE_DAY if last else first))


class ReasonForm(forms.Form):
    """Why: public, and kept with the act."""

    reason = forms.CharField(
        label=_("Reasons"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everybody reads them."),
    )
