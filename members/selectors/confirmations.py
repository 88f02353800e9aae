"""When the entry of a member was last confirmed, and whose turn it is."""

from datetime import datetime

from django.db.models import Max, QuerySet

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.models import Confirmation, Member, Representation
from members.rules.confirmations import is_due
from members.selectors.representation import ACTING, represented_members


def last_confirmation(member: Member) -> Confirmation | None:
    """The last confirmation of the entry; None when nobody has confirmed it yet."""
    return member.confirmations.select_related("confirmed_by").order_by("-confirmed_at", "-pk").first()


def with_last_confirmation(members: QuerySet[Member]) -> QuerySet[Member]:
    """The members with `confirmed_at`, the moment of the last confirmation or None."""
    return members.annotate(confirmed_at=Max("confirmations__confirmed_at"))


def entries_to_confirm(person: Person, now: datetime) -> list[Member]:
    """The members for which the person acts whose entry has to be looked at; one query."""
    own = with_last_confirmation(represented_members(person, on=statute_day(now)))
    return [each for each in own if is_due(each.confirmed_at, now)]


def those_who_confirm(member: Member, now: datetime) -> list[Person]:
    """The persons who act for the member on the day of `now`."""
    acting = Representation.objects.on(statute_day(now)).filter(member=member, role__in=ACTING)
    return [each.person for each in acting.select_related("person").order_by("pk")]
