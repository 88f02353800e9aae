"""What is typed around a secret vote: codes, choices, trackers, reasons, days."""

from base64 import b64decode

from django import forms
from django.utils.translation import gettext_lazy as _

from lacralo.core.people.models import Person


class SecretTextarea(forms.Textarea):
    """A field whose content never comes back into a page: what was typed is a secret."""

    def format_value(self, value):
        """Nothing, whatever was typed."""
        return None


class CodeForm(forms.Form):
    """The twelve words of a code, as they stand on the paper."""

    code = forms.CharField(
        label=_("Your twelve words"),
        max_length=400,
        widget=SecretTextarea(
            attrs={"rows": 3, "autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
        help_text=_(
            "In the order of the paper, with spaces between them. Capitals and accents do not matter."
        ),
    )


class LayerForm(CodeForm):
    """The code with which a layer is removed, and how many openings had ended before."""

    ended_before = forms.IntegerField(required=False, widget=forms.HiddenInput)


class SealedBallotForm(forms.Form):
    """The choice of one member as a line of the ballot, and a random number that makes the ballot one.

    What is sent is the number of the line, two digits for every choice, so that its length says nothing.
    """

    line = forms.ChoiceField(label=_("Your choice"), widget=forms.RadioSelect)
    token = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)

    def __init__(self, *args, labels, **kwargs):
        super().__init__(*args, **kwargs)
        self.by_line = {f"{number:02}": choice for number, choice in enumerate(labels, 1)}
        self.fields["line"].choices = list(zip(self.by_line, labels.values(), strict=True))
        self.fields["line"].error_messages["required"] = _("Choose one line; to abstain is a choice too.")

    @property
    def choice(self) -> str:
        """The choice behind the line; the form is valid."""
        return self.by_line[self.cleaned_data["line"]]


class SavedFileForm(forms.Form):
    """The file of a recount on its way from the page to the disk, in base64; nothing is kept of it."""

    content = forms.CharField(max_length=1_000_000, widget=forms.HiddenInput(attrs={"autocomplete": "off"}))

    def clean_content(self):
        """The file itself."""
        try:
            return b64decode(self.cleaned_data["content"], altchars=b"-_", validate=True)
        except ValueError as error:
            raise forms.ValidationError(_("This is not the file of the page.")) from error


class TrackerForm(forms.Form):
    """The tracker of one envelope."""

    tracker = forms.RegexField(
        regex=r"^[0-9a-f]{64}$",
        label=_("Tracker"),
        max_length=100,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off", "spellcheck": "false"}),
        help_text=_("The 64 letters and digits that you noted when you voted. Spaces do not matter."),
        error_messages={"invalid": _("A tracker has 64 characters: digits, and the letters a to f.")},
    )

    def __init__(self, data=None, *args, **kwargs):
        if data is not None:
            data = {"tracker": "".join(data.get("tracker", "").split()).lower()}
        super().__init__(data, *args, **kwargs)


class ScrutineerForm(forms.Form):
    """Whom to name, among those who hold the office."""

    person = forms.ModelChoiceField(label=_("Scrutineer of LACRALO"), queryset=None, empty_label=None)

    def __init__(self, *args, people: list[Person], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = Person.objects.filter(pk__in=[each.pk for each in people]).order_by(
            "name"
        )


class PostponeForm(forms.Form):
    """The new day, and why."""

    opens_on = forms.DateField(
        label=_("The vote opens on"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("At 00:00 UTC of that day; the vote keeps its length, and what follows moves with it."),
    )
    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everybody reads it."),
    )


class OfficerReasonForm(forms.Form):
    """Why a place is barred."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("For those who run the election: public is who was barred, not why."),
    )
