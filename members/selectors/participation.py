"""The participation of one member, line by line, as its page shows it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db import models

from lacralo.core.people.models import Person
from lacralo.core.rulebook.models import RuleSet
from members.enums.participation import LineState
from members.models import Contest, Credit, Leave, Member, Occasion, OccasionExcuse, Strike, Suspension
from members.rules.parameters import MemberRules
from members.rules.prospects import Lapse, easiest, lapse
from members.rules.standing import Answer, Evidence, Facts, Measured, is_within, months_before
from members.selectors.rules import rule_set_on, rules_of
from members.selectors.standing import Record, record_of


@dataclass(frozen=True)
class Line:
    """One thing that counts, or could have counted, and what became of it."""

    state: LineState
    on: date
    shown_by: models.Model | None
    credit: Credit | None = None
    occasion: Occasion | None = None
    excuse: OccasionExcuse | None = None
    strike: Strike | None = None
    contest: Contest | None = None


@dataclass(frozen=True)
class MeasureSheet:
    """A measure with what it found and the lines that it rests on, the newest first."""

    found: Measured
    lines: tuple[Line, ...]
    hidden: int = 0


@dataclass(frozen=True)
class Sheet:
    """How a member stands on a day, why, what is missing, and until when."""

    member: Member
    rule_set: RuleSet
    rules: MemberRules
    answer: Answer
    indicators: tuple[tuple[MeasureSheet, ...], ...]
    easiest: Measured | None
    lapse: Lapse | None
    leaves: tuple[Leave, ...]
    suspensions: tuple[Suspension, ...]
    struck: tuple[Line, ...]


def participation_of(member: Member, *, on: date, reader: Person, ahead: bool = True) -> Sheet:
    """The sheet of a member on that day (UTC) under the rules then in force, with the lines `reader` may see.

    `ahead`: also when the standing would lapse.  Raises NoRuleSet.
    """
    rule_set = rule_set_on(on)
    rules = rules_of(rule_set)
    record = record_of(since=on, until=on, months=rules.longest_window, members=[member.pk])
    answer = record.answer(member.pk, rules, on)
    lines = _Lines(member, record, answer, reader)
    facts, indicators = record.facts_of(member.pk), rules.indicators_of(record.kinds[member.pk])
    return Sheet(
        member=member,
        rule_set=rule_set,
        rules=rules,
        answer=answer,
        indicators=tuple(tuple(lines.of(found) for found in each) for each in answer.indicators),
        easiest=easiest(answer),
        lapse=lapse(facts, indicators, record.calendar, on) if ahead else None,
        leaves=tuple(Leave.objects.filter(member=member).order_by("-start")),
        suspensions=tuple(Suspension.objects.filter(member=member).order_by("-start", "-pk")),
        struck=lines.struck,
    )


class _Lines:
    """The rows behind the numbers of one member, asked for once."""

    def __init__(self, member: Member, record: Record, answer: Answer, reader: Person):
        self.facts: Facts = record.facts_of(member.pk)
        first = min((found.start for each in answer.indicators for found in each), default=answer.on)
        between = (first, answer.on)
        known = Credit.objects.filter(member=member, earned_on__range=between).select_related("person")
        credits = list(known.select_related("strike"))
        self._credits = defaultdict(list)
        for each in credits:
            self._credits[each.evidence_type, each.evidence_id].append(each)
        self._seen = set(known.visible_to(reader, on=answer.on).values_list("pk", flat=True))
        self._occasions = list(Occasion.objects.filter(held_on__range=between))
        excuses = OccasionExcuse.objects.filter(member=member, occasion__in=self._occasions)
        self._excuses = {each.occasion_id: each for each in excuses}
        waiting = Contest.objects.filter(member=member).order_by("filed_at", "pk")
        self._contests = {(each.credit_id, each.occasion_id): each for each in waiting}
        self._shown = shown_by([*credits, *self._occasions])

    def of(self, found: Measured) -> MeasureSheet:
        """The lines of a measure: its occasions, or its credits."""
        lines = self._of_occasions(found) if found.measure.of else self._of_credits(found)
        shown = [line for line in lines if not line.credit or line.credit.pk in self._seen]
        newest_first = sorted(shown, key=lambda line: line.on, reverse=True)
        return MeasureSheet(found, tuple(newest_first), hidden=len(lines) - len(shown))

    @property
    def struck(self) -> tuple[Line, ...]:
        """The credits that no longer count, and why."""
        several = (each for credits in self._credits.values() for each in credits)
        struck = (each for each in several if _strike_of(each) and each.pk in self._seen)
        return tuple(self._line(LineState.TOOK_PART, credit=each) for each in struck)

    def _of_occasions(self, found: Measured) -> list[Line]:
        lines = []
        for occasion in self._occasions:
            if occasion.kind not in found.measure.of or not found.start <= occasion.held_on <= found.end:
                continue
            credit = self._credit_for(_evidence(occasion), found)
            lines.append(self._line(self._state(occasion, credit), credit=credit, occasion=occasion))
        return lines

    def _credit_for(self, evidence: Evidence, found: Measured) -> Credit | None:
        counted = (
            each
            for each in self._credits.get(evidence, ())
            if each.kind in found.measure.credits and not _strike_of(each)
        )
        return next(counted, None)

    def _state(self, occasion: Occasion, credit: Credit | None) -> LineState:
        if credit:
            return LineState.TOOK_PART
        if occasion.pk in self._excuses:
            return LineState.EXCUSED
        on_leave = is_within(self.facts.leaves, occasion.held_on)
        return LineState.ON_LEAVE if on_leave else LineState.MISSED

    def _of_credits(self, found: Measured) -> list[Line]:
        counted = (
            each
            for several in self._credits.values()
            for each in several
            if each.kind in found.measure.credits
            and found.start <= each.earned_on <= found.end
            and not _strike_of(each)
        )
        return [self._line(LineState.TOOK_PART, credit=each) for each in counted]

    def _line(self, state: LineState, credit: Credit | None, occasion: Occasion | None = None) -> Line:
        row = occasion or credit
        key = (credit.pk, None) if credit else (None, occasion.pk)
        return Line(
            state=state,
            on=occasion.held_on if occasion else credit.earned_on,
            shown_by=self._shown.get(_evidence(row)),
            credit=credit,
            occasion=occasion,
            excuse=self._excuses.get(occasion.pk) if occasion else None,
            strike=_strike_of(credit) if credit else None,
            contest=self._contests.get(key),
        )


def _strike_of(credit: Credit) -> Strike | None:
    return getattr(credit, "strike", None)


def _evidence(row: Credit | Occasion) -> Evidence:
    return row.evidence_type, row.evidence_id


def shown_by(rows: Iterable[Credit | Occasion]) -> dict[Evidence, models.Model]:
    """The rows of any app that credits and occasions rest on, by type and key; one query for each type.

    Each has a `title`, or is shown as text; `title_needs` names what is loaded with it.  What is of a type
    that no longer exists is left out.
    """
    wanted = defaultdict(set)
    for row in rows:
        wanted[row.evidence_type].add(row.evidence_id)
    found = {}
    for label, keys in wanted.items():
        try:
            model = apps.get_model(label)
        except (LookupError, ValueError):
            continue
        named = model._base_manager.select_related(*getattr(model, "title_needs", ()))
        for key, thing in named.in_bulk(keys).items():
            found[label, str(key)] = thing
    return found


def occasions_lately(today: date) -> dict[Occasion, str]:
    """The occasions of the last two years, the newest first, each with its day and what it is called."""
    found = list(Occasion.objects.filter(held_on__gt=months_before(today, 24)).order_by("-held_on", "-pk"))
    shown = shown_by(found)
    return {each: f"{each.held_on:%Y-%m-%d} · {_called(shown.get(_evidence(each)), each)}" for each in found}


def _called(thing: models.Model | None, occasion: Occasion) -> str:
    return getattr(thing, "title", None) or occasion.get_kind_display()
