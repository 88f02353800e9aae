"""Rule sets and their parameters, as the pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lacralo.core.audit import Act
from lacralo.core.audit.models import Entry
from lacralo.core.people.models import Person
from lacralo.core.rulebook.enums import Standing
from lacralo.core.rulebook.models import DocumentVersion, NoRuleSet, ParameterChange, RuleSet
from lacralo.core.rulebook.parameters import LEFT_OPEN, Parameter, declared, encoded, parameters_of
from lacralo.core.rulebook.phrases import APP_NAMES, STANDING_NAMES, value_in_words, words_of
from lacralo.core.texts.selectors import Reading, readings
from lacralo.core.verdicts import Line
from lacralo.core.verdicts.phrases import sentence

_TONES = {
    Standing.DRAFT: "warn",
    Standing.TO_COME: "info",
    Standing.GOVERNS: "good",
    Standing.NO_LONGER: "plain",
}


@dataclass(frozen=True)
class Listed:
    """A rule set in the list, as it stands on the day asked about."""

    rule_set: RuleSet
    standing: Standing
    note: Reading | None

    @property
    def standing_name(self) -> str | Promise:
        """The standing in words."""
        return STANDING_NAMES[self.standing]

    @property
    def tone(self) -> str:
        """The tone of its tag."""
        return _TONES[self.standing]


@dataclass(frozen=True)
class RuleSetRead(Listed):
    """A rule set with the versions in force together, each with the title of its document."""

    versions: tuple[tuple[Reading, DocumentVersion], ...] = ()


@dataclass(frozen=True)
class Step:
    """Something done to a rule set as the chain has it; `by` is empty where the portal itself did it."""

    at: datetime
    act: Act
    by: str

    @property
    def words(self) -> str:
        """The act as a sentence."""
        return sentence(Line(self.act, passed=True))


@dataclass(frozen=True)
class Value:
    """What one rule set says on one parameter, and why."""

    words: str
    stored: object
    article: str
    is_left_open: bool
    change: ParameterChange | None = None


@dataclass(frozen=True)
class Row:
    """A parameter with its values in one rule set, or in several side by side."""

    key: str
    label: str | Promise
    sentence: str
    values: tuple[Value, ...]

    @property
    def value(self) -> Value:
        """The value in the first rule set asked for."""
        return self.values[0]

    @property
    def differs(self) -> bool:
        """Whether the rule sets disagree."""
        return any(value.stored != self.values[0].stored for value in self.values)


@dataclass(frozen=True)
class Section:
    """The parameters of one part of the portal."""

    app: str
    name: str | Promise
    rows: tuple[Row, ...]


def listed(day: date, language: str) -> tuple[Listed, ...]:
    """Every rule set, oldest first and drafts last, with how it stands on `day` (a UTC day)."""
    rule_sets = RuleSet.objects.select_related("note").in_order()
    notes = readings((each.note for each in rule_sets), language)
    return tuple(Listed(each, each.standing_on(day), notes.get(each.note_id)) for each in rule_sets)


def governing(day: date) -> RuleSet | None:
    """The rule set in force on `day` (a UTC day), for a page that can say that there was none."""
    try:
        return RuleSet.objects.in_force_on(day)
    except NoRuleSet:
        return None


def in_order() -> tuple[RuleSet, ...]:
    """Every rule set, oldest first and drafts last."""
    return tuple(RuleSet.objects.in_order())


def pair(one: str | None, other: str | None, day: date) -> tuple[RuleSet | None, RuleSet | None]:
    """The rule sets with these slugs; unasked, the one in force on `day` (a UTC day) and the latest other."""
    everyone = in_order()
    by_slug = {each.slug: each for each in everyone}
    latest_first = tuple(reversed(everyone))
    first = by_slug.get(one) or governing(day) or next(iter(latest_first), None)
    return first, by_slug.get(other) or next((each for each in latest_first if each != first), first)


def rule_set_read(rule_set: RuleSet, day: date, language: str) -> RuleSetRead:
    """A rule set as one reader sees it on `day` (a UTC day); needs `note`."""
    notes = readings([rule_set.note], language)
    return RuleSetRead(
        rule_set=rule_set,
        standing=rule_set.standing_on(day),
        note=notes.get(rule_set.note_id),
        versions=_versions_in(rule_set, language),
    )


def _versions_in(rule_set: RuleSet, language: str) -> tuple[tuple[Reading, DocumentVersion], ...]:
    versions = tuple(rule_set.versions.select_related("document__title").order_by("document__pk", "pk"))
    titles = readings((version.document.title for version in versions), language)
    return tuple((titles[version.document.title_id], version) for version in versions)


def sheet(*rule_sets: RuleSet) -> tuple[Section, ...]:
    """Every declared parameter with its value in each of the rule sets, in words, with its article."""
    changes = _last_changes(rule_sets)
    return tuple(
        Section(
            app,
            APP_NAMES.get(app, app),
            tuple(_row(parameter, rule_sets, changes) for parameter in parameters_of(app).values()),
        )
        for app in declared()
    )


def _row(parameter: Parameter, rule_sets, changes: Mapping[tuple[int, str, str], ParameterChange]) -> Row:
    words = words_of(parameter.app, parameter.key)
    return Row(
        parameter.key,
        words.label,
        str(words.sentence) or (_(parameter.sentence) if parameter.sentence else ""),
        tuple(
            _value(parameter, rule_set, changes.get((rule_set.pk, parameter.app, parameter.key)))
            for rule_set in rule_sets
        ),
    )


def _value(parameter: Parameter, rule_set: RuleSet, change: ParameterChange | None) -> Value:
    app, key = parameter.app, parameter.key
    chosen = rule_set.parameters.get(app, {})
    cited = rule_set.citations.get(app, {})
    stored = chosen.get(key, encoded(parameter.default))
    article = cited.get(key, parameter.article)
    return Value(
        words=value_in_words(app, key, stored),
        stored=stored,
        article=article,
        is_left_open=article == LEFT_OPEN,
        change=change,
    )


def _last_changes(rule_sets) -> dict[tuple[int, str, str], ParameterChange]:
    changes = ParameterChange.objects.filter(rule_set__in=rule_sets).select_related("by").order_by("at", "pk")
    return {(change.rule_set_id, change.app, change.key): change for change in changes}


def past_of(rule_set: RuleSet) -> tuple[Step, ...]:
    """Who drafted and who published the rule set, oldest first, from the audit chain."""
    acts = (Act.RULE_SET_DRAFTED, Act.RULE_SET_PUBLISHED)
    entries = tuple(Entry.objects.about(rule_set).filter(act__in=acts).in_order())
    names = dict(
        Person.objects.filter(pk__in=[each.actor_id for each in entries if each.actor_id]).values_list(
            "pk", "name"
        )
    )
    return tuple(
        Step(each.at, Act(each.act), names.get(int(each.actor_id), "") if each.actor_id else "")
        for each in entries
    )
