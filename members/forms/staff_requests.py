"""What is typed to ask staff, and to answer."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lacralo.core.texts.enums import Language
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from members.enums.staff_requests import RequestKind, RequestStatus
from members.phrases.staff_requests import REQUEST_KIND_NAMES, REQUEST_STATUS_NAMES
from members.rules.staff_requests import NEEDS_LINK, NEEDS_REASON
from members.services.staff_requests import RequestTold

_LANGUAGES = [(str(each), LANGUAGE_NAMES[each]) for each in Language]
_KINDS = [(str(each), REQUEST_KIND_NAMES[each]) for each in RequestKind]
_SEEN = _("Seen by you, by the secretary and by staff. Everybody sees how many requests there are.")
_SEEN_BY_THEM = _("Seen by who asked, by the secretary and by staff.")


class AskForm(forms.Form):
    """What is asked for, from which language into which, for what, and until when."""

    kind = forms.ChoiceField(label=_("What do you need?"), choices=_KINDS, widget=forms.RadioSelect)
    from_language = forms.ChoiceField(label=_("Language of the text or the meeting"), choices=_LANGUAGES)
    languages = forms.MultipleChoiceField(
        label=_("Into which languages?"),
        choices=_LANGUAGES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Each language is a request of its own. A transcription stays in its language."),
    )
    purpose = forms.CharField(
        label=_("What is it for?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Which meeting or text it is, how long it is, who needs it."),
    )
    link = forms.URLField(
        label=_("Link to the text or the meeting"), required=False, assume_scheme="https", max_length=200
    )
    needed_by = forms.DateField(
        label=_("Needed by"),
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        input_formats=["%Y-%m-%d"],
        help_text=_("A day in UTC. Leave it empty when it does not matter."),
    )

    who_sees = {"purpose": _SEEN, "link": _SEEN}

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, initial={"from_language": get_language()}, **kwargs)
        self._today = today

    def clean(self):
        """Into another language, unless it is a transcription; not until a day that is over."""
        typed = super().clean()
        if typed.get("kind") != RequestKind.TRANSCRIPTION:
            self._check_languages(typed)
        if typed.get("needed_by") and typed["needed_by"] < self._today:
            self.add_error("needed_by", _("This day is over."))
        return typed

    def _check_languages(self, typed) -> None:
        if "languages" not in self.errors and not typed.get("languages"):
            self.add_error("languages", _("Choose at least one language."))
        elif typed.get("from_language") in typed.get("languages", ()):
            self.add_error("languages", _("It would go from a language into the same one."))

    def told(self) -> RequestTold:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        stays = typed["kind"] == RequestKind.TRANSCRIPTION
        return RequestTold(
            kind=RequestKind(typed["kind"]),
            from_language=typed["from_language"],
            languages=(typed["from_language"],) if stays else tuple(typed["languages"]),
            purpose=typed["purpose"],
            purpose_language=get_language(),
            link=typed["link"],
            needed_by=typed["needed_by"],
        )


class QueueFilter(forms.Form):
    """Which requests to show; what waits when nothing is chosen."""

    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("All languages")), *_LANGUAGES]
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("Every kind")), *_KINDS])
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[
            ("", _("Every status")),
            ("waiting", _("Waiting: asked, accepted or under way")),
            *((str(each), REQUEST_STATUS_NAMES[each]) for each in RequestStatus),
        ],
    )

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are set and make sense; a wrong one filters nothing and is shown as wrong."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class MoveRequestForm(forms.Form):
    """A few words for who asked; the address of what was done."""

    link = forms.URLField(
        label=_("Where is it?"),
        max_length=200,
        assume_scheme="https",
        help_text=_("The link to the file, the recording or the meeting with its interpretation."),
    )
    words = forms.CharField(label=_("A few words"), max_length=1000, widget=forms.Textarea(attrs={"rows": 4}))

    who_sees = {
        "link": _("Seen by who asked, by the secretary and by staff."),
        "words": _("Seen by who asked, by the secretary and by staff."),
    }

    def __init__(self, *args, move: str, **kwargs):
        super().__init__(*args, **kwargs)
        if move not in NEEDS_LINK:
            del self.fields["link"]
        if move in NEEDS_REASON:
            self.fields["words"].label = _("Why not, and what can be done instead?")
        else:
            self.fields["words"].required = False
