"""When the entry of a member was last confirmed, and whose turn it is."""

from collections.abc import Iterable
from datetime import datetime

from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.models import Confirmation, Member, Representation
from members.rules.confirmations import is_due
from members.selectors.representation import ACTING


def last_confirmation(member: Member) -> Confirmation | None:
    """The last confirmation of the entry; None when nobody has confirmed it yet."""
    return member.confirmations.select_related("confirmed_by").order_by("-confirmed_at", "-pk").first()


def entries_to_confirm(representations: Iterable[Representation], now: datetime) -> list[Representation]:
    """Those of somebody's `representations_of` by which they act for a member whose entry is due."""
    return [each for each in representations if each.role in ACTING and is_due(each.confirmed_at, now)]


def those_who_confirm(member: Member, now: datetime) -> list[Person]:
    """The persons who act for the member on the day of `now`."""
    acting = Representation.objects.on(statute_day(now)).filter(member=member, role__in=ACTING)
    return [each.person for each in acting.select_related("person").order_by("pk")]
