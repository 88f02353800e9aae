"""What is typed in to ask for a correction of the roll, and to answer."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CorrectionForm(forms.Form):
    """Which member, what is wrong, and what would be right."""

    member = forms.ModelChoiceField(label=_("Member"), queryset=None, empty_label=None)
    request = forms.CharField(
        label=_("What is wrong, and what would be right?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Name facts and where they can be checked. At most 3000 characters."),
    )

    who_sees = {"request": _("Public, with the name of your member.")}

    def __init__(self, *args, members, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["member"].queryset = members
        if len(members) == 1:
            self.fields["member"].initial = members[0]


class CorrectionAnswerForm(forms.Form):
    """The decision and its reasons."""

    is_granted = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=[
            ("yes", _("Granted: the register is set right, and the roll is published again")),
            ("no", _("Not granted: the roll stays as it is")),
        ],
    )
    answer = forms.CharField(
        label=_("Reasons"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Say what was checked and where. At most 3000 characters."),
    )

    who_sees = {"answer": _("Public, with your name.")}
