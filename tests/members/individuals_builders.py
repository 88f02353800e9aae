"""Individual members and the entry of their joint vote, in the field's words."""

from members.enums import MemberKind
from members.models import Member
from tests.builders import member, person, representative


def individual(name: str, country: str = "PE", **fields) -> Member:
    """An accredited individual member who votes for themselves."""
    entry = member(name, country, kind=MemberKind.INDIVIDUAL, **fields)
    representative(entry, person(name))
    return entry


def joint_vote(name: str = "Individual members of the region", **fields) -> Member:
    """The entry of the joint vote, accredited; nobody acts for it yet."""
    return member(name, "", kind=MemberKind.COLLECTIVE, **fields)
