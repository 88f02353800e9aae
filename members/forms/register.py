"""Forms of the acts by which the register is kept (in the admin)."""

from zoneinfo import available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from lacralo.core.people.forms import NameField
from lacralo.core.people.models import DEFAULT_ZONE, Person
from members.enums import EndReason, MemberKind, MemberStatus, Role, Subregion
from members.models import Member, Position
from members.phrases import END_REASON_NAMES, KIND_NAMES, ROLE_NAMES, STATUS_NAMES, SUBREGION_NAMES
from members.rules.import_file import MOST_BYTES, is_partial_date


def _day(label, **options):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, input_formats=["%Y-%m-%d"], **options)


def _reason():
    return forms.CharField(label=_("Reason or decision"), max_length=300)


class _PersonField(forms.ModelChoiceField):
    """A person by name; the address tells two of the same name apart."""

    def __init__(self, **options):
        super().__init__(Person.objects.order_by("name"), label=_("Person"), **options)

    def label_from_instance(self, person):
        return f"{person.name} ({person.email})" if person.email else person.name


class _CountryForm(forms.Form):
    """The names of the countries are those of the reader's language."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", _("Not known")), *countries]


class MemberForm(_CountryForm):
    """A member that enters the register."""

    name = NameField(label=_("Name"))
    kind = forms.ChoiceField(label=_("Kind"), choices=[(key, KIND_NAMES[key]) for key in MemberKind])
    country = forms.ChoiceField(label=_("Country"), required=False)
    website = forms.URLField(label=_("Web site"), required=False, assume_scheme="https")
    accredited_on = forms.CharField(
        label=_("Accredited on"),
        required=False,
        max_length=10,
        help_text=_("As exact as the source: a year, a month (2008-05) or a day (2008-05-14)."),
    )
    status = forms.ChoiceField(label=_("Status"), choices=[(key, STATUS_NAMES[key]) for key in MemberStatus])
    status_start = _day(_("Status from"), required=False, help_text=_("Leave empty when it is not known."))
    reason = _reason()
    note = forms.CharField(label=_("Note"), required=False, max_length=300)

    def clean_accredited_on(self):
        """A year, a month or a day of the calendar."""
        text = self.cleaned_data["accredited_on"]
        if text and not is_partial_date(text):
            raise ValidationError(_("Write a year, a month (2008-05) or a day (2008-05-14)."))
        return text


class MemberChangeForm(_CountryForm):
    """The entry of a member, put right."""

    name = NameField(label=_("Name"))
    country = forms.ChoiceField(label=_("Country"), required=False)
    website = forms.URLField(label=_("Web site"), required=False, assume_scheme="https")
    note = forms.CharField(label=_("Note"), required=False, max_length=300)
    reason = _reason()


class StatusForm(forms.Form):
    """Another status."""

    status = forms.ChoiceField(label=_("Status"), choices=[(key, STATUS_NAMES[key]) for key in MemberStatus])
    start = _day(_("From"))
    reason = _reason()


class RepresentationForm(forms.Form):
    """A person begins to act for the member."""

    person = _PersonField()
    role = forms.ChoiceField(label=_("Role"), choices=[(key, ROLE_NAMES[key]) for key in Role])
    start = _day(_("From"))
    end = _day(_("Until (not included)"), required=False)


class ReplacementForm(forms.Form):
    """A person takes over the member's vote."""

    person = _PersonField()
    start = _day(_("From"))
    reason = _reason()


class RepresentationEndForm(forms.Form):
    """A representation ends."""

    end = _day(_("First day without it"))
    reason = _reason()


class TermForm(forms.Form):
    """A person begins a term of office."""

    position = forms.ModelChoiceField(
        Position.objects.select_related("body").order_by("body__order", "order"), label=_("Office")
    )
    person = _PersonField()
    member = forms.ModelChoiceField(
        Member.objects.order_by("search_name"), label=_("Member they come from"), required=False
    )
    start = _day(_("From"))
    end = _day(_("Until (not included)"), required=False)
    source = forms.CharField(label=_("Decision or source"), max_length=300)


class TermEndForm(forms.Form):
    """A term of office ends."""

    end = _day(_("First day without it"))
    reason = forms.ChoiceField(
        label=_("Why it ended"), choices=[(key, END_REASON_NAMES[key]) for key in EndReason]
    )


class SubregionForm(_CountryForm):
    """A country belongs to a sub-region."""

    country = forms.ChoiceField(label=_("Country"))
    subregion = forms.ChoiceField(
        label=_("Sub-region"), choices=[(key, f"{key} · {SUBREGION_NAMES[key]}") for key in Subregion]
    )
    source = forms.CharField(label=_("Decision or source"), max_length=300)


class PersonForm(forms.Form):
    """A person becomes known to the portal."""

    name = NameField(label=_("Name"))
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("With it the person can sign in by a code sent to it."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=Person.Language.choices)
    time_zone = forms.CharField(label=_("Time zone"), initial=DEFAULT_ZONE, max_length=64)

    def clean_email(self):
        """One address is one person."""
        email = self.cleaned_data["email"].lower()
        if email and Person.objects.filter(email__iexact=email).exists():
            raise ValidationError(_("A person with this address is already known."))
        return email or None

    def clean_time_zone(self):
        """A zone that exists."""
        zone = self.cleaned_data["time_zone"]
        if zone not in available_timezones():
            raise ValidationError(_("There is no such time zone. Write it like America/Bogota."))
        return zone


class UploadForm(forms.Form):
    """A file of members."""

    file = forms.FileField(
        label=_("CSV file"),
        help_text=_(
            "UTF-8, separated by commas. Columns: "
            "name, country_iso2, website, status, accredited_on, subregion."
        ),
    )

    def clean_file(self):
        """Not larger than a file of members can be."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than %(most)s kB.") % {"most": MOST_BYTES // 1000})
        return file
