"""Draft a rule set, set its parameters, publish it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lacralo.core.audit import Act, act, record
from lacralo.core.audit.links import digest_of
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.rulebook.enums import Bar, RuleSetStatus
from lacralo.core.rulebook.models import (
    DocumentVersion,
    ParameterChange,
    RuleSet,
    RuleSetVersion,
)
from lacralo.core.rulebook.parameters import encoded, filled, parameters_of, read, validate
from lacralo.core.rulebook.rules import Period, may_change, may_publish
from lacralo.core.rulebook.workflows import RULE_SET
from lacralo.core.texts.services import Wording, keep_wording
from lacralo.core.verdicts import Line, Refused, Verdict

Stored = Mapping[str, Mapping[str, object]]


class CannotDraft(Refused):
    """The rule set was not begun; the verdict says why."""


class CannotChange(Refused):
    """The parameter was not set; the verdict says why."""


class CannotPublish(Refused):
    """The rule set was not published; the verdict says why."""


@dataclass(frozen=True)
class Draft:
    """What a rule set starts with.  `parameters` and `citations` are `{app: {key: value}}`."""

    slug: str
    name: str
    versions: tuple[DocumentVersion, ...] = ()
    in_force_from: date | None = None
    authoritative_language: str = ""
    parameters: Stored | None = None
    citations: Stored | None = None
    note: Wording | None = None


@act
def draft_rule_set(*, draft: Draft, by: Person | None, now: datetime) -> RuleSet:
    """A rule set is begun: inert, and open to change until it is published.

    Raises CannotDraft, ImpossibleParameter.
    """
    is_taken = RuleSet.objects.filter(slug=draft.slug).exists()
    if is_taken:
        raise CannotDraft(Verdict((Line(Bar.LABEL_TAKEN, passed=False, facts={"slug": draft.slug}),)))
    parameters = {app: dict(values) for app, values in (draft.parameters or {}).items()}
    validate(parameters)
    rule_set = RuleSet.objects.create(
        slug=draft.slug,
        name=draft.name,
        status=RULE_SET.initial,
        in_force_from=draft.in_force_from,
        authoritative_language=draft.authoritative_language,
        parameters=parameters,
        citations={app: dict(values) for app, values in (draft.citations or {}).items()},
        note=draft.note and keep_wording(None, draft.note, by=by, now=now),
    )
    _name_versions(rule_set, draft.versions)
    record(
        Act.RULE_SET_DRAFTED,
        subject=rule_set,
        by=by,
        at=now,
        rule_set=rule_set.slug,
        digest=_digest(rule_set),
    )
    return rule_set


def _name_versions(rule_set: RuleSet, versions: Iterable[DocumentVersion]) -> None:
    RuleSetVersion.objects.bulk_create(
        RuleSetVersion(rule_set=rule_set, version=version) for version in versions
    )


@act
def draft_next_rule_set(*, after: RuleSet, slug: str, name: str, by: Person | None, now: datetime) -> RuleSet:
    """The next rule set is begun with the documents, parameters and articles of the one before."""
    return draft_rule_set(
        draft=Draft(
            slug=slug,
            name=name,
            versions=tuple(after.versions.all()),
            authoritative_language=after.authoritative_language,
            parameters=after.parameters,
            citations=after.citations,
        ),
        by=by,
        now=now,
    )


@act
def set_parameter(
    *,
    rule_set: RuleSet,
    app: str,
    key: str,
    value: object,
    reason: str,
    article: str = "",
    decision: str = "",
    by: Person | None,
    now: datetime,
) -> ParameterChange:
    """A parameter of a draft gets a value (as the dataclass has it, or as it is stored).

    `article` is what the value follows, `LEFT_OPEN` where Los Angeles left it open, empty where none is
    known; `decision`, what asked for the change.
    Raises CannotChange, ImpossibleParameter.
    """
    rule_set = RuleSet.objects.select_for_update(of=("self",)).get(pk=rule_set.pk)
    verdict = may_change(status=RuleSetStatus(rule_set.status), reason=reason)
    if not verdict:
        raise CannotChange(verdict)
    parameters_of(app)
    old = rule_set.parameters.get(app, {})
    new = dict(old) | {key: encoded(value)}
    read(app, new)

    rule_set.parameters = {**rule_set.parameters, app: new}
    rule_set.citations = {
        **rule_set.citations,
        app: dict(rule_set.citations.get(app, {})) | {key: article},
    }
    rule_set.save(update_fields=["parameters", "citations"])
    change = ParameterChange.objects.create(
        rule_set=rule_set,
        app=app,
        key=key,
        old_value=old.get(key),
        new_value=new[key],
        reason=reason.strip(),
        decision=decision.strip(),
        by=by,
        at=now,
    )

    record(Act.PARAMETER_SET, subject=change, by=by, at=now, rule_set=rule_set.slug, digest=_digest(rule_set))
    return change


@act
def publish_rule_set(
    *,
    rule_set: RuleSet,
    in_force_from: date | None = None,
    is_history: bool = False,
    by: Person | None,
    now: datetime,
) -> RuleSet:
    """A draft comes into force on its first day; the one before ends the day before that.

    Every declared parameter is written out, so that a later default changes nothing that was published.
    `is_history`: what is recorded was in force long ago, so its first day may be past.
    Raises CannotPublish, ImpossibleParameter.
    """
    everyone = {each.pk: each for each in RuleSet.objects.select_for_update(of=("self",)).order_by("pk")}
    rule_set = everyone[rule_set.pk]
    rule_set.in_force_from = in_force_from or rule_set.in_force_from
    verdict = may_publish(
        status=RuleSetStatus(rule_set.status),
        first_day=rule_set.in_force_from,
        today=statute_day(now),
        is_history=is_history,
        has_versions=rule_set.versions.exists(),
        published=[
            Period(each.name, each.in_force_from, each.in_force_until)
            for each in everyone.values()
            if not each.is_draft
        ],
    )
    if not verdict:
        raise CannotPublish(verdict)

    _supersede(everyone.values(), before=rule_set.in_force_from)
    rule_set.parameters = filled(rule_set.parameters)
    rule_set.status = RULE_SET.move(RuleSetStatus(rule_set.status), "publish")
    rule_set.published_at = now
    rule_set.save(update_fields=["in_force_from", "parameters", "status", "published_at"])

    record(
        Act.RULE_SET_PUBLISHED,
        subject=rule_set,
        by=by,
        at=now,
        rule_set=rule_set.slug,
        digest=_digest(rule_set),
    )
    return rule_set


def _supersede(rule_sets: Iterable[RuleSet], *, before: date) -> None:
    for each in rule_sets:
        if each.status == RuleSetStatus.IN_FORCE:
            each.status = RULE_SET.move(RuleSetStatus(each.status), "supersede")
            each.in_force_until = before - timedelta(days=1)
            each.save(update_fields=["status", "in_force_until"])


def _digest(rule_set: RuleSet) -> str:
    first_day = rule_set.in_force_from
    return digest_of(
        {
            "slug": rule_set.slug,
            "in_force_from": first_day.isoformat() if first_day else None,
            "parameters": rule_set.parameters,
            "citations": rule_set.citations,
        }
    )
