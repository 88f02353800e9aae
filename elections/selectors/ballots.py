"""The ballot: what stands on it, who may cast it for which place, and how many have."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Exists, OuterRef, Q

from elections.enums import BallotKind, Replacement, Secrecy
from elections.models import Ballot, Candidate, Election, Envelope, Nomination, Place, PlaceBar
from elections.rules.count import ABSTAIN, NO, YES
from elections.rules.parameters import ElectionRules
from elections.rules.voting import Voter
from elections.selectors.box import is_barred
from elections.selectors.elections import rules_of
from lacralo.core.people.models import Person
from members.selectors.representation import vote_holder, voting_representatives_on


def ballot_kind(election: Election) -> BallotKind:
    """What the ballot asks: whom, or yes or no."""
    return BallotKind.RATIFICATION if election.is_ratification else BallotKind.PLURALITY


def candidates_on(election: Election) -> list[Candidate]:
    """The candidates as fixed when the roll froze, by number."""
    found = election.candidates.select_related("nomination__nominee", "nomination__statement")
    return list(found.order_by("number"))


def elected_nomination(election: Election, number: str | None) -> Nomination | None:
    """The nomination behind a number on the ballot; None when nobody is elected."""
    by_number = {str(each.number): each.nomination for each in candidates_on(election)}
    return by_number[number] if number else None


def choices_of(election: Election, candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """What may be chosen beside abstaining: numbers of candidates, or yes and no."""
    if election.is_ratification:
        return (YES, NO)
    return tuple(str(each.number) for each in candidates)


def options_of(election: Election) -> tuple[str, ...]:
    """The same without loading the candidates: one light query, none for a ratification."""
    if election.is_ratification:
        return (YES, NO)
    return tuple(str(number) for number in election.candidates.values_list("number", flat=True))


def every_choice(election: Election, candidates: Iterable[Candidate]) -> tuple[str, ...]:
    """Everything that can stand on a ballot, to abstain included."""
    return (*choices_of(election, candidates), ABSTAIN)


def voter_of(person: Person | None, place: Place | None, *, on: date) -> Voter:
    """The person before a place of the frozen roll, on that day."""
    if person is None or place is None:
        return Voter(on_roll=place is not None, is_holder_now=False, was_holder_at_freeze=False)
    holder = vote_holder(place.member, on=on)
    return Voter(
        on_roll=True,
        is_holder_now=holder is not None and holder.pk == person.pk,
        was_holder_at_freeze=place.holder_id == person.pk,
        is_barred=is_barred(place),
    )


def places_of(person: Person, election: Election, *, on: date) -> list[Place]:
    """The places whose vote the person holds on that day, by the rule on replaced representatives."""
    places = election.places.select_related("member").order_by("number")
    if rules_of(election).replaced_representative == Replacement.HOLDER_AT_FREEZE_VOTES:
        return list(places.filter(holder=person))
    held = [pk for pk, each in voting_representatives_on(on).items() if each.person_id == person.pk]
    return list(places.filter(member__in=held))


def last_ballot(place: Place) -> Ballot | None:
    """The ballot of the place that counts so far; None when it has not voted."""
    return place.ballots.order_by("-ordinal").first()


def ballots_of(place: Place) -> list[Ballot]:
    """Every ballot of the place, the last first; those after the first are replaced."""
    return list(place.ballots.select_related("cast_by").order_by("-ordinal"))


def has_voted() -> Q:
    """The condition on places that they have voted, whatever the kind of vote."""
    cast = Ballot.objects.filter(place=OuterRef("pk"))
    put_in = Envelope.objects.filter(place=OuterRef("pk"), has_voted=True)
    return Exists(cast) | Exists(put_in)


def voted(place: Place) -> bool:
    """Whether the place has voted, whatever the kind of vote."""
    return Place.objects.filter(pk=place.pk).filter(has_voted()).exists()


#: While a secret vote runs, a number of voters below this one is not shown.
FEW = 5


@dataclass(frozen=True)
class Participation:
    """How many took part so far: numbers, never names.

    In a secret vote `abstained` is not known (None); until it is closed (`is_hidden`) heads alone are
    shown, and small numbers not at all.
    """

    places: int
    voted: int
    weight: Fraction
    voted_weight: Fraction
    abstained: int | None
    barred: int = 0
    is_hidden: bool = False

    @property
    def is_few(self) -> bool:
        """Whether even the number is not shown yet."""
        return self.is_hidden and self.voted < FEW

    @property
    def missing(self) -> int:
        """How many places have not voted."""
        return self.places - self.voted


def participation(election: Election) -> Participation:
    """Turnout and weight so far; three queries however long the roll is."""
    is_secret = election.secrecy == Secrecy.SECRET
    places = list(election.places.annotate(voted=has_voted()))
    abstained = Ballot.objects.filter(place__election=election, choice=ABSTAIN).counting()
    return Participation(
        places=len(places),
        voted=sum(place.voted for place in places),
        weight=sum((place.weight for place in places), Fraction(0)),
        voted_weight=sum((place.weight for place in places if place.voted), Fraction(0)),
        abstained=None if is_secret else abstained.count(),
        barred=PlaceBar.objects.filter(place__election=election).count(),
        is_hidden=is_secret and election.mixed_at is None,
    )


def voters(election: Election, rules: ElectionRules, *, on: date, missing_only: bool = False):
    """Each place with the person who votes for it on that day; places without anybody are left out.

    `missing_only`: only those that have not voted.  Two queries.
    """
    places = election.places.select_related("holder").order_by("number")
    if missing_only:
        places = places.exclude(has_voted()).filter(bar=None)
    if rules.replaced_representative == Replacement.HOLDER_AT_FREEZE_VOTES:
        return [(place, place.holder) for place in places if place.holder]
    holders = voting_representatives_on(on)
    return [(place, holders[place.member_id].person) for place in places if place.member_id in holders]
