"""Who acts for which member on a day, and who holds its vote."""

from collections.abc import Collection
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from lacralo.core.people.models import Person
from members.enums import Role
from members.models import Confirmation, Member, Representation

#: Those who act for a member; an observer only listens.
ACTING = (Role.PRIMARY, Role.ALTERNATE)


def voting_representatives_on(day: date) -> dict[int, Representation]:
    """The primary representation of each member (by its id) on that day, its person loaded; one query."""
    primaries = Representation.objects.on(day).holding_the_vote().select_related("person")
    return {each.member_id: each for each in primaries}


def vote_holder(member: Member, *, on: date) -> Person | None:
    """Who holds the member's vote on that day; None when nobody does."""
    primaries = Representation.objects.on(on).holding_the_vote().filter(member=member)
    holding = primaries.select_related("person").first()
    return holding.person if holding else None


def representations_of(person: Person, *, on: date) -> QuerySet[Representation]:
    """Whom the person acts for on that day, and in what quality.

    With `confirmed_at`: when the entry of the member was last confirmed, or None.
    """
    confirmed = Confirmation.objects.filter(member=OuterRef("member")).order_by("-confirmed_at")
    own = Representation.objects.on(on).filter(person=person)
    last = Subquery(confirmed.values("confirmed_at")[:1])
    return own.select_related("member").annotate(confirmed_at=last).order_by("member__name")


def all_representations_of(person: Person) -> QuerySet[Representation]:
    """Whom the person acts, acted or will act for, newest first."""
    return Representation.objects.filter(person=person).select_related("member").order_by("-start", "-pk")


def represented_members(person: Person, *, on: date, roles: Collection[Role] = ACTING) -> QuerySet[Member]:
    """The members the person acts for on that day in one of these roles."""
    held = Representation.objects.on(on).filter(person=person, role__in=roles)
    return Member.objects.filter(pk__in=held.values("member")).order_by("search_name")


def represents(person: Person, member: Member, *, on: date, roles: Collection[Role] = ACTING) -> bool:
    """Whether the person acts for the member on that day in one of these roles."""
    return Representation.objects.on(on).filter(person=person, member=member, role__in=roles).exists()


def representations_held(member: Member) -> QuerySet[Representation]:
    """Everybody who acts, acted or will act for the member, newest first."""
    return (
        Representation.objects.filter(member=member).select_related("person").order_by("-start", "role", "pk")
    )


def running_or_ahead(member: Member, *, on: date) -> QuerySet[Representation]:
    """Representations of the member that run on that day or later: what a new one must not collide with."""
    ahead = Representation.objects.filter(Q(end=None) | Q(end__gt=on), member=member)
    return ahead.select_related("person")
