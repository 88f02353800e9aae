"""Decisions enter the public register, each with a number of its year."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Max

from lacralo.core.audit import act, record
from lacralo.core.audit.links import digest_of
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.texts.enums import TranslationStatus
from lacralo.core.texts.services import translate_revision, write_text
from lacralo.core.verdicts import require
from members.enums.decisions import DecisionAct
from members.models import Body, Decision, Meeting
from members.rules.decisions import may_record_decision
from members.selectors.rules import rule_set_on


@dataclass(frozen=True)
class DecisionTold:
    """A decision as somebody tells it: its original words, and what it says in other languages."""

    language: str
    text: str
    on: date
    how: str
    article: str = ""
    body: Body | None = None
    meeting: Meeting | None = None
    replaces: Decision | None = None
    translations: Mapping[str, str] = field(default_factory=dict)


@act
def record_decision(*, told: DecisionTold, by: Person, now: datetime) -> Decision:
    """The decision is public from now on, with the next number of its year.

    Whoever may do this is asked by the entrance: the register has its own keepers, a meeting has others.
    Raises Refused.
    """
    has_body = told.body is not None or told.meeting is not None
    verdict = may_record_decision(text=told.text, on=told.on, today=statute_day(now), has_body=has_body)
    require(verdict)
    text = write_text(language=told.language, body=told.text.strip(), by=by, now=now)
    original = text.revisions.get()
    for language, body in told.translations.items():
        if body.strip() and language != told.language:
            translate_revision(
                revision=original, language=language, body=body.strip(),
                status=TranslationStatus.DRAFT, by=by, now=now,
            )  # fmt: skip
    decision = Decision.objects.create(
        year=told.on.year,
        number=_next_number(told.on.year),
        text=text,
        decided_on=told.on,
        body=told.body,
        meeting=told.meeting,
        how=told.how,
        article=told.article.strip(),
        replaces=told.replaces,
        recorded_by=by,
        recorded_at=now,
    )
    rules = rule_set_on(told.on).slug
    digest = digest_of(told.text.strip())
    record(DecisionAct.DECISION_RECORDED, subject=decision, by=by, at=now, rule_set=rules, digest=digest)
    return decision


def _next_number(year: int) -> int:
    # The rows of the year are locked, so that two decisions of one moment do not take the same number.
    of_year = Decision.objects.filter(year=year)
    list(of_year.select_for_update(of=("self",)).values_list("pk", flat=True))
    return (of_year.aggregate(last=Max("number"))["last"] or 0) + 1
