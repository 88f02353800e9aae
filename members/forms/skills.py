"""Forms of the skills directory: what to look for, and what a person says of themselves."""

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_countries import countries

from lacralo.core.people.models import Person
from lacralo.core.texts.enums import Language
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from members.enums.skills import Audience, Level, SkillField, Willing, WorkingLanguage
from members.models import Profile, SkillSheet
from members.models.skills import MOST_HOURS
from members.phrases.skills import AUDIENCE_NAMES, LEVEL_NAMES, WILLING_NAMES, WORKING_LANGUAGE_NAMES
from members.phrases.topics import topic_choices
from members.services.skills import Skills

_OFFICERS_ALWAYS = _("Those you choose in the next question see this. You and officers always do.")


class SkillFilter(forms.Form):
    """Whom to look for; everybody when nothing is chosen."""

    topic = forms.ChoiceField(label=_("Topic"), required=False)
    language = forms.ChoiceField(label=_("Working language"), required=False)
    willing = forms.ChoiceField(label=_("Willing to"), required=False)
    country = forms.ChoiceField(label=_("Country"), required=False)

    def __init__(self, *args, **kwargs):
        """The names are those of the reader's language."""
        super().__init__(*args, **kwargs)
        choices = {
            "topic": (_("All topics"), topic_choices()),
            "language": (_("Every language"), WORKING_LANGUAGE_NAMES.items()),
            "willing": (pgettext_lazy("willing", "Anything"), WILLING_NAMES.items()),
            "country": (_("All countries"), countries),
        }
        for name, (nothing, named) in choices.items():
            self.fields[name].choices = [("", nothing), *named]

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are set and make sense; a wrong one filters nothing and is shown as wrong."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def _audience_field(label) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=list(AUDIENCE_NAMES.items()))


def language_field_name(language: WorkingLanguage) -> str:
    """The field in which the level of a language is chosen."""
    return f"language_{language.replace('-', '_')}"


class SkillForm(forms.Form):
    """What a person can do and is willing to do; after each question, who sees the answer."""

    topics = forms.MultipleChoiceField(
        label=_("Topics on which you work or want to work"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=topic_choices,
    )
    topics_audience = _audience_field(_("Who sees your topics"))
    languages_audience = _audience_field(_("Who sees your languages"))
    willing = forms.MultipleChoiceField(
        label=_("What you are willing to be asked for"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=list(WILLING_NAMES.items()),
        help_text=_("To be asked is not to have agreed: you can always say no."),
    )
    willing_audience = _audience_field(_("Who sees what you are willing to do"))
    about = forms.CharField(
        label=_("In your own words"),
        required=False,
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What you have done or studied, in your language; 600 characters at most."),
    )
    about_language = forms.ChoiceField(label=_("Language of this text"), choices=list(LANGUAGE_NAMES.items()))
    about_audience = _audience_field(_("Who sees this text"))
    hours = forms.IntegerField(
        label=_("Hours a month you can give"),
        required=False,
        validators=[
            MinValueValidator(1, _("One hour at least, or leave it empty.")),
            MaxValueValidator(MOST_HOURS, _("More hours than a month of work has.")),
        ],
    )
    hours_audience = _audience_field(_("Who sees your hours"))
    country = forms.ChoiceField(label=_("Country from which you work"), required=False)
    country_audience = _audience_field(_("Who sees this country"))
    consent = forms.BooleanField(
        label=_(
            "I agree that the directory shows what I say here to those I chose, until I change or remove it."
        ),
        error_messages={"required": _("Without your agreement nothing is written down.")},
    )

    who_sees = {name: _OFFICERS_ALWAYS for name in ("topics", "willing", "about", "hours", "country")}

    def __init__(self, *args, is_new: bool, **kwargs):
        """`is_new`: the person is not in the directory yet, and is asked whether they agree."""
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", _("I do not say")), *countries]
        levels = [("", _("no")), *LEVEL_NAMES.items()]
        for language in WorkingLanguage:
            self.fields[language_field_name(language)] = forms.ChoiceField(
                label=WORKING_LANGUAGE_NAMES[language], choices=levels, required=False
            )
        spoken = [language_field_name(language) for language in WorkingLanguage]
        self.who_sees = self.who_sees | dict.fromkeys(spoken, _OFFICERS_ALWAYS)
        names = list(self.fields)
        self.order_fields(["topics", "topics_audience", *spoken, *names])
        if not is_new:
            del self.fields["consent"]

    def clean(self):
        """Something has to be said."""
        cleaned = super().clean()
        if not self.errors and not self.skills.says_something:
            self.add_error(
                None, _("Nothing is said yet: choose a topic, a language or a willingness, or write a text.")
            )
        return cleaned

    @property
    def skills(self) -> Skills:
        """What was said; asked of a form without errors."""
        said = self.cleaned_data
        levels = {each: said[language_field_name(each)] for each in WorkingLanguage}
        return Skills(
            audiences={each: Audience(said[f"{each}_audience"]) for each in SkillField},
            topics=tuple(said["topics"]),
            languages={each: Level(level) for each, level in levels.items() if level},
            willing=tuple(Willing(each) for each in said["willing"]),
            about=said["about"].strip(),
            about_language=said["about_language"],
            hours=said["hours"],
            country=said["country"],
        )

    @property
    def has_consented(self) -> bool:
        """Whether the person agreed in this form."""
        return bool(self.cleaned_data.get("consent"))

    @staticmethod
    def answers_of(sheet: SkillSheet | None, person: Person, profile: Profile) -> dict[str, object]:
        """The answers as they stand; for who is new, those the profile already gives."""
        if sheet is None:
            first = SkillSheet()
            answers: dict[str, object] = {
                "about_language": person.language,
                "country": profile.residence.code or "",
                language_field_name(WorkingLanguage(person.language)): Level.NATIVE,
            }
        else:
            first, lines = sheet, list(sheet.lines.all())
            answers = {
                "about": sheet.about,
                "about_language": sheet.about_language or Language.SPANISH,
                "hours": sheet.hours,
                "country": sheet.country.code or "",
                **{
                    str(each): [line.key for line in lines if line.field == each]
                    for each in (SkillField.TOPICS, SkillField.WILLING)
                },
                **{
                    language_field_name(WorkingLanguage(line.key)): line.level for line in lines if line.level
                },
            }
        return answers | {f"{each}_audience": first.audience_of(each) for each in SkillField}
