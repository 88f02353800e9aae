"""The individual members: who they are, the entry of their joint vote, and who acts for it."""

from datetime import date

from django.db.models import QuerySet

from lacralo.core.people.models import Person
from members.enums import MemberKind, Role
from members.enums.individuals import JOINT_ROLES, JointSeat
from members.models import Member, Position, Representation, Term


def joint_entry() -> Member | None:
    """The entry of the register that holds the joint vote of the individuals; None before it is made."""
    return Member.objects.filter(kind=MemberKind.COLLECTIVE).first()


def individuals_on(day: date) -> QuerySet[Member]:
    """The individual members accredited on that day (UTC)."""
    return Member.objects.filter(kind=MemberKind.INDIVIDUAL).accredited_on(day)


def own_votes_on(day: date) -> QuerySet[Representation]:
    """Who votes as an individual member on that day, each with the person; one query."""
    held = Representation.objects.on(day).holding_the_vote().filter(member__in=individuals_on(day))
    return held.select_related("person").order_by("person__name", "pk")


def is_own_person(person: Person | None, member: Member, *, on: date) -> bool:
    """Whether that entry is of an individual member, and the person is the one who votes for it that day."""
    if person is None or member.kind != MemberKind.INDIVIDUAL:
        return False
    return Representation.objects.on(on).holding_the_vote().filter(person=person, member=member).exists()


def elected_on(day: date) -> QuerySet[Term]:
    """Who was elected by the individual members and holds the post on that day, the representative first."""
    terms = Term.objects.on(day).filter(position__key__in=JOINT_ROLES)
    return terms.select_related("position", "person").order_by("position__order", "start", "pk")


def joint_seat(position: Position, person: Person, *, on: date) -> JointSeat | None:
    """Whether the person acts on that day for the joint vote, in the quality of the post.

    None for any other post; `NO_ENTRY`: the register has nothing yet that they could act for.
    """
    role = JOINT_ROLES.get(position.key)
    if role is None:
        return None
    entry = joint_entry()
    if entry is None:
        return JointSeat.NO_ENTRY
    held = Representation.objects.on(on).filter(member=entry, person=person, role=Role(role))
    return JointSeat.SEATED if held.exists() else JointSeat.NOT_SEATED
