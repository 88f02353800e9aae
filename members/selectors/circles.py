"""Who belongs to a series of meetings on a day: found from terms of office and representations."""

from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.enums.meetings import Circle
from members.models import Meeting, Member, Representation, Series, SeriesPerson, Term
from members.rules.meetings import coordination_offices
from members.selectors.representation import ACTING
from members.selectors.rules import rules_on


def offices_of_coordination(day: date) -> tuple[str, ...]:
    """The keys of the positions of the coordination group under the rules of that day."""
    return coordination_offices(includes_nomcom=rules_on(day).coordination_includes_nomcom)


def persons_of(series: Series, *, on: date) -> QuerySet[Person]:
    """The persons who belong to the series on that day (UTC), by name; one query, and one for the rules."""
    named = Q(pk__in=SeriesPerson.objects.on(on).filter(series=series).values("person"))
    return Person.objects.filter(named | _circle(series, on)).order_by("name", "pk")


def _circle(series: Series, on: date) -> Q:
    terms = Term.objects.on(on)
    if series.circle == Circle.MEMBERS:
        accredited = Member.objects.accredited_on(on)
        held = Representation.objects.on(on).filter(member__in=accredited)
        return Q(pk__in=held.values("person")) | Q(pk__in=terms.values("person"))
    if series.circle == Circle.COORDINATION:
        of_group = terms.filter(position__key__in=offices_of_coordination(on))
        return Q(pk__in=of_group.values("person"))
    if series.circle == Circle.BODY:
        return Q(pk__in=terms.filter(position__body=series.body_id).values("person"))
    return Q(pk__in=[])


def invited_to(meeting: Meeting, *, on: date) -> QuerySet[Person]:
    """Who is invited to the meeting, as the offices stand on that day (UTC)."""
    return persons_of(meeting.series, on=on)


def members_invited(meeting: Meeting, *, on: date) -> QuerySet[Member]:
    """The members whose representatives are invited, by name; every accredited one where all are."""
    if meeting.series.circle == Circle.MEMBERS:
        return Member.objects.accredited_on(on).order_by("search_name", "pk")
    held = Representation.objects.on(on).filter(
        person__in=persons_of(meeting.series, on=on).order_by(), role__in=ACTING
    )
    return Member.objects.filter(pk__in=held.values("member")).order_by("search_name", "pk")


def series_of(person: Person | None, *, on: date) -> QuerySet[Series]:
    """The series to which the person belongs on that day (UTC)."""
    if person is None:
        return Series.objects.none()
    return Series.objects.filter(belongs_to(person, on=on, offices=offices_of_coordination(on)))


def belongs_to(person: Person, *, on: date, offices: tuple[str, ...]) -> Q:
    """The condition that a series is one of the person's; `offices`: those of the coordination group."""
    terms = Term.objects.on(on).filter(person=person)
    accredited = Member.objects.accredited_on(on)
    held = Representation.objects.on(on).filter(person=person, member__in=accredited)
    named = SeriesPerson.objects.on(on).filter(person=person)
    return (
        Q(pk__in=named.values("series"))
        | (Q(circle=Circle.MEMBERS) & (Exists(held) | Exists(terms)))
        | (Q(circle=Circle.COORDINATION) & Exists(terms.filter(position__key__in=offices)))
        | (Q(circle=Circle.BODY) & Exists(terms.filter(position__body=OuterRef("body"))))
    )


def belongs_to_series(person: Person | None, series: Series, *, on: date) -> bool:
    """Whether the person belongs to the series on that day."""
    return person is not None and series_of(person, on=on).filter(pk=series.pk).exists()


def convenes(person: Person, series: Series, *, on: date) -> bool:
    """Whether the person holds the post that convenes the series on that day."""
    return Term.objects.on(on).filter(person=person, position=series.convenor_id).exists()


def invited_when_it_meets(meeting: Meeting) -> QuerySet[Person]:
    """Who belongs to the series on the very day of the meeting (UTC)."""
    return invited_to(meeting, on=statute_day(meeting.starts_at))
