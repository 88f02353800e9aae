"""The register as lines of an imported file are compared with it; a fixed number of queries each."""

from collections import defaultdict
from zoneinfo import available_timezones

from django_countries import countries

from lacralo.core.people.models import DEFAULT_LANGUAGE, DEFAULT_ZONE, Person
from members.enums import Role
from members.models import Member, Position, Representation, Term
from members.rules.imports.matching import MemberFacts, Members, People, PersonFacts
from members.rules.imports.members import MemberRegister
from members.rules.imports.people import PeopleRegister
from members.rules.imports.representations import NewRepresentation, RepresentationRegister
from members.rules.imports.terms import NewTerm, PositionFacts, TermRegister
from members.rules.periods import Period
from members.selectors.directory import subregion_of_countries


def known_members() -> Members:
    """Every member by what a file may call it; one query."""
    return Members(_member_facts().values())


def known_people() -> People:
    """Every person by what a file may call them; one query."""
    return People(_person_facts().values())


def _member_facts() -> dict[int, MemberFacts]:
    return {
        each.pk: MemberFacts(
            each.pk, each.name, each.slug, each.country.code or "", each.website, each.accredited_on
        )
        for each in Member.objects.order_by("pk")
    }


def _person_facts() -> dict[int, PersonFacts]:
    columns = ("pk", "name", "email", "language", "time_zone")
    return {
        pk: PersonFacts(pk, name, email or "", language, zone)
        for pk, name, email, language, zone in Person.objects.order_by("pk").values_list(*columns)
    }


def member_register() -> MemberRegister:
    """What lines of members are compared with; two queries."""
    return MemberRegister(frozenset(dict(countries)), subregion_of_countries(), known_members())


def people_register() -> PeopleRegister:
    """What lines of people are compared with; one query."""
    return PeopleRegister(
        languages=tuple(Person.Language.values),
        zones=available_timezones(),
        language=DEFAULT_LANGUAGE,
        zone=DEFAULT_ZONE,
        people=known_people(),
    )


def representation_register() -> RepresentationRegister:
    """What lines of representations are compared with; three queries."""
    members, people = _member_facts(), _person_facts()
    held = defaultdict(list)
    for each in Representation.objects.order_by("start", "pk"):
        held[each.member_id].append(
            NewRepresentation(
                member=members[each.member_id],
                person=people[each.person_id],
                role=Role(each.role),
                period=Period(each.start, each.end),
                end_reason=each.end_reason,
            )
        )
    return RepresentationRegister(Members(members.values()), People(people.values()), held)


def term_register() -> TermRegister:
    """What lines of terms are compared with; four queries."""
    members, people = _member_facts(), _person_facts()
    ordered = Position.objects.order_by("body__order", "order", "pk")
    positions = {each.pk: PositionFacts(each.pk, each.key, each.seats) for each in ordered}
    held = defaultdict(list)
    for each in Term.objects.order_by("start", "pk"):
        held[each.position_id].append(
            NewTerm(
                position=positions[each.position_id],
                person=people[each.person_id],
                member=members.get(each.member_id),
                period=Period(each.start, each.end),
                end_reason=each.end_reason,
                source=each.source,
            )
        )
    by_key = {each.key: each for each in positions.values()}
    return TermRegister(by_key, People(people.values()), Members(members.values()), held)
