"""What the keepers of the plan type in."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from lacralo.core.people.models import Person
from lacralo.core.texts.enums import Language
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from members.enums.plan import Priority, TaskStatus
from members.models import PlanTask, Position, Term
from members.phrases.plan import PRIORITY_NAMES, TASK_STATUS_NAMES
from members.selectors.plan import NOBODY, TaskRow, owners_in, wordings
from members.services.plan import TaskTold

_LANGUAGES = [(str(each), LANGUAGE_NAMES[each]) for each in Language]
#: One field for both kinds of owner: nobody can choose two.
_OFFICE, _PERSON = "position", "person"


class PlanFilter(forms.Form):
    """What to show of the plan; everything when nothing is chosen."""

    owner = forms.ChoiceField(label=_("Owner"), required=False)
    status = forms.ChoiceField(label=_("Status"), required=False)
    priority = forms.ChoiceField(label=_("Priority"), required=False)

    def __init__(self, *args, rows: list[TaskRow], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", _("Everybody")), *owners_in(rows), (NOBODY, _("Nobody yet"))]
        self.fields["status"].choices = [
            ("", _("Every status")),
            ("open", _("Open: to do or under way")),
            *((str(key), TASK_STATUS_NAMES[key]) for key in TaskStatus),
        ]
        self.fields["priority"].choices = [
            ("", _("Every priority")),
            *((str(key), PRIORITY_NAMES[key]) for key in Priority),
        ]

    @property
    def chosen(self) -> dict[str, str]:
        """The filters that are set and make sense; a wrong one filters nothing and is shown as wrong."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


def _day(label, **options):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, widget=widget, input_formats=["%Y-%m-%d"], required=False, **options)


class _OtherTasks(forms.ModelMultipleChoiceField):
    """Tasks by their numbers and words."""

    titles: dict[int, str] = {}

    def label_from_instance(self, task):
        """ "5. Participation indicators"."""
        return f"{task.pk}. {self.titles.get(task.pk, '')}"


class TaskForm(forms.Form):
    """A task: its words in up to four languages, who owns it, its days, what it waits for."""

    language = forms.ChoiceField(
        label=_("Language in which you write"),
        choices=_LANGUAGES,
        help_text=_("The task has to be named in it; the other languages are translations."),
    )
    owner = forms.ChoiceField(
        label=_("Owner"),
        required=False,
        help_text=_("An office, so that whoever holds it next inherits the task; or somebody by name."),
    )
    priority = forms.ChoiceField(
        label=_("Priority"), choices=[(str(key), PRIORITY_NAMES[key]) for key in Priority]
    )
    starts_on = _day(_("Starts on"), help_text=_("A day in UTC; leave it empty when nobody knows yet."))
    due_on = _day(_("Due on"), help_text=_("When this day is over, the owner is reminded once."))
    waits_for = _OtherTasks(
        PlanTask.objects.none(),
        label=_("Waits for"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Tasks that have to end before this one starts."),
    )
    note = forms.CharField(
        label=_("Notes"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args, rows: list[TaskRow], task: PlanTask | None = None, on, **kwargs):
        super().__init__(*args, initial=_initial(task), **kwargs)
        for code, named in _LANGUAGES:
            label = _("What is to be done, in %(language)s") % {"language": named}
            self.fields[f"title_{code}"] = forms.CharField(
                label=label, max_length=200, required=False, initial=wordings(task and task.title).get(code)
            )
        self.fields["owner"].choices = _owners(task, on)
        self.fields["waits_for"].queryset = PlanTask.objects.exclude(pk=task and task.pk).order_by("pk")
        self.fields["waits_for"].titles = {row.task.pk: row.title.body for row in rows}
        self._original = task.title.original_language if task else ""
        if task:
            self.fields["language"].label = _("Language of your notes and your reason")
            self.fields["language"].help_text = ""
            self.fields["reason"] = forms.CharField(
                label=_("Why do you change it?"),
                max_length=300,
                help_text=_("It stands in the history of the task, for everybody."),
            )
        titles = [name for name in self.fields if name.startswith("title_")]
        rest = ["owner", "priority", "starts_on", "due_on", "waits_for", "note"]
        self.order_fields([*titles, *rest] if task else ["language", *titles, *rest])

    def clean(self):
        """The original language needs its words; the days have to be in order."""
        typed = super().clean()
        original = self._original or typed.get("language")
        if original and not typed.get(f"title_{original}"):
            self.add_error(f"title_{original}", _("Write here what is to be done; it is the original."))
        first, last = typed.get("starts_on"), typed.get("due_on")
        if first and last and last < first:
            self.add_error("due_on", _("The task would be due before it starts."))
        return typed

    def told(self) -> TaskTold:
        """What was typed, as the service takes it."""
        typed = self.cleaned_data
        kind, _, which = typed["owner"].partition(":")
        titles = ((code, typed[f"title_{code}"]) for code, _named in _LANGUAGES)
        return TaskTold(
            language=typed["language"],
            titles={code: words for code, words in titles if words},
            note=typed["note"].replace("\r\n", "\n").strip(),
            owner_position=Position.objects.get(pk=which) if kind == _OFFICE else None,
            owner_person=Person.objects.get(pk=which) if kind == _PERSON else None,
            priority=typed["priority"],
            starts_on=typed["starts_on"],
            due_on=typed["due_on"],
            waits_for=tuple(each.pk for each in typed["waits_for"]),
        )


def _initial(task: PlanTask | None) -> dict[str, object]:
    if task is None:
        return {"language": get_language(), "priority": Priority.NORMAL}
    note = wordings(task.note)[task.note.original_language] if task.note else ""
    return {
        "language": task.note.original_language if task.note else get_language(),
        "owner": _chosen(task),
        "priority": task.priority,
        "starts_on": task.starts_on,
        "due_on": task.due_on,
        "waits_for": list(task.dependencies.values_list("waits_for_id", flat=True)),
        "note": note,
    }


def _chosen(task: PlanTask) -> str:
    if task.owner_position_id:
        return f"{_OFFICE}:{task.owner_position_id}"
    return f"{_PERSON}:{task.owner_person_id}" if task.owner_person_id else ""


def _owners(task: PlanTask | None, on) -> list:
    """Every office, and everybody who holds one on that day; who owns the task already stays among them."""
    offices = Position.objects.order_by("body__order", "order")
    people = {each.person_id: each.person.name for each in Term.objects.on(on).select_related("person")}
    if task and task.owner_person:
        people[task.owner_person_id] = task.owner_person.name
    return [
        ("", _("Nobody yet")),
        (_("Offices"), [(f"{_OFFICE}:{each.pk}", each.name) for each in offices]),
        (
            _("Persons"),
            sorted(((f"{_PERSON}:{key}", name) for key, name in people.items()), key=lambda pair: pair[1]),
        ),
    ]


class MoveForm(forms.Form):
    """Why a task is dropped or taken up again; a few words on how it went, otherwise."""

    reason = forms.CharField(
        label=_("Why?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in the history of the task, for everybody."),
    )

    def __init__(self, *args, needs_reason: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not needs_reason:
            self.fields["reason"].required = False
            self.fields["reason"].label = _("A few words on it")
