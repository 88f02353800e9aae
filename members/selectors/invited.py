"""Who is invited to a meeting, in what quality and for which member."""

from dataclasses import dataclass
from datetime import date

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.enums import Role
from members.enums.meetings import Circle
from members.enums.minutes import Quality
from members.models import Meeting, Member, Representation, Series
from members.selectors.series import people_of


@dataclass(frozen=True)
class Seat:
    """A person who is invited, in what quality, and the member that they represent or observe for."""

    person: Person
    quality: Quality
    member: Member | None = None


_ROLES = list(Role)


def invited(meeting: Meeting) -> dict[int, Seat]:
    """Everybody who is invited on the day of the meeting, by person, by name; three queries at most."""
    day = statute_day(meeting.starts_at)
    seats = _of_members(day) if meeting.series.circle == Circle.MEMBERS else _of_circle(meeting.series, day)
    return dict(sorted(seats.items(), key=lambda pair: pair[1].person.name))


def _of_members(day: date) -> dict[int, Seat]:
    accredited = Member.objects.accredited_on(day)
    held = Representation.objects.on(day).filter(member__in=accredited).select_related("person", "member")
    seats: dict[int, Seat] = {}
    for each in sorted(held, key=lambda one: (_ROLES.index(Role(one.role)), one.pk)):
        quality = Quality.OBSERVER if each.role == Role.OBSERVER else Quality.REPRESENTATIVE
        seats.setdefault(each.person_id, Seat(each.person, quality, each.member))
    return seats


def _of_circle(series: Series, day: date) -> dict[int, Seat]:
    people = list(people_of(series, on=day))
    acting = Representation.objects.on(day).filter(person__in=people, role__in=[Role.PRIMARY, Role.ALTERNATE])
    member_of: dict[int, Member] = {}
    for each in acting.select_related("member").order_by("-role", "pk"):
        member_of.setdefault(each.person_id, each.member)
    return {each.pk: Seat(each, Quality.OFFICER, member_of.get(each.pk)) for each in people}


def seat_of(person: Person | None, meeting: Meeting) -> Seat | None:
    """In what quality somebody is invited; None when they are not."""
    return invited(meeting).get(person.pk) if person else None
