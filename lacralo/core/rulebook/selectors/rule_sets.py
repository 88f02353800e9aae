"""Rule sets and their parameters, as the pages show them."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.functional import Promise

from lacralo.core.audit import Act
from lacralo.core.audit.models import Entry
from lacralo.core.people.models import Person
from lacralo.core.rulebook.enums import Standing
from lacralo.core.rulebook.models import DocumentVersion, NoRuleSet, RuleSet
from lacralo.core.rulebook.phrases import STANDING_NAMES
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
