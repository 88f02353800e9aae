"""The rulebook that the portal is delivered with: cited data files, read and told to the services."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from lacralo.core.people.models import Person
from lacralo.core.rulebook.enums import ContentKind
from lacralo.core.rulebook.models import DocumentVersion, RuleSet
from lacralo.core.rulebook.parameters import declared, parameters_of
from lacralo.core.rulebook.services.documents import (
    ArticleTold,
    VersionTold,
    record_document,
    record_version,
)
from lacralo.core.rulebook.services.rule_sets import Draft, draft_rule_set, publish_rule_set
from lacralo.core.texts.services import Wording

DATA = Path(__file__).parent / "data"
#: The order of the shelf.
DOCUMENTS = ("operating_principles", "rules_of_procedure", "metrics", "los_angeles", "rotation")


def load_rulebook(*, by: Person | None, now: datetime) -> tuple[RuleSet, ...]:
    """Record what is delivered and is not there yet; run again, it changes nothing.

    Returns the rule sets that were new.  Raises ImpossibleParameter when the data asks for one.
    """
    versions = {}
    for key in DOCUMENTS:
        versions |= {f"{key}/{version.slug}": version for version in _load_document(key, by=by, now=now)}
    return tuple(_load_rule_sets(versions, by=by, now=now))


def _load_document(key: str, *, by, now) -> Iterator[DocumentVersion]:
    told = _read(f"documents/{key}.json")
    document = record_document(key=key, title=_wording(told["title"]), by=by, now=now)
    for version in told["versions"]:
        yield record_version(document=document, told=_version(version), by=by, now=now)


def _load_rule_sets(versions: Mapping[str, DocumentVersion], *, by, now) -> Iterator[RuleSet]:
    for told in _read("rule_sets.json"):
        if RuleSet.objects.filter(slug=told["slug"]).exists():
            continue
        parameters, citations = _parameters(told)
        draft = Draft(
            slug=told["slug"],
            name=told["name"],
            versions=tuple(versions[name] for name in told["versions"]),
            in_force_from=_day(told.get("in_force_from")),
            authoritative_language=told.get("authoritative_language", ""),
            parameters=parameters,
            citations=citations,
            note=_wording(told["note"]),
        )
        rule_set = draft_rule_set(draft=draft, by=by, now=now)
        if told["is_published"]:
            rule_set = publish_rule_set(rule_set=rule_set, is_history=True, by=by, now=now)
        yield rule_set


def _parameters(told: Mapping) -> tuple[dict, dict]:
    """`{app: {key: {"value": …, "article": …}}}` as the values and, apart, their articles.

    Where the file is silent the portal's default stands; unless the defaults are these very rules
    (`cites_declared`), no article is known for it.
    """
    chosen = told["parameters"]
    values = {app: {key: each["value"] for key, each in keys.items()} for app, keys in chosen.items()}
    articles = {app: {key: each["article"] for key, each in keys.items()} for app, keys in chosen.items()}
    if not told.get("cites_declared"):
        silent = {app: dict.fromkeys(parameters_of(app), "") for app in declared()}
        articles = {app: none | articles.get(app, {}) for app, none in silent.items()}
    return values, articles


def _version(told: Mapping) -> VersionTold:
    return VersionTold(
        slug=told["slug"],
        label=told["label"],
        adopted_on=told.get("adopted_on", ""),
        in_force_from=_day(told.get("in_force_from")),
        in_force_until=_day(told.get("in_force_until")),
        source_url=told.get("source_url", ""),
        authoritative_language=told.get("authoritative_language", ""),
        is_available=told["is_available"],
        note=_wording(told.get("note")),
        articles=tuple(_article(article, told) for article in told["articles"]),
    )


def _article(told: Mapping, version: Mapping) -> ArticleTold:
    return ArticleTold(
        number=told["number"],
        kind=ContentKind(told["kind"]),
        heading=_wording(told.get("heading")),
        text=_wording(told.get("text")),
        source=told.get("source", version.get("source", "")),
    )


def _wording(told: Mapping | None) -> Wording | None:
    """`{"en": …, "es": …}`: the first language is the original, the others translate it."""
    if not told:
        return None
    (language, body), *translations = told.items()
    return Wording(language, body, dict(translations))


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _read(name: str):
    return json.loads((DATA / name).read_text(encoding="utf-8"))
