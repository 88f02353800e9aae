"""Forms of the pages: filters, a day, one's own profile."""

from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from lacralo.core.people.forms import NameField
from lacralo.core.people.models import Person
from members.enums import MemberStatus, Subregion
from members.models import Profile
from members.phrases import STATUS_NAMES, SUBREGION_NAMES
from members.rules.names import search_form
from members.rules.profiles import zones_of

_COUNTRIES_ARE_SEEN_BY = _(
    "You and those who keep the register see this; everybody does, if you stand for an office or hold one."
)


class DirectoryFilter(forms.Form):
    """What to show of the directory; everything when nothing is chosen."""

    search = forms.CharField(label=_("Name"), required=False, max_length=100)
    country = forms.ChoiceField(label=_("Country"), required=False)
    subregion = forms.ChoiceField(label=_("Sub-region"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)

    def __init__(self, *args, country_codes, **kwargs):
        """`country_codes`: the countries to choose from."""
        super().__init__(*args, **kwargs)
        named = ((code, countries.name(code)) for code in country_codes)
        named = sorted(named, key=lambda pair: search_form(pair[1]))
        self.fields["country"].choices = [("", _("All countries")), *named]
        self.fields["subregion"].choices = [
            ("", _("All sub-regions")),
            *((key, f"{key} · {SUBREGION_NAMES[key]}") for key in Subregion),
        ]
        self.fields["status"].choices = [
            ("", _("Every status")),
            *((key, STATUS_NAMES[key]) for key in MemberStatus),
        ]

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are set and make sense; a wrong one filters nothing and is shown as wrong."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class DayForm(forms.Form):
    """A day to look at."""

    day = forms.DateField(
        label=_("Who held which office on"),
        required=False,
        widget=forms.DateInput(
            format="%Y-%m-%d", attrs={"type": "date", "min": "2000-01-01", "max": "2100-12-31"}
        ),
        input_formats=["%Y-%m-%d"],
        help_text=_("Days are counted in UTC."),
    )


class ProfileForm(forms.Form):
    """What the portal knows of a person, by themselves; each field says who sees it."""

    name = NameField(label=_("Name"))
    language = forms.ChoiceField(
        label=_("Language"),
        choices=Person.Language.choices,
        help_text=_("The language of your mails and documents."),
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"), help_text=_("Moments are shown in it, and in UTC beside it.")
    )
    residence = forms.ChoiceField(label=_("Country of residence"), required=False)
    nationalities = forms.MultipleChoiceField(
        label=_("Nationalities"),
        required=False,
        help_text=_("All that you hold. With a keyboard, hold Ctrl to choose several."),
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )
    gender = forms.CharField(
        label=_("Gender, in your own words"), required=False, max_length=60, widget=forms.TextInput
    )
    activities = forms.CharField(
        label=_("Activity in other fields"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "What else you are active in: associations, teaching, research, arts. Not your profession."
        ),
    )

    who_sees = {
        "name": _("Everybody sees this where you act for a member, hold an office or stand for one."),
        "language": _("Only you and those who keep the register see this."),
        "time_zone": _("Only you and those who keep the register see this."),
        "residence": _COUNTRIES_ARE_SEEN_BY,
        "nationalities": _COUNTRIES_ARE_SEEN_BY,
        "gender": _("Only you see this. It is never shown beside your name, and its history is not kept."),
        "activities": _("Only you and those who keep the register see this."),
    }

    def __init__(self, *args, **kwargs):
        """The names of the countries are those of the reader's language."""
        super().__init__(*args, **kwargs)
        named = list(countries)
        self.fields["residence"].choices = [("", _("I do not say")), *named]
        self.fields["nationalities"].choices = named
        present = self.get_initial_for_field(self.fields["time_zone"], "time_zone")
        self.fields["time_zone"].choices = [
            (zone, zone.replace("_", " ")) for zone in zones_of(available_timezones(), present)
        ]

    @staticmethod
    def answers_of(person: Person, profile: Profile) -> dict[str, object]:
        """The answers as they stand."""
        return {
            "name": person.name,
            "language": person.language,
            "time_zone": person.time_zone,
            "residence": profile.residence.code or "",
            "nationalities": [each.code for each in profile.nationalities],
            "gender": profile.gender,
            "activities": profile.activities,
        }
