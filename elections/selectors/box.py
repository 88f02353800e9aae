"""The box of a secret vote: how many envelopes are in it, what became of a tracker, what is missing."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from elections.enums.seals import TrackerState
from elections.models import Board, Election, Envelope, Place, PlaceBar, PublishedRoll, RetiredTracker
from elections.rules.sealing import ballot_context
from lacralo.core.vault import witness


def context_of(election: Election) -> str:
    """To what a ballot of this vote is bound; the roll has to be frozen."""
    # The fingerprint alone: the roll itself is long, and every cast asks.
    fingerprint = election.rolls.values_list("fingerprint", flat=True).get(
        edition=PublishedRoll.Edition.FROZEN
    )
    return ballot_context(election=election.slug, contest=election.position.key, roll=fingerprint)


def board_of(election: Election) -> Board | None:
    """What the close published; None before it."""
    return Board.objects.filter(election=election).first()


def envelope_of(place: Place) -> Envelope:
    """The outer envelope of a place, made when the roll froze."""
    return Envelope.objects.get(place=place)


def marked_places(election: Election) -> QuerySet[Place]:
    """The places that have voted."""
    return election.places.filter(envelope__has_voted=True)


def places_marked(election: Election) -> list[Place]:
    """The places that have voted, by number."""
    return list(marked_places(election).order_by("number"))


def voters_listed(election: Election) -> list[int]:
    """The numbers of the places that have voted, in order."""
    return [place.number for place in places_marked(election)]


def bars_of(election: Election) -> list[PlaceBar]:
    """The places that were barred, in the order of the roll."""
    return list(
        PlaceBar.objects.filter(place__election=election).select_related("place").order_by("place__number")
    )


def is_barred(place: Place) -> bool:
    """Whether the place was barred."""
    return PlaceBar.objects.filter(place=place).exists()


def tracker_state(election: Election, tracker: str) -> TrackerState:
    """What became of one envelope: in the box, replaced, void, or not known here."""
    board = board_of(election)
    if board:
        listed = {
            TrackerState.IN_THE_BOX: board.trackers,
            TrackerState.REPLACED: board.replaced,
            TrackerState.VOIDED: board.voided,
        }
        return next((state for state, list_ in listed.items() if tracker in list_), TrackerState.UNKNOWN)
    if Envelope.objects.filter(place__election=election, tracker=tracker).exists():
        return TrackerState.IN_THE_BOX
    retired = RetiredTracker.objects.filter(election=election, tracker=tracker).first()
    if retired is None:
        return TrackerState.UNKNOWN
    return TrackerState.VOIDED if retired.is_voided else TrackerState.REPLACED


@dataclass(frozen=True)
class Custody:
    """What the portal had confirmed to voters, and what the database holds of it."""

    confirmed: int
    found: int

    @property
    def missing(self) -> int:
        """How many confirmed events the database does not know: a backup was put back."""
        return max(self.confirmed - self.found, 0)


def witness_name(election: Election) -> str:
    """Under which name the witness outside of the database counts this vote.

    With the moment of its call: a database that begins anew gives its first election the same key again.
    """
    called = election.published_at
    return f"election-{election.pk}-{called:%Y%m%d%H%M%S%f}" if called else f"election-{election.pk}"


def custody_of(election: Election) -> Custody:
    """Ballots put in (every casting is one), places barred and the mix, as confirmed and as found.

    A ballot put in is found by its mark, which outlives the envelope.
    """
    return _custodies([election])[election.pk]


def set_back_among(elections: Iterable[Election]) -> set[int]:
    """The votes of which the database knows less than the portal has confirmed; at most four queries."""
    return {pk for pk, custody in _custodies(elections).items() if custody.missing}


def _custodies(elections: Iterable[Election]) -> dict[int, Custody]:
    # The witness is asked first: what is confirmed after that has been committed before.
    confirmed = {each.pk: witness.confirmed(witness_name(each)) for each in elections}
    told = [pk for pk, events in confirmed.items() if events]
    found = _found(told) if told else {}
    return {pk: Custody(events, found.get(pk, 0)) for pk, events in confirmed.items()}


def _found(keys: list[int]) -> dict[int, int]:
    bars = _counted(PlaceBar.objects.filter(place__election__in=keys), "place__election")
    marked = Envelope.objects.filter(place__election__in=keys, has_voted=True)
    in_the_box = _counted(marked, "place__election")
    retired = _counted(RetiredTracker.objects.filter(election__in=keys), "election")
    # Asked last: as long as there is none, what was counted before had not been mixed.
    mixed = {
        board.election_id: board.envelopes + len(board.replaced) + len(board.voided) + 1
        for board in Board.objects.filter(election__in=keys)
    }
    return {pk: bars[pk] + mixed.get(pk, in_the_box[pk] + retired[pk]) for pk in keys}


def _counted(rows: QuerySet, of: str) -> Counter[int]:
    return Counter(dict(rows.order_by().values_list(of).annotate(number=Count("pk"))))


def is_set_back(election: Election) -> bool:
    """Whether the database knows less than the portal has confirmed."""
    return custody_of(election).missing > 0
