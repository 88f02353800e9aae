"""What is typed in around a meeting: items, notes, decisions, actions, minutes."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lacralo.core.people.models import Person
from lacralo.core.texts.enums import Language
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from members.enums.minutes import ItemOutcome
from members.models import Body, Position, Term
from members.phrases.decisions import ACTION_STATUS_NAMES, HOW_NAMES
from members.phrases.sittings import OUTCOME_NAMES

LANGUAGES = [(str(each), LANGUAGE_NAMES[each]) for each in Language]
_OFFICE, _PERSON = "position", "person"


def words(enum_names) -> list[tuple[str, object]]:
    """The choices of a list of names."""
    return [(str(key), name) for key, name in enum_names.items()]


class DayField(forms.DateField):
    """A day of the rules (UTC), with the browser's own calendar where it has one."""

    def __init__(self, **kwargs):
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], **kwargs)


class InALanguage(forms.Form):
    """Something written in a language: the reader's, until they say otherwise."""

    language = forms.ChoiceField(label=_("Language in which you write"), choices=LANGUAGES)

    def __init__(self, *args, **kwargs):
        kwargs["initial"] = {"language": get_language()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name != "language"] + ["language"])


class ProposeForm(InALanguage):
    """An item that a member proposes."""

    title = forms.CharField(
        label=_("What is it about?"), max_length=200, help_text=_("In a few words, for everybody to read.")
    )
    minutes = forms.IntegerField(label=_("Minutes foreseen"), min_value=1, max_value=240, required=False)


class AddItemForm(ProposeForm):
    """An item that the secretary adds; late, it needs the consent of the meeting."""

    has_consent = forms.BooleanField(
        label=_("The agenda is closed; the meeting consents to this late item."), required=False
    )

    def __init__(self, *args, is_closed: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_closed:
            del self.fields["has_consent"]


class NotesForm(InALanguage):
    """What was said on an item, and what became of it."""

    notes = forms.CharField(
        label=_("Notes"), max_length=6000, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    outcome = forms.ChoiceField(
        label=_("What became of it"), required=False, widget=forms.RadioSelect,
        choices=[("", _("Not yet known")), *words(OUTCOME_NAMES)],
    )  # fmt: skip

    def clean(self):
        """What was dealt with says something."""
        typed = super().clean()
        if typed.get("outcome") == ItemOutcome.DEALT_WITH and not typed.get("notes", "").strip():
            self.add_error("notes", _("Write in a sentence or two what was said; the minutes need it."))
        return typed


class DecisionForm(InALanguage):
    """What was decided, and how."""

    text = forms.CharField(
        label=_("Decision"), max_length=3000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("It enters the public register and is never changed; a later one can replace it."),
    )  # fmt: skip
    how = forms.ChoiceField(label=_("How it was taken"), choices=words(HOW_NAMES), widget=forms.RadioSelect)
    article = forms.CharField(
        label=_("Article"),
        max_length=60,
        required=False,
        help_text=_("The rule it rests on, for example OP 11.3."),
    )

    who_sees = {"text": _("Public.")}


class BodyDecisionForm(DecisionForm):
    """A decision of a body outside of a meeting held here."""

    body = forms.ModelChoiceField(label=_("Body"), queryset=Body.objects.none())
    decided_on = DayField(label=_("Decided on"), help_text=_("A day in UTC."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = Body.objects.order_by("order")
        self.order_fields(["body", "decided_on", *self.fields])


class OwnerField(forms.ChoiceField):
    """An office or a person who holds one."""

    def __init__(self, **kwargs):
        help_text = _("An office, so that whoever holds it next inherits the action; or somebody by name.")
        super().__init__(label=_("Owner"), help_text=help_text, **kwargs)

    def fill(self, people, on) -> None:
        """Every office, and these people besides those who hold one on that day."""
        offices = Position.objects.order_by("body__order", "order")
        named = {each.pk: each.name for each in people}
        named |= {each.person_id: each.person.name for each in Term.objects.on(on).select_related("person")}
        self.choices = [
            ("", "---------"),
            (_("Offices"), [(f"{_OFFICE}:{each.pk}", each.name) for each in offices]),
            (
                _("Persons"),
                sorted(((f"{_PERSON}:{key}", name) for key, name in named.items()), key=lambda p: p[1]),
            ),
        ]


def owner_of(typed: str) -> dict:
    """What was chosen as an owner, as the services take it."""
    kind, _, which = typed.partition(":")
    return {
        "owner_position": Position.objects.get(pk=which) if kind == _OFFICE else None,
        "owner_person": Person.objects.get(pk=which) if kind == _PERSON else None,
    }


class ActionForm(InALanguage):
    """What is to be done, by whom and until when."""

    what = forms.CharField(
        label=_("What is to be done?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    owner = OwnerField()
    due_on = DayField(
        label=_("Due on"), help_text=_("A day in UTC; the owner is reminded before and after it.")
    )

    who_sees = {"what": _("Public.")}

    def __init__(self, *args, people=(), on, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].fill(people, on)
        self.fields["due_on"].widget.attrs["min"] = f"{on:%Y-%m-%d}"


class ChangeActionForm(forms.Form):
    """Another owner, another day."""

    owner = OwnerField()
    due_on = DayField(
        label=_("Due on"), help_text=_("A day in UTC; the owner is reminded before and after it.")
    )

    def __init__(self, *args, on, people=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].fill(people, on)


class MoveActionForm(InALanguage):
    """The evidence of what was done, or the reason why it is dropped or taken up again."""

    note = forms.CharField(max_length=500, widget=forms.Textarea(attrs={"rows": 3}))

    who_sees = {"note": _("Public.")}

    def __init__(self, *args, is_evidence: bool, **kwargs):
        super().__init__(*args, **kwargs)
        label = _("Where can the result be seen?") if is_evidence else _("Why?")
        self.fields["note"].label = label


class DecisionFilter(forms.Form):
    """What to show of the register of decisions; everything when nothing is chosen."""

    search = forms.CharField(label=_("Words"), required=False, max_length=100)
    body = forms.ChoiceField(label=_("Who decided"), required=False)
    year = forms.TypedChoiceField(label=_("Year"), required=False, coerce=int, empty_value=None)

    def __init__(self, *args, bodies, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = [("", _("Everybody")), *bodies]
        self.fields["year"].choices = [("", _("Every year")), *((year, year) for year in years)]

    @property
    def chosen(self) -> dict[str, object]:
        """The filters that are set and make sense."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class ActionFilter(forms.Form):
    """Which actions to show."""

    status = forms.ChoiceField(label=_("Status"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [("", _("Every status")), *words(ACTION_STATUS_NAMES)]

    @property
    def chosen(self) -> str:
        """The status that is asked for; empty for all."""
        return self.cleaned_data["status"] if self.is_valid() else ""


class WhyForm(InALanguage):
    """A reason or an objection in a few sentences."""

    text = forms.CharField(max_length=500, widget=forms.Textarea(attrs={"rows": 4}))

    who_sees = {"text": _("Public, with your name.")}

    def __init__(self, *args, label, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label
