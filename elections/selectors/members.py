"""What a member did in elections, for its page."""

from dataclasses import dataclass
from datetime import date

from elections.models import Election
from lacralo.core.people.models import Person
from members.enums import CreditKind
from members.models import Credit, Member


@dataclass(frozen=True)
class VoteOfMember:
    """An election in which the member voted, and its credit for it."""

    election: Election
    credit: Credit


def votes_of_member(member: Member, person: Person | None, *, on: date, limit: int) -> list[VoteOfMember]:
    """The last votes in which the member took part, the latest first, as far as the person may know."""
    visible = Credit.objects.visible_to(person, on=on).of_kind(CreditKind.VOTED, Election)
    credits = list(
        visible.filter(member=member).select_related("person").order_by("-earned_on", "-pk")[:limit]
    )
    elections = Election.objects.select_related("position").in_bulk(
        [int(each.evidence_id) for each in credits]
    )
    return [VoteOfMember(elections[int(each.evidence_id)], each) for each in credits]
