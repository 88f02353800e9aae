"""What to show of the bands."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from members.phrases.participation import STANDING_NAMES
from members.rules.names import search_form


class BandFilter(forms.Form):
    """A standing, a country; everything when nothing is chosen."""

    standing = forms.ChoiceField(label=_("Standing"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)

    def __init__(self, *args, country_codes, **kwargs):
        """`country_codes`: the countries to choose from."""
        super().__init__(*args, **kwargs)
        named = sorted(
            ((code, countries.name(code)) for code in country_codes), key=lambda pair: search_form(pair[1])
        )
        self.fields["standing"].choices = [("", _("Every standing")), *STANDING_NAMES.items()]
        self.fields["country"].choices = [("", _("All countries")), *named]

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are set and make sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
