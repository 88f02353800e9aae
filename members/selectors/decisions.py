"""What was decided, and what was agreed to be done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from lacralo.core.people.models import Person
from lacralo.core.texts.selectors import Reading, readings
from members.enums import Role
from members.enums.decisions import ActionStatus
from members.models import Action, Body, Decision, Member, Representation, Series, Term
from members.rules.decisions import is_late
from members.selectors.offices import holders_of


@dataclass(frozen=True)
class Told:
    """A decision or an action, and its words for the reader."""

    row: Decision | Action
    words: Reading
    is_late: bool = False

    @property
    def owner(self) -> str:
        """The office or the person that owns an action, in words."""
        return str(self.row.owner_position or self.row.owner_person)


def decisions(*, body: str = "", year: int | None = None, search: str = "") -> QuerySet[Decision]:
    """The register, newest first; `body` is `body:<key>` or `series:<key>`."""
    found = Decision.objects.select_related("body", "meeting__series", "text")
    kind, _, key = body.partition(":")
    if kind == "body":
        found = found.filter(body__key=key)
    elif kind == "series":
        found = found.filter(meeting__series__key=key, body=None)
    if year:
        found = found.filter(year=year)
    if search:
        found = found.filter(
            Q(text__revisions__body__icontains=search)
            | Q(text__revisions__translations__body__icontains=search)
        ).distinct()
    return found.order_by("-year", "-number")


def decided_by(decision: Decision) -> str:
    """Who decided, in words: the body, or what met."""
    return str(decision.body or decision.meeting.series)


def bodies_that_decided() -> list[tuple[str, str]]:
    """Who occurs in the register, for a filter; two queries."""
    named = [(f"body:{each.key}", each.name) for each in Body.objects.filter(decisions__isnull=False)]
    met = Series.objects.filter(meetings__decisions__body=None, meetings__decisions__isnull=False)
    named += [(f"series:{each.key}", each.name) for each in met]
    return sorted(set(named), key=lambda pair: pair[1])


def years_of_decisions() -> list[int]:
    """The years in which something was decided, newest first."""
    return list(Decision.objects.order_by("-year").values_list("year", flat=True).distinct())


def told_decisions(rows: Iterable[Decision], language: str) -> list[Told]:
    """Decisions with their words; two queries however many."""
    rows = list(rows)
    words = readings([each.text for each in rows], language)
    return [Told(each, words[each.text_id]) for each in rows]


def actions() -> QuerySet[Action]:
    """Every action with what its row shows, the ones due first."""
    found = Action.objects.select_related(
        "what", "owner_position__body", "owner_person", "meeting__series", "moved_by"
    )
    return found.order_by("due_on", "pk")


def open_actions() -> QuerySet[Action]:
    """What is still to be done."""
    return actions().filter(status=ActionStatus.OPEN)


def actions_of(person: Person, *, on: date) -> QuerySet[Action]:
    """Those that belong to the person, or to an office that they hold on that day."""
    offices = Term.objects.on(on).filter(person=person).values("position")
    return actions().filter(Q(owner_person=person) | Q(owner_position__in=offices))


def owns_action(person: Person, action: Action, *, on: date) -> bool:
    """Whether the action is theirs, or of an office that they hold on that day."""
    if action.owner_person_id:
        return action.owner_person_id == person.pk
    return Term.objects.on(on).filter(person=person, position=action.owner_position).exists()


def told_actions(rows: Iterable[Action], language: str, *, today: date) -> list[Told]:
    """Actions with their words, and whether they are late; two queries however many."""
    rows = list(rows)
    words = readings([each.what for each in rows], language)
    return [
        Told(each, words[each.what_id], each.status == ActionStatus.OPEN and is_late(each.due_on, today))
        for each in rows
    ]


def owners(action: Action, *, on: date) -> list[Person]:
    """Who is reminded: the owner, or whoever holds the office on that day."""
    if action.owner_person:
        return [action.owner_person]
    return [term.person for term in holders_of([action.owner_position.key], on=on)]


def member_credited(person: Person, *, on: date) -> Member | None:
    """For which member somebody acts on that day, the one whose vote they hold first; None for nobody."""
    acting = Representation.objects.on(on).filter(person=person, role__in=[Role.PRIMARY, Role.ALTERNATE])
    found = sorted(
        acting.select_related("member"), key=lambda each: (each.role != Role.PRIMARY, each.member.search_name)
    )
    return found[0].member if found else None


def actions_waiting_for(person: Person, *, on: date) -> int:
    """How many open actions are theirs; one query."""
    return actions_of(person, on=on).filter(status=ActionStatus.OPEN).count()
