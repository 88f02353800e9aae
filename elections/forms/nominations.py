"""What nominators, nominees and candidates type in."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from elections.rules.parameters import ElectionRules
from elections.rules.statements import may_keep, plain
from elections.services.nominations import Acceptance, Newcomer
from lacralo.core.people.forms import NameField
from lacralo.core.people.models import Person
from lacralo.core.texts.enums import Language, TranslationStatus
from lacralo.core.texts.phrases import LANGUAGE_NAMES, TRANSLATION_STATUS_NAMES
from lacralo.core.verdicts.phrases import remedy, sentence
from members.models import Member

SOMEBODY_NEW = "new"
_LANGUAGES = [(str(each), LANGUAGE_NAMES[each]) for each in Language]


class ChooseMemberForm(forms.Form):
    """Whose people: the ALS of the nominee."""

    als = forms.ModelChoiceField(
        queryset=Member.objects.none(),
        to_field_name="slug",
        label=_("ALS of the person you want to nominate"),
        empty_label=_("Choose an ALS"),
    )

    def __init__(self, *args, members, among_individuals: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["als"].queryset = members
        self.fields["als"].label_from_instance = _with_country
        if among_individuals:
            self.fields["als"].label = _("Individual member whom you want to nominate")
            self.fields["als"].empty_label = _("Choose a member")


def _with_country(member: Member) -> str:
    return f"{member.name} ({member.country.name})" if member.country else member.name


class NominateForm(forms.Form):
    """Who is nominated, for which member, and why; a newcomer where the election takes one."""

    nominee = forms.ChoiceField(label=_("Whom do you nominate?"), widget=forms.RadioSelect)
    name = NameField(label=_("Name of the person"), required=False, help_text=_("Only for somebody else."))
    email = forms.EmailField(
        label=_("E-mail address of the person"),
        required=False,
        help_text=_("Only for somebody else. The link by which they accept goes there."),
    )
    language = forms.ChoiceField(
        label=_("Language of the mail to the person"),
        choices=_LANGUAGES,
        required=False,
        help_text=_("Only for somebody else."),
    )
    nominating_member = forms.ModelChoiceField(
        queryset=Member.objects.none(), label=_("You nominate for"), empty_label=None
    )
    reason = forms.CharField(
        label=_("Why this person?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("At most 1000 characters."),
    )

    who_sees = {
        "email": _("Seen by the person, by the secretary and by staff."),
        "reason": _("Seen by the nominee and by those who run the election."),
    }

    def __init__(self, *args, people, nominating, person, takes_newcomers: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        self._people = {str(each.pk): each for each in people}
        mine = _("%(name)s (you)") % {"name": person.name}
        self.fields["nominee"].choices = [
            *((key, mine if each == person else each.name) for key, each in self._people.items()),
            *([(SOMEBODY_NEW, _("Somebody else of this ALS"))] if takes_newcomers else []),
        ]
        if not takes_newcomers:
            for name in ("name", "email", "language"):
                del self.fields[name]
        self.fields["nominating_member"].queryset = nominating
        if len(nominating) == 1:
            self.fields["nominating_member"].initial = nominating[0]
            self.fields["nominating_member"].widget = forms.HiddenInput()

    def clean(self):
        """Somebody new needs a name and an address that nobody in the register has."""
        typed = super().clean()
        if typed.get("nominee") != SOMEBODY_NEW:
            return typed
        if not typed.get("name"):
            self.add_error("name", _("Give the name of the person."))
        if not typed.get("email") and "email" not in self.errors:
            self.add_error("email", _("Give the address to which the link goes."))
        elif typed.get("email") and Person.objects.filter(email__iexact=typed["email"]).exists():
            known = _("Somebody in the register has this address. Choose that person through their ALS.")
            self.add_error("email", known)
        return typed

    def nominated(self, *, time_zone: str) -> Person | Newcomer:
        """Who was named: a person of the register, or somebody new."""
        typed = self.cleaned_data
        if typed["nominee"] != SOMEBODY_NEW:
            return self._people[typed["nominee"]]
        return Newcomer(
            name=typed["name"],
            email=typed["email"],
            language=typed["language"] or Language.SPANISH,
            time_zone=time_zone,
        )


class StatementForm(forms.Form):
    """A statement within the limit that everybody has; refused, it stays on the page."""

    statement = forms.CharField(
        label=_("Your statement"),
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={"required": _("The statement is empty.")},
    )

    def __init__(self, *args, rules: ElectionRules, **kwargs):
        super().__init__(*args, **kwargs)
        self.rules = rules
        self.fields["statement"].help_text = _(
            "At most %(limit)s characters, the same for everybody and in every language."
        ) % {"limit": rules.statement_limit}

    def clean_statement(self):
        """The rules say whether it is empty or too long."""
        typed = self.cleaned_data["statement"]
        verdict = may_keep(typed, self.rules)
        if not verdict:
            raise forms.ValidationError([f"{sentence(line)} {remedy(line)}" for line in verdict.bars])
        return plain(typed)


class AcceptForm(StatementForm):
    """A yes, with all that makes a candidate."""

    language = forms.ChoiceField(label=_("Language in which you wrote it"), choices=_LANGUAGES)
    nationality = forms.ChoiceField(
        label=_("Nationality you declare for this election"),
        help_text=_("One of yours. The rules on distinct nationalities look at it."),
    )
    residence = forms.ChoiceField(label=_("Country where you live"))
    pledge = forms.BooleanField(
        label=_(
            "I pledge to be transparent in all that I do in this office, and to carry the diverse views "
            "of the region, also those that I do not share."
        ),
        error_messages={"required": _("Nobody becomes a candidate without this pledge.")},
    )

    who_sees = {
        "statement": _("Public."),
        "nationality": _("Public, for this election."),
        "residence": _("Public, for this election."),
        "pledge": _("Public."),
    }
    field_order = ("statement", "language", "nationality", "residence", "pledge")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", _("Choose a country")), *countries]
        self.fields["nationality"].choices = self.fields["residence"].choices = choices
        self.fields["pledge"].required = self.rules.pledge_required

    def acceptance(self) -> Acceptance:
        """What was said, as the service takes it."""
        typed = self.cleaned_data
        return Acceptance(
            statement=typed["statement"],
            language=typed["language"],
            has_pledged=typed["pledge"],
            nationality=typed["nationality"],
            residence=typed["residence"],
        )


class TranslationForm(StatementForm):
    """A statement in another language, and how far the translation can be trusted."""

    status = forms.ChoiceField(label=_("How far has the translation come?"), widget=forms.RadioSelect)

    who_sees = {"statement": _("Public.")}

    def __init__(self, *args, is_candidate: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["statement"].label = _("Translation")
        offered = [TranslationStatus.DRAFT, TranslationStatus.MACHINE]
        if is_candidate:
            offered.insert(0, TranslationStatus.REVIEWED)
        self.fields["status"].choices = [(str(each), TRANSLATION_STATUS_NAMES[each]) for each in offered]
