"""What is open in an office, and who comes before and after in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.pdf.models import IssuedDocument
from lacralo.core.people.models import Person
from lacralo.core.rulebook.models import RuleSet
from lacralo.core.rulebook.selectors.rule_sets import governing
from members.enums.handover import Access, FirstStep
from members.models import StaffRequest, Term
from members.rules.handover import Office, accesses, first_steps, last_end, next_start
from members.selectors.offices import holds_position
from members.selectors.plan import TaskRow, office_tasks
from members.selectors.staff_requests import RequestRow, in_order, request_row

KIND = "handover"
#: How far ahead the end of other terms is told to whoever keeps the register.
_AHEAD = timedelta(days=120)


@dataclass(frozen=True)
class Handover:
    """What one holder of an office leaves to the next, as it stands at a moment.

    `requests` are those the holder made and that wait; `queue` what waits for the office's answer, and
    `ending` the terms that end soon, where the office keeps the register (None and empty otherwise).
    """

    term: Term
    before: tuple[Term, ...]
    after: tuple[Term, ...]
    tasks: tuple[TaskRow, ...]
    requests: tuple[RequestRow, ...]
    queue: int | None
    ending: tuple[Term, ...]
    rule_set: RuleSet | None
    accesses: tuple[Access, ...]
    steps: tuple[FirstStep, ...]

    @property
    def runs_elections(self) -> bool:
        """Whether elections are part of what is handed over."""
        return self.term.position.runs_elections


def terms() -> QuerySet[Term]:
    """Every term with what its handover names."""
    return Term.objects.select_related("position__body", "person", "member")


def handover_of(term: Term, language: str, now: datetime) -> Handover:
    """What is handed over with this term, in the language."""
    today, office = statute_day(now), term.position
    around = list(terms().filter(_matters(term, today)).exclude(pk=term.pk).order_by("start", "pk"))
    waiting = list(in_order(StaffRequest.objects.waiting()))
    its_office = Office(office.is_protected, office.runs_elections, term.person.is_staff)
    before, after = _neighbours(term, around)
    return Handover(
        term=term,
        before=before,
        after=after,
        tasks=tuple(office_tasks(office, language, today=today)),
        requests=tuple(
            request_row(each, now, today) for each in waiting if each.asked_by_id == term.person_id
        ),
        queue=len(waiting) if office.runs_elections else None,
        ending=tuple(_ending(around, today)) if office.runs_elections else (),
        rule_set=governing(today),
        accesses=accesses(its_office),
        steps=first_steps(its_office),
    )


def _matters(term: Term, today: date) -> Q:
    """Terms of the same office; and those that end soon, where the office keeps the register."""
    same = Q(position=term.position_id)
    ends_soon = Q(end__gt=today, end__lte=today + _AHEAD, end_reason="")
    return same | ends_soon if term.position.runs_elections else same


def _ending(others: Iterable[Term], today: date) -> list[Term]:
    soon = (
        each for each in others if each.end and today < each.end <= today + _AHEAD and not each.end_reason
    )
    return sorted(soon, key=lambda each: (each.end, each.position.body.order, each.position.order, each.pk))


def _neighbours(term: Term, others: Iterable[Term]) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
    """Who held the office until this term began, and who follows in it."""
    same = [each for each in others if each.position_id == term.position_id]
    ended = last_end(term.start, [each.end for each in same])
    follows = next_start(term.end, [each.start for each in same])
    return (
        tuple(each for each in same if ended and each.end == ended),
        tuple(each for each in same if follows and each.start == follows),
    )


def follows_in(person: Person, term: Term) -> bool:
    """Whether the person is among those who follow when this term ends."""
    same = terms().filter(position=term.position_id).exclude(pk=term.pk)
    return any(each.person_id == person.pk for each in _neighbours(term, same)[1])


def is_support_staff(person: Person, now: datetime) -> bool:
    """Whether the person is support staff at that moment, or has every right in the administration."""
    return person.is_superuser or holds_position(person, ["support"], on=statute_day(now))


def packs_of(term: Term) -> QuerySet[IssuedDocument]:
    """The documents of this handover that were made so far, newest first, without the files."""
    made = IssuedDocument.objects.about(term).filter(kind=KIND).without_content()
    return made.order_by("-issued_at", "-pk")


def pack(term: Term, code: str) -> IssuedDocument | None:
    """One of them, with its file; None when there is none with that code."""
    return IssuedDocument.objects.about(term).filter(kind=KIND, code=code).first()


def terms_handed_over(person: Person, now: datetime) -> list[Term]:
    """The person's terms that are about to end, or just began: what waits for them to be handed over."""
    today = statute_day(now)
    mine = terms().filter(person=person, end__gt=today, end__lte=today + timedelta(days=30))
    return list(mine.order_by("end", "pk"))
