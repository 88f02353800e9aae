"""The ballot: one choice, to abstain among them; it is sent on in the form and kept nowhere else."""

from django import forms
from django.utils.translation import gettext_lazy as _


class BallotForm(forms.Form):
    """The choice of one member."""

    choice = forms.ChoiceField(label=_("Your choice"), widget=forms.RadioSelect)

    def __init__(self, *args, labels, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = list(labels.items())
        self.fields["choice"].error_messages["required"] = _("Choose one line; to abstain is a choice too.")
