"""Nominations: who may name whom now, and what waits for an answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from elections.enums import NominationPhase, NominationState, Phase
from elections.models import Election, Nomination
from elections.rules.naming import may_be_named
from elections.rules.nominating import Nominator, Nominee, may_nominate, nomination_phase
from elections.rules.phase import NOMINATING
from elections.selectors.elections import Stage
from lacralo.core.people.models import Person
from lacralo.core.verdicts import Verdict
from members.enums import Role
from members.models import Member, Representation
from members.selectors.directory import subregion_of_countries, with_status_and_subregion
from members.selectors.representation import representations_of

_LIVE = (NominationState.SUBMITTED, NominationState.ACCEPTED)


def named_in(stage: Stage) -> NominationPhase:
    """The phase of the rotation that a nomination made now would belong to; the first one outside of any."""
    return nomination_phase(stage.phase) if stage.phase in NOMINATING else NominationPhase.SUBREGION


@dataclass(frozen=True)
class Acting:
    """A member that a person acts for, and in what quality."""

    member: Member
    is_observer: bool
    is_active: bool
    subregion: str

    @property
    def nominator(self) -> Nominator:
        """The facts that the rules ask of who nominates."""
        return Nominator(
            acts_for_a_member=True,
            in_standing=self.is_active,
            is_observer=self.is_observer,
            subregion=self.subregion,
        )


NOBODY = Nominator(acts_for_a_member=False, in_standing=False)


def acting_for(person: Person, *, on: date) -> list[Acting]:
    """The members a person acts for on that day, those they may nominate for first; three queries."""
    representations = list(representations_of(person, on=on))
    members = {each.member_id: each.member for each in representations}
    active = set(Member.objects.accredited_on(on).filter(pk__in=members).values_list("pk", flat=True))
    subregions = subregion_of_countries()
    acting = [
        Acting(
            member,
            is_observer=all(
                each.role == Role.OBSERVER for each in representations if each.member_id == member.pk
            ),
            is_active=member.pk in active,
            subregion=str(subregions.get(member.country.code or "", "")),
        )
        for member in members.values()
    ]
    return sorted(acting, key=lambda each: (each.is_observer, not each.is_active))


def has_live_nomination(election: Election, person: Person | None) -> bool:
    """Whether the person was nominated and has neither declined nor withdrawn."""
    live = election.nominations.filter(nominee=person, state__in=_LIVE)
    return person is not None and live.exists()


def may_nominate_for(acting: Acting | None, *, stage: Stage, already_nominated: bool = False) -> Verdict:
    """Whether somebody who acts for that member may nominate now; without one, that this is the matter."""
    return may_nominate(
        acting.nominator if acting else NOBODY,
        phase=stage.phase,
        subregion=stage.election.subregion,
        already_nominated=already_nominated,
        rules=stage.rules,
    )


def may_name(member: Member, *, stage: Stage, on: date) -> Verdict:
    """Whether people of that ALS may be named now."""
    facts = with_status_and_subregion(Member.objects.filter(pk=member.pk), on=on).get()
    return may_be_named(
        subregion=stage.election.subregion,
        own=facts.subregion_key,
        phase=named_in(stage),
        in_standing=Member.objects.accredited_on(on).filter(pk=member.pk).exists(),
        rules=stage.rules,
    )


def members_to_choose(*, on: date):
    """The active members, by country and name, with `subregion_key`: whose people a form offers."""
    members = with_status_and_subregion(Member.objects.accredited_on(on), on=on)
    return members.order_by("country", "search_name", "pk")


def people_of(member: Member, *, on: date):
    """The people who act for a member on that day: whom a form offers as nominees."""
    acting = Representation.objects.on(on).filter(member=member)
    return Person.objects.filter(pk__in=acting.values("person")).order_by("name", "pk")


def nominee_facts(
    nomination: Nomination, *, stage: Stage, person: Person | None, pledge: bool = False
) -> Nominee:
    """What the rules ask of who answers: the person at the door is the nominee, and the moment."""
    return Nominee(
        is_nominee=person is not None and person.pk == nomination.nominee_id,
        state=NominationState(nomination.state),
        phase=Phase(stage.phase),
        is_frozen=stage.is_frozen,
        pledge_given=pledge,
    )


def of_election(election: Election):
    """Every nomination of an election with its people and members, newest first; one query."""
    nominations = election.nominations.select_related(
        "nominee", "member", "nominated_by", "nominating_member", "statement"
    )
    return nominations.order_by("-nominated_at", "-pk")


def own_among(nominations: Iterable[Nomination], person: Person | None) -> Nomination | None:
    """The reader's own nomination among those of an election, the live one first; None when there is none."""
    mine = [each for each in nominations if person is not None and each.nominee_id == person.pk]
    live = [each for each in mine if each.state in _LIVE]
    return next(iter(live or mine), None)


def waiting_for_an_answer(person: Person):
    """The nominations that a person has not answered yet, in elections that run, oldest first."""
    return (
        Nomination.objects.filter(nominee=person, state=NominationState.SUBMITTED)
        .filter(election__annulled_at=None, election__frozen_at=None)
        .select_related("election__position", "election__rule_set", "member")
        .order_by("nominated_at", "pk")
    )


def hopes(election: Election) -> dict[str, int]:
    """How many wait for an answer, and how many accepted: what a deadline of nominations looks at."""
    states = list(election.nominations.filter(state__in=_LIVE).values_list("state", flat=True))
    return {
        "submitted": states.count(NominationState.SUBMITTED),
        "accepted": states.count(NominationState.ACCEPTED),
    }
