"""How far the ceremony of a secret vote has come, who holds its codes, and who watches it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from elections.enums import NominationState, Secrecy
from elections.enums.seals import Purpose
from elections.models import Election, ElectionKey, Observer, Opening, Scrutineer
from elections.rules import scrutiny
from elections.rules.scrutiny import Ceremony, Holder
from elections.selectors.box import is_set_back
from lacralo.core.people.models import Person
from members.models import Term
from members.selectors.offices import holders_of

#: The office whose holders may be named for a vote.
OFFICE = "scrutineer"
_IN_QUESTION = (NominationState.SUBMITTED, NominationState.ACCEPTED)


def is_secret(election: Election) -> bool:
    """Whether the vote is secret."""
    return election.secrecy == Secrecy.SECRET


def scrutineers_of(election: Election) -> list[Scrutineer]:
    """The present scrutineers of the vote, by number."""
    return list(election.scrutineers.present().select_related("person").order_by("number"))


def scrutineer_of(person: Person | None, election: Election) -> Scrutineer | None:
    """The person as a present scrutineer of the vote; None when they are not one."""
    if person is None:
        return None
    return election.scrutineers.present().select_related("person").filter(person=person).first()


def office_holders(*, on: date) -> list[Person]:
    """The people whom LACRALO made scrutineers, on that day: those who may be named."""
    return [term.person for term in holders_of([OFFICE], on=on)]


def stands_in(person: Person, election: Election) -> bool:
    """Whether the person is named or accepted as a candidate of this election."""
    return election.nominations.filter(nominee=person, state__in=_IN_QUESTION).exists()


def present_key(election: Election) -> ElectionKey | None:
    """The key that holds; None before it was made, or when it was given up."""
    return election.keys.filter(superseded_at=None).first()


def ceremony_of(election: Election, *, on: date) -> Ceremony:
    """How far the ceremony has come on that day."""
    people, key = scrutineers_of(election), present_key(election)
    return Ceremony(
        is_secret=is_secret(election),
        is_published=election.published_at is not None,
        is_frozen=election.frozen_at is not None,
        is_over=election.annulled_at is not None,
        is_acclaimed=election.acclaimed_at is not None,
        named=len(people),
        confirmed=sum(each.confirmed_at is not None for each in people),
        standing=_parties(election, on),
        has_key=key is not None,
        is_rehearsed=key is not None and key.rehearsed_at is not None,
    )


def _parties(election: Election, on: date) -> int:
    """How many of the scrutineers stand in this election or run elections; one query."""
    standing = election.nominations.filter(nominee=OuterRef("person"), state__in=_IN_QUESTION)
    running = Term.objects.on(on).filter(person=OuterRef("person"), position__runs_elections=True)
    return election.scrutineers.present().filter(Exists(standing) | Exists(running)).count()


def opening_under_way(key: ElectionKey | None, purpose: Purpose) -> Opening | None:
    """The opening in which some, but not enough, have removed their layers."""
    return key.openings.filter(purpose=purpose, ended_at=None).first() if key else None


def openings_of(election: Election) -> list[Opening]:
    """Every opening of every key, oldest first."""
    return list(
        Opening.objects.filter(key__election=election).select_related("key").order_by("started_at", "pk")
    )


def holder_of(person: Person | None, scrutineer: Scrutineer, purpose: Purpose | None = None) -> Holder:
    """The person before the place of a scrutineer, and for an opening what they did in it."""
    key = present_key(scrutineer.election)
    opening = opening_under_way(key, purpose) if purpose else None
    return Holder(
        is_own=person is not None and person.pk == scrutineer.person_id and scrutineer.released_at is None,
        has_code=bool(scrutineer.public_key),
        has_confirmed=scrutineer.confirmed_at is not None,
        is_in_key=key is not None and scrutineer.number in key.numbers,
        has_removed=opening is not None and scrutineer.number in opening.numbers,
        waits_until=scrutineer.waits_until,
    )


def vote_stage(election: Election) -> scrutiny.Stage:
    """What of the vote matters to the openings."""
    return scrutiny.Stage(
        is_frozen=election.frozen_at is not None,
        is_closed=election.mixed_at is not None,
        is_counted=election.counted_at is not None,
        is_annulled=election.annulled_at is not None,
        is_destroyed=election.destroyed_at is not None,
        is_set_back=is_set_back(election),
    )


@dataclass(frozen=True)
class Progress:
    """How many have removed their layers in an opening, and how many are needed."""

    purpose: Purpose
    done: tuple[str, ...]
    waiting: tuple[str, ...]
    needed: int

    @property
    def missing(self) -> int:
        """How many more are needed."""
        return self.needed - len(self.done)


def progress_of_opening(election: Election, purpose: Purpose) -> Progress | None:
    """Who has removed their layer in the opening under way and who could follow; None without a key."""
    key = present_key(election)
    if key is None:
        return None
    opening = opening_under_way(key, purpose)
    numbers = opening.numbers if opening else []
    names = {each.number: each.person.name for each in scrutineers_of(election)}
    return Progress(
        purpose=purpose,
        done=tuple(names.get(number, str(number)) for number in numbers),
        waiting=tuple(names[number] for number in key.numbers if number not in numbers and number in names),
        needed=key.needed,
    )


def openings_ended(election: Election, purpose: Purpose) -> int:
    """How many openings of that purpose have ended, one way or another."""
    return Opening.objects.filter(key__election=election, purpose=purpose, ended_at__isnull=False).count()


def observers_of(election: Election) -> list[Observer]:
    """Who observes the vote now, by name."""
    return list(election.observers.filter(end=None).select_related("person").order_by("person__name", "pk"))


def observes(person: Person | None, election: Election) -> bool:
    """Whether the person observes the vote now."""
    return person is not None and election.observers.filter(person=person, end=None).exists()


def postponements_of(election: Election):
    """Every postponement with its reason, oldest first."""
    return election.postponements.select_related("postponed_by").order_by("postponed_at", "pk")
