"""What the keeper of the rulebook fills in."""

import json

from django import forms
from django.utils.translation import gettext_lazy as _

from lacralo.core.rulebook.parameters import declared, encoded, parameters_of
from lacralo.core.rulebook.phrases import APP_NAMES, words_of


class ParameterForm(forms.Form):
    """A parameter of a draft, its new value, and why."""

    parameter = forms.ChoiceField(label=_("Parameter"))
    value = forms.CharField(
        label=_("Value"),
        help_text=_(
            "As the rule set stores it: active, true, 10, 1/2, or a list such as [“nationality”, “als”]."
        ),
    )
    article = forms.CharField(
        label=_("Article"),
        required=False,
        help_text=_("The article that the value follows, or “LA 2017” where Los Angeles left it open."),
    )
    reason = forms.CharField(label=_("Reason"), widget=forms.Textarea(attrs={"rows": 3}))
    decision = forms.CharField(
        label=_("Decision"), required=False, help_text=_("The motion or act that asked for the change.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parameter"].choices = [
            (
                APP_NAMES.get(app, app),
                [(f"{app}.{key}", words_of(app, key).label) for key in parameters_of(app)],
            )
            for app in declared()
        ]

    def clean_value(self):
        """The value as JSON reads it, or the word itself."""
        typed = self.cleaned_data["value"].strip().replace("“", '"').replace("”", '"')
        try:
            return encoded(json.loads(typed))
        except ValueError:
            return typed
        except TypeError:
            raise forms.ValidationError(_("Write a fraction such as 1/2, not a decimal number.")) from None

    @property
    def chosen(self) -> tuple[str, str]:
        """The app and the key of the parameter."""
        app, key = self.cleaned_data["parameter"].split(".", 1)
        return app, key


class NextForm(forms.Form):
    """How the next rule set is called."""

    name = forms.CharField(label=_("Name"), max_length=80)
    slug = forms.SlugField(label=_("Label in addresses"), help_text=_("Small letters, digits and hyphens."))


class PublishForm(forms.Form):
    """From which day a draft is in force."""

    in_force_from = forms.DateField(
        label=_("First day in force"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("A UTC day, today or later; the rules of before end the day before."),
    )
