"""The form of a statement of interest."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from conflicts.enums import Incompatibility
from conflicts.phrases import INCOMPATIBILITY_NAMES

NONE = "none"
MOST_CHARACTERS = 3000

_PRIVATE = _(
    "You and the ethics committee read this. Where eligibility is decided, only the fact is shown that "
    "an incompatible interest was declared, never which."
)


class StatementForm(forms.Form):
    """Incompatible interests, one by one or none; other interests in the person's own words."""

    incompatibilities = forms.MultipleChoiceField(
        label=_("Which of these is true of you?"),
        choices=[
            *((key, INCOMPATIBILITY_NAMES[key]) for key in Incompatibility),
            (NONE, _("None of these")),
        ],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _('Tick what is true of you, or "None of these".')},
        help_text=_(
            "They are incompatible with leading LACRALO (Operating Principles 2018, article 7.1; "
            "Rules of Procedure 2020, section 21)."
        ),
    )
    other_interests = forms.CharField(
        label=_("Other interests, and how you will handle them"),
        required=False,
        max_length=MOST_CHARACTERS,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "For example who employs you, which organisations you serve, and when you will step aside. "
            "At most 3000 characters."
        ),
    )

    who_sees = {
        "incompatibilities": _PRIVATE,
        "other_interests": _("You and the ethics committee read this."),
    }

    def clean_incompatibilities(self):
        """ "None of these" stands alone."""
        ticked = self.cleaned_data["incompatibilities"]
        if NONE in ticked and len(ticked) > 1:
            raise ValidationError(_('"None of these" cannot be ticked together with another line.'))
        return [each for each in ticked if each != NONE]
