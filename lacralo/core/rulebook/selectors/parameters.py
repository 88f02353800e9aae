"""The parameters of rule sets, as the pages show them: value, article, and who set it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from lacralo.core.rulebook.citations import anchor, cited
from lacralo.core.rulebook.models import DocumentVersion, ParameterChange, RuleSet, RuleSetVersion
from lacralo.core.rulebook.parameters import LEFT_OPEN, Parameter, declared, encoded, parameters_of
from lacralo.core.rulebook.phrases import APP_NAMES, value_in_words, words_of


@dataclass(frozen=True)
class Value:
    """What one rule set says on one parameter, why, and the `address` of the article where it is held."""

    words: str
    stored: object
    article: str
    is_left_open: bool
    change: ParameterChange | None = None
    address: str = ""


@dataclass(frozen=True)
class Row:
    """A parameter with its values in one rule set, or in several side by side."""

    key: str
    label: str | Promise
    sentence: str
    values: tuple[Value, ...]
    tried_at: str = ""

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


@dataclass(frozen=True)
class _Sources:
    """What the values of some rule sets hang on: the last changes, and the versions that can be cited."""

    changes: Mapping[tuple[int, str, str], ParameterChange]
    named: Mapping[tuple[str, str], DocumentVersion]
    in_set: Mapping[tuple[int, str], DocumentVersion]

    def address_of(self, article: str, rule_set: RuleSet) -> str:
        """Where the cited article is held; empty when its version is not in the rulebook."""
        citation = cited(article)
        if citation is None:
            return ""
        if citation.version:
            version = self.named.get((citation.document, citation.version))
        else:
            version = self.in_set.get((rule_set.pk, citation.document))
        if version is None:
            return ""
        fragment = f"#{anchor(citation.number)}" if citation.number else ""
        return version.get_absolute_url() + fragment


def sheet(*rule_sets: RuleSet) -> tuple[Section, ...]:
    """Every declared parameter with its value in each of the rule sets, in words, with its article.

    Three queries, however many parameters there are.
    """
    sources = _sources(rule_sets)
    return tuple(
        Section(
            app,
            APP_NAMES.get(app, app),
            tuple(_row(parameter, rule_sets, sources) for parameter in parameters_of(app).values()),
        )
        for app in declared()
    )


def _row(parameter: Parameter, rule_sets: tuple[RuleSet, ...], sources: _Sources) -> Row:
    words = words_of(parameter.app, parameter.key)
    return Row(
        parameter.key,
        words.label,
        str(words.sentence) or (_(parameter.sentence) if parameter.sentence else ""),
        tuple(_value(parameter, rule_set, sources) for rule_set in rule_sets),
        words.tried_at,
    )


def _value(parameter: Parameter, rule_set: RuleSet, sources: _Sources) -> Value:
    app, key = parameter.app, parameter.key
    stored = rule_set.parameters.get(app, {}).get(key, encoded(parameter.default))
    article = rule_set.citations.get(app, {}).get(key, parameter.article)
    return Value(
        words=value_in_words(app, key, stored),
        stored=stored,
        article=article,
        is_left_open=article == LEFT_OPEN,
        change=sources.changes.get((rule_set.pk, app, key)),
        address=sources.address_of(article, rule_set),
    )


def _sources(rule_sets: tuple[RuleSet, ...]) -> _Sources:
    changes = ParameterChange.objects.filter(rule_set__in=rule_sets).select_related("by").order_by("at", "pk")
    versions = {version.pk: version for version in DocumentVersion.objects.select_related("document")}
    joined = RuleSetVersion.objects.filter(rule_set__in=rule_sets)
    return _Sources(
        changes={(change.rule_set_id, change.app, change.key): change for change in changes},
        named={(version.document.key, version.slug): version for version in versions.values()},
        in_set={
            (each.rule_set_id, versions[each.version_id].document.key): versions[each.version_id]
            for each in joined
        },
    )
