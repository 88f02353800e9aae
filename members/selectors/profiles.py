"""What the rules of elections ask of a person: country, nationalities, members, offices."""

from dataclasses import dataclass
from datetime import date

from lacralo.core.people.models import Person
from members.enums import MemberStatus, Role
from members.models import Member, Profile, Term
from members.selectors.directory import with_status_and_subregion
from members.selectors.representation import representations_of

NOMCOM = "nomcom"


@dataclass(frozen=True)
class Membership:
    """A member the person acts for, as it stands on the day."""

    member_id: int
    name: str
    country: str
    subregion: str
    status: MemberStatus | None
    role: Role


@dataclass(frozen=True)
class CandidateProfile:
    """A person on a day; empty where they have not said."""

    person_id: int
    name: str
    residence: str
    nationalities: tuple[str, ...]
    memberships: tuple[Membership, ...]
    offices: tuple[str, ...]

    @property
    def sits_in_nomcom(self) -> bool:
        """Whether they are a NomCom delegate (who may not stand for ALAC)."""
        return NOMCOM in self.offices


def candidate_profile(person: Person, *, on: date) -> CandidateProfile:
    """What the rules of eligibility see of the person on that day (UTC); four queries."""
    profile = Profile.objects.filter(person=person).first()
    terms = Term.objects.on(on).filter(person=person).order_by("position__order")
    return CandidateProfile(
        person_id=person.pk,
        name=person.name,
        residence=profile.residence.code or "" if profile else "",
        nationalities=tuple(each.code for each in profile.nationalities) if profile else (),
        memberships=_memberships(person, on),
        offices=tuple(terms.values_list("position__key", flat=True)),
    )


def _memberships(person: Person, on: date) -> tuple[Membership, ...]:
    roles = {each.member_id: Role(each.role) for each in representations_of(person, on=on)}
    members = with_status_and_subregion(Member.objects.filter(pk__in=roles), on=on).order_by("search_name")
    return tuple(
        Membership(
            member_id=member.pk,
            name=member.name,
            country=member.country.code or "",
            subregion=member.subregion_key,
            status=MemberStatus(member.status_key) if member.status_key else None,
            role=roles[member.pk],
        )
        for member in members
    )


def own_profile(person: Person) -> Profile:
    """The person's profile; an empty one, not yet stored, when they never wrote it."""
    return Profile.objects.visible_to(person).first() or Profile(person=person)
