"""Who holds, held and will hold which office."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from lacralo.core.people.models import Person
from members.models import Body, Position, Profile, Term
from members.selectors.directory import subregion_of_countries


@dataclass(frozen=True)
class HolderFacts:
    """A sitting holder as the rules of distinctness see them; empty where nothing is known."""

    person_id: int
    name: str
    position: str
    residence: str
    nationalities: tuple[str, ...]
    member_id: int | None
    member_name: str
    subregion: str


@dataclass(frozen=True)
class Post:
    """A position and the terms asked for; vacant when there are none."""

    position: Position
    terms: tuple[Term, ...]

    @property
    def vacant_seats(self) -> int:
        """How many seats nobody holds; at least one place shown for a post without a number of seats."""
        return max((self.position.seats or 1) - len(self.terms), 0)


def _with_names(terms: QuerySet[Term]) -> QuerySet[Term]:
    return terms.select_related("position__body", "person", "member")


def office_holders_on(day: date) -> QuerySet[Term]:
    """The terms that run on `day` (a UTC day), by body and position; one query."""
    terms = _with_names(Term.objects.on(day))
    return terms.order_by("position__body__order", "position__order", "start", "pk")


def holders_of(keys: Collection[str], *, on: date) -> QuerySet[Term]:
    """The terms that run on that day in the positions with these keys."""
    return office_holders_on(on).filter(position__key__in=keys)


def office_holder_facts(keys: Collection[str], *, on: date) -> tuple[HolderFacts, ...]:
    """The holders of these positions on that day, with what distinctness asks of them; three queries."""
    terms = list(holders_of(keys, on=on))
    profiles = {
        each.person_id: each for each in Profile.objects.filter(person__in=[t.person_id for t in terms])
    }
    subregions = subregion_of_countries()
    return tuple(_holder_facts(term, profiles.get(term.person_id), subregions) for term in terms)


def _holder_facts(term: Term, profile: Profile | None, subregions) -> HolderFacts:
    return HolderFacts(
        person_id=term.person_id,
        name=term.person.name,
        position=term.position.key,
        residence=profile.residence.code or "" if profile else "",
        nationalities=tuple(each.code for each in profile.nationalities) if profile else (),
        member_id=term.member_id,
        member_name=term.member.name if term.member else "",
        subregion=subregions.get(term.member.country.code, "") if term.member else "",
    )


def offices_on(day: date) -> dict[Body, list[Post]]:
    """Every post by body, with who holds it on that day, vacant ones included; two queries."""
    return _by_body(office_holders_on(day))


def offices_through_time() -> dict[Body, list[Post]]:
    """Every post by body, with every term it ever had, newest first; two queries."""
    return _by_body(_with_names(Term.objects.all()).order_by("-start", "-pk"))


def _by_body(terms: QuerySet[Term]) -> dict[Body, list[Post]]:
    of_position = defaultdict(list)
    for term in terms:
        of_position[term.position_id].append(term)
    bodies = defaultdict(list)
    for position in Position.objects.select_related("body").order_by("body__order", "order", "pk"):
        bodies[position.body].append(Post(position, tuple(of_position[position.pk])))
    return dict(bodies)


def term_history(person: Person) -> QuerySet[Term]:
    """Every office the person held or holds, newest first."""
    return _with_names(Term.objects.filter(person=person)).order_by("-start", "-pk")


def holds_position(person: Person, keys: Collection[str], *, on: date) -> bool:
    """Whether the person holds one of these positions on that day."""
    return Term.objects.on(on).filter(person=person, position__key__in=keys).exists()


def holds_protected_office(person: Person, *, on: date) -> bool:
    """Whether the person holds an office that asks for a second factor on that day."""
    return Term.objects.on(on).filter(person=person, position__is_protected=True).exists()


def runs_elections(person: Person, *, on: date) -> bool:
    """Whether the person holds an office that runs elections on that day (the secretary, support staff)."""
    return Term.objects.on(on).filter(person=person, position__runs_elections=True).exists()


def terms_ahead(position: Position, *, after: date) -> QuerySet[Term]:
    """Terms of the position that run on that day or begin later: what a new term must not collide with."""
    return Term.objects.filter(Q(end=None) | Q(end__gt=after), position=position).select_related("person")
