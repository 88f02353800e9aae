"""The register as a voter roll needs it: frozen facts of every member on a day."""

from dataclasses import dataclass
from datetime import date

from members.enums import MemberKind, MemberStatus
from members.models import Member, Representation
from members.selectors.directory import with_status_and_subregion


@dataclass(frozen=True)
class ElectorateMember:
    """One member on one day; `country` and `subregion` are empty where unknown, `holder` has the vote."""

    id: int
    name: str
    country: str
    subregion: str
    status: MemberStatus
    kind: MemberKind
    holder_id: int | None
    holder_name: str


def electorate_on(day: date) -> tuple[ElectorateMember, ...]:
    """Every member that had a status on that day (UTC), by country and name; two queries."""
    return _facts(Member.objects.all(), day)


def _facts(members, day: date) -> tuple[ElectorateMember, ...]:
    representations = Representation.objects.on(day).holding_the_vote().filter(member__in=members)
    holders = {each.member_id: each.person for each in representations.select_related("person")}
    listed = with_status_and_subregion(members, on=day).exclude(status_key="")
    return tuple(
        ElectorateMember(
            id=member.pk,
            name=member.name,
            country=member.country.code or "",
            subregion=member.subregion_key,
            status=MemberStatus(member.status_key),
            kind=MemberKind(member.kind),
            holder_id=holders[member.pk].pk if member.pk in holders else None,
            holder_name=holders[member.pk].name if member.pk in holders else "",
        )
        for member in listed.order_by("country", "search_name", "pk")
    )
