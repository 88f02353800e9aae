"""Who is invited to a meeting, in what quality and for which member."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.enums import Role
from members.enums.meetings import Circle
from members.enums.minutes import Quality
from members.models import Meeting, Member, Representation, Series, SeriesPerson, Term

_ROLES = list(Role)
#: The coordination group of Los Angeles: the ALAC members of the region, the chair and the secretary.
_COORDINATION = ("chair", "secretary", "alac_even", "alac_odd", "alac_nomcom")


@dataclass(frozen=True)
class Seat:
    """A person who is invited, in what quality, and the member that they represent or observe for."""

    person: Person
    quality: Quality
    member: Member | None = None


def invited(meeting: Meeting) -> dict[int, Seat]:
    """Everybody who is invited on the day of the meeting, by person, by name; four queries at most."""
    day = statute_day(meeting.starts_at)
    if meeting.series.circle == Circle.MEMBERS:
        seats = _of_members(day)
    else:
        seats = _officers(people_in(meeting.series, on=day), day)
    return dict(sorted(seats.items(), key=lambda pair: pair[1].person.name))


def people_in(series: Series, *, on: date) -> list[Person]:
    """The persons of a body, of the coordination group, or named for a series, on a day (UTC)."""
    terms = Term.objects.on(on).select_related("person")
    if series.circle == Circle.BODY:
        people = [each.person for each in terms.filter(position__body=series.body_id)]
    elif series.circle == Circle.COORDINATION:
        people = [each.person for each in terms.filter(position__key__in=_COORDINATION)]
    else:
        people = []
    named = SeriesPerson.objects.on(on).filter(series=series).select_related("person")
    return list({each.pk: each for each in [*people, *(one.person for one in named)]}.values())


def _of_members(day: date) -> dict[int, Seat]:
    """Whoever acts or observes for an accredited member, and whoever else holds an office."""
    accredited = Member.objects.accredited_on(day)
    held = Representation.objects.on(day).filter(member__in=accredited).select_related("person", "member")
    seats: dict[int, Seat] = {}
    for each in sorted(held, key=lambda one: (_ROLES.index(Role(one.role)), one.pk)):
        quality = Quality.OBSERVER if each.role == Role.OBSERVER else Quality.REPRESENTATIVE
        seats.setdefault(each.person_id, Seat(each.person, quality, each.member))
    for term in Term.objects.on(day).select_related("person"):
        seats.setdefault(term.person_id, Seat(term.person, Quality.OFFICER))
    return seats


def _officers(people: Iterable[Person], day: date) -> dict[int, Seat]:
    people = list(people)
    acting = Representation.objects.on(day).filter(person__in=people, role__in=[Role.PRIMARY, Role.ALTERNATE])
    member_of: dict[int, Member] = {}
    for each in sorted(
        acting.select_related("member"), key=lambda one: (_ROLES.index(Role(one.role)), one.pk)
    ):
        member_of.setdefault(each.person_id, each.member)
    return {each.pk: Seat(each, Quality.OFFICER, member_of.get(each.pk)) for each in people}


def seat_of(person: Person | None, meeting: Meeting) -> Seat | None:
    """In what quality somebody is invited; None when they are not."""
    return invited(meeting).get(person.pk) if person else None
