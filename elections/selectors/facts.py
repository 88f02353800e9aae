"""What the register knows of nominees and of the holders of neighbouring seats: a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.functional import cached_property

from conflicts.selectors import statements_on_file
from elections.enums import NominationPhase, NominationState
from elections.models import Election, Nomination, Proclamation
from elections.rules.eligibility import Candidate, Holder, Requirements
from elections.rules.parameters import ElectionRules
from elections.selectors.elections import post_of
from members.enums import Role
from members.models import Member, Profile, Representation, Term
from members.selectors.directory import subregion_of_countries
from members.selectors.offices import office_holder_facts

_NOMCOM = "nomcom"
_ALAC_SEATS = ("alac_even", "alac_odd", "alac_nomcom")


def seats_beside(position_key: str) -> tuple[str, ...]:
    """Whose holders a candidate has to differ from: the ALAC seats, that of the NomCom included."""
    return _ALAC_SEATS if position_key in _ALAC_SEATS else (position_key,)


@dataclass(frozen=True)
class Register:
    """The register on a day, as far as these nominations need it; each part is one query, asked once."""

    election: Election
    nominations: tuple[Nomination, ...]
    on: date
    people: frozenset[int] = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "people", frozenset(each.nominee_id for each in self.nominations))

    @cached_property
    def active_members(self) -> frozenset[int]:
        """The members of the nominees that are active on the day."""
        wanted = {each.member_id for each in self.nominations}
        return frozenset(
            Member.objects.accredited_on(self.on).filter(pk__in=wanted).values_list("pk", flat=True)
        )

    @cached_property
    def subregions(self) -> dict[str, str]:
        """The sub-region of each country that has one."""
        return {country: str(subregion) for country, subregion in subregion_of_countries().items()}

    @cached_property
    def roles(self) -> dict[tuple[int, int], set[str]]:
        """In what quality a person acts for a member, by their keys."""
        held = defaultdict(set)
        rows = Representation.objects.on(self.on).filter(person__in=self.people)
        for person_id, member_id, role in rows.values_list("person_id", "member_id", "role"):
            held[person_id, member_id].add(role)
        return held

    @cached_property
    def profiles(self) -> dict[int, Profile]:
        """The profiles of the nominees by person."""
        return {each.person_id: each for each in Profile.objects.filter(person__in=self.people)}

    @cached_property
    def terms(self) -> dict[int, list[Term]]:
        """The offices that the nominees hold on the day, by person."""
        held = defaultdict(list)
        for term in Term.objects.on(self.on).filter(person__in=self.people).select_related("position"):
            held[term.person_id].append(term)
        return held

    @cached_property
    def statements(self) -> dict:
        """The statements of interest that hold on the day, by person."""
        return statements_on_file(self.people, self.on)

    @cached_property
    def holders(self) -> tuple[Holder, ...]:
        """The sitting holders of the post and of the seats beside it, one row for each nationality."""
        facts = office_holder_facts(seats_beside(self.election.position.key), on=self.on)
        declared = _declared_nationalities([each.person_id for each in facts])
        return tuple(
            Holder(
                name=each.name,
                nationality=nationality,
                residence=each.residence,
                als=each.member_name,
                subregion=each.subregion,
                is_predecessor=each.position == self.election.position.key,
            )
            for each in facts
            for nationality in declared.get(each.person_id, each.nationalities) or ("",)
        )

    def requirements(self, phase: NominationPhase, rules: ElectionRules) -> Requirements:
        """What the post asks of who was nominated in that phase."""
        election = self.election
        return Requirements(
            post=post_of(election),
            rules=rules,
            subregion=election.subregion,
            phase=phase,
            excluded_countries=frozenset(each.code for each in election.excluded_countries),
            holders=self.holders if rules.distinct and post_of(election) in rules.distinct_posts else (),
        )

    def candidate(self, nomination: Nomination) -> Candidate:
        """What is known of the nominee: declared for this election, or in the profile."""
        roles = self.roles.get((nomination.nominee_id, nomination.member_id), set())
        terms = self.terms.get(nomination.nominee_id, [])
        statement = self.statements.get(nomination.nominee_id)
        nationality, residence = self._declared(nomination)
        country = nomination.member.country.code or ""
        return Candidate(
            accepted=nomination.state == NominationState.ACCEPTED,
            in_standing=nomination.member_id in self.active_members,
            is_observer=bool(roles) and roles <= {Role.OBSERVER},
            als=nomination.member.name,
            als_country=country,
            als_subregion=self.subregions.get(country, ""),
            nationality=nationality,
            residence=residence,
            holds_same_post=any(term.position_id == self.election.position_id for term in terms),
            sits_in_nomcom=any(term.position.key == _NOMCOM for term in terms),
            statement_of_interest=statement is not None,
            incompatible_interests=int(statement.declares_incompatibility) if statement else 0,
            pledge_given=nomination.has_pledged,
            runs_the_election=self._runs_it(nomination, terms),
        )

    def _declared(self, nomination: Nomination) -> tuple[str, str]:
        profile = self.profiles.get(nomination.nominee_id)
        nationality, residence = nomination.nationality.code or "", nomination.residence.code or ""
        if profile and not nationality and len(profile.nationalities) == 1:
            nationality = profile.nationalities[0].code
        return nationality, residence or (profile.residence.code or "" if profile else "")

    def _runs_it(self, nomination: Nomination, terms: Iterable[Term]) -> bool:
        is_returning_officer = self.election.returning_officer_id == nomination.nominee_id
        return is_returning_officer or any(term.position.runs_elections for term in terms)


def _declared_nationalities(people: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """What sitting holders declared when they were elected here, by person; the latest election wins."""
    proclaimed = Proclamation.objects.filter(elected__nominee__in=people).order_by("proclaimed_at")
    rows = proclaimed.values_list("elected__nominee", "elected__nationality")
    return {person: (nationality,) for person, nationality in rows if nationality}
