"""What is typed in to dispute a line of a sheet, and to decide it."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ChallengeForm(forms.Form):
    """Why the line is wrong."""

    reason = forms.CharField(
        label=_("Why is this line wrong?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Name facts and where they can be checked. At most 3000 characters."),
    )

    who_sees = {"reason": _("Public, with your name.")}


class AnswerForm(forms.Form):
    """The decision and its reasons."""

    is_upheld = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        choices=[
            ("yes", _("Upheld: the line is turned")),
            ("no", _("Not upheld: the line stays as it is")),
        ],
    )
    answer = forms.CharField(
        label=_("Reasons"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Answer every argument, and name the article. At most 3000 characters."),
    )

    who_sees = {"answer": _("Public, with your name.")}
