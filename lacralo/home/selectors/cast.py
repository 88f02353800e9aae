"""The people of the demonstration, by what they do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from elections.enums import NominationState, Phase
from elections.models import Nomination, Place
from elections.selectors.ballots import has_voted
from elections.selectors.elections import listed, stage_of
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.enums import Role
from members.models import Representation
from members.selectors.offices import office_holders_on

_OFFICERS_FIRST = ("secretary", "support", "chair")


@dataclass(frozen=True)
class Player:
    """A person to sign in as, in what quality, and for whom."""

    person: Person
    quality: str
    member: str = ""


@dataclass(frozen=True)
class Cast:
    """Who there is: officers, voters who have and have not voted, nominees, candidates, others."""

    officers: tuple[Player, ...]
    voters_due: tuple[Player, ...]
    voters_done: tuple[Player, ...]
    nominees: tuple[Player, ...]
    candidates: tuple[Player, ...]
    alternates: tuple[Player, ...]
    staff: tuple[Player, ...]


def cast(now: datetime) -> Cast:
    """The people of the demonstration, grouped by what can be tried as each; a constant number of queries."""
    day = statute_day(now)
    stages = [stage_of(election, now) for election in listed()]
    voting = [stage.election.pk for stage in stages if stage.phase == Phase.OPEN]
    voted = set(Place.objects.filter(has_voted(), election__in=voting).values_list("member", flat=True))
    on_rolls = set(Place.objects.filter(election__in=voting).values_list("member", flat=True))
    acting = list(
        Representation.objects.on(day).select_related("person", "member").order_by("member__country", "pk")
    )
    primaries = [each for each in acting if each.role == Role.PRIMARY and each.member_id in on_rolls]
    live = Nomination.objects.filter(election__in=[s.election.pk for s in stages if not s.is_frozen])
    live = list(live.select_related("nominee", "election__position", "member").order_by("pk"))
    return Cast(
        officers=tuple(_officers(day)),
        voters_due=_players(each for each in primaries if each.member_id not in voted),
        voters_done=_players(each for each in primaries if each.member_id in voted),
        nominees=_hopefuls(each for each in live if each.state == NominationState.SUBMITTED),
        candidates=_hopefuls(each for each in live if each.state == NominationState.ACCEPTED),
        alternates=_players(each for each in acting if each.role == Role.ALTERNATE),
        staff=tuple(Player(person, "") for person in Person.objects.filter(is_staff=True).order_by("pk")),
    )


def _officers(day: date) -> list[Player]:
    players = [
        (term.position.key, Player(term.person, term.position.name, term.member.name if term.member else ""))
        for term in office_holders_on(day)
    ]
    rank = {key: place for place, key in enumerate(_OFFICERS_FIRST)}
    return [player for _key, player in sorted(players, key=lambda pair: rank.get(pair[0], len(rank)))]


def _players(representations: Iterable[Representation]) -> tuple[Player, ...]:
    return tuple(Player(each.person, each.get_role_display(), each.member.name) for each in representations)


def _hopefuls(nominations: Iterable[Nomination]) -> tuple[Player, ...]:
    return tuple(Player(each.nominee, each.election.title, each.member.name) for each in nominations)
