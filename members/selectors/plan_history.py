"""What happened to a task of the plan, in words."""

from dataclasses import dataclass
from datetime import date, datetime

from lacralo.core.audit.selectors import act_words
from lacralo.core.moments import day_text
from lacralo.core.people.models import Person
from lacralo.core.texts.phrases import LANGUAGE_NAMES
from members.enums.plan import PlanField
from members.models import PlanChange, PlanTask, Position
from members.phrases.plan import FIELD_NAMES, PRIORITY_NAMES, TASK_STATUS_NAMES
from members.selectors.plan import titles_of

_DAYS = (PlanField.STARTS_ON, PlanField.DUE_ON)


@dataclass(frozen=True)
class FieldTold:
    """One field of a task, before and after, in words; empty for nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class ChangeTold:
    """One change: what, when, by whom (empty for what was delivered), why and in which language."""

    words: str
    at: datetime
    by: str
    reason: str
    language: str
    fields: tuple[FieldTold, ...]


def history_of(task: PlanTask, language: str) -> list[ChangeTold]:
    """Every change of the task, newest first."""
    changes = list(task.changes.select_related("by").order_by("-at", "-pk"))
    words = _Words.of(changes, language)
    return [
        ChangeTold(
            words=act_words(each.act),
            at=each.at,
            by=each.by.name if each.by else "",
            reason=each.reason,
            language=each.language,
            fields=tuple(
                FieldTold(words.name(key), words.value(key, before), words.value(key, after))
                for key, (before, after) in each.changes.items()
            ),
        )
        for each in changes
    ]


@dataclass(frozen=True)
class _Words:
    """The words behind the codes and keys that changes keep."""

    people: dict[str, str]
    offices: dict[str, str]
    titles: dict[int, str]

    @classmethod
    def of(cls, changes: list[PlanChange], language: str) -> "_Words":
        owners = {owner for each in changes for owner in each.changes.get(PlanField.OWNER, ()) if owner}
        people = [key.removeprefix("person:") for key in owners if key.startswith("person:")]
        keys = {
            key
            for each in changes
            for keys in each.changes.get(PlanField.WAITS_FOR, ())
            for key in keys or ()
        }
        return cls(
            people={str(each.pk): each.name for each in Person.objects.filter(pk__in=people)},
            offices={each.key: each.name for each in Position.objects.all()},
            titles=titles_of(keys, language),
        )

    def name(self, key: str) -> str:
        """What a field is called; a title carries its language."""
        field, _, language = key.partition(":")
        named = str(FIELD_NAMES[PlanField(field)])
        return f"{named} ({LANGUAGE_NAMES[language]})" if language else named

    def value(self, key: str, value) -> str:
        """What a field says."""
        if not value:
            return ""
        field = key.partition(":")[0]
        if field in _DAYS:
            return day_text(date.fromisoformat(value))
        named = {
            PlanField.STATUS: lambda: str(TASK_STATUS_NAMES[value]),
            PlanField.PRIORITY: lambda: str(PRIORITY_NAMES[value]),
            PlanField.OWNER: lambda: self._owner(value),
            PlanField.WAITS_FOR: lambda: "; ".join(f"{each}. {self.titles.get(each, '')}" for each in value),
        }
        return named[field]() if field in named else value

    def _owner(self, key: str) -> str:
        kind, _, which = key.partition(":")
        return (self.offices if kind == "position" else self.people).get(which, "")
