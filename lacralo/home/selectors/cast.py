"""The people of the demonstration, by what they do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from elections.enums import NominationState, Phase, Secrecy
from elections.models import Nomination, Observer, Place, Scrutineer
from elections.selectors.ballots import has_voted
from elections.selectors.elections import Stage, listed, stage_of
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.home.selectors.papers import papers_kept
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
class Booth:
    """The voters of the open votes of one kind: who has still to vote, who has voted."""

    due: tuple[Player, ...]
    done: tuple[Player, ...]


@dataclass(frozen=True)
class Holder:
    """A scrutineer of a vote, and the words on their paper; none before their code was shown."""

    person: Person
    number: int
    has_confirmed: bool
    words: tuple[str, ...]


@dataclass(frozen=True)
class SecretVote:
    """A secret vote with its scrutineers, and what can be tried in it now."""

    stage: Stage
    scrutineers: tuple[Holder, ...]

    @property
    def try_now(self) -> str:
        """What waits to be done: the ceremony, a vote, the opening, or nothing but reading."""
        phase = self.stage.phase
        if phase in (Phase.OPEN, Phase.ENDED):
            return "vote"
        if phase in (Phase.CLOSED, Phase.COUNTED):
            return str(phase)
        return "read" if phase in (Phase.PROCLAIMED, Phase.ANNULLED) else "ceremony"


@dataclass(frozen=True)
class Cast:
    """Who there is: officers, voters who have and have not voted, nominees, candidates, others."""

    officers: tuple[Player, ...]
    roll_call: Booth
    secret: Booth
    secret_votes: tuple[SecretVote, ...]
    observers: tuple[Player, ...]
    nominees: tuple[Player, ...]
    candidates: tuple[Player, ...]
    alternates: tuple[Player, ...]
    staff: tuple[Player, ...]

    @property
    def voters_due(self) -> tuple[Player, ...]:
        """Who has still to vote by roll call."""
        return self.roll_call.due

    @property
    def voters_done(self) -> tuple[Player, ...]:
        """Who has voted by roll call."""
        return self.roll_call.done


def cast(now: datetime) -> Cast:
    """The people of the demonstration, grouped by what can be tried as each; a constant number of queries."""
    day = statute_day(now)
    stages = [stage_of(election, now) for election in listed()]
    acting = list(
        Representation.objects.on(day).select_related("person", "member").order_by("member__country", "pk")
    )
    live = Nomination.objects.filter(election__in=[s.election.pk for s in stages if not s.is_frozen])
    live = list(live.select_related("nominee", "election__position", "member").order_by("pk"))
    return Cast(
        officers=tuple(_officers(day)),
        roll_call=_booth(stages, acting, Secrecy.ROLL_CALL),
        secret=_booth(stages, acting, Secrecy.SECRET),
        secret_votes=_secret_votes(stages),
        observers=_observers(),
        nominees=_hopefuls(each for each in live if each.state == NominationState.SUBMITTED),
        candidates=_hopefuls(each for each in live if each.state == NominationState.ACCEPTED),
        alternates=_players(each for each in acting if each.role == Role.ALTERNATE),
        staff=tuple(Player(person, "") for person in Person.objects.filter(is_staff=True).order_by("pk")),
    )


def _booth(stages: Iterable[Stage], acting: Iterable[Representation], secrecy: Secrecy) -> Booth:
    voting = [
        stage.election.pk
        for stage in stages
        if stage.phase == Phase.OPEN and stage.election.secrecy == secrecy
    ]
    places = Place.objects.filter(election__in=voting)
    voted = set(places.filter(has_voted()).values_list("member", flat=True))
    on_rolls = set(places.values_list("member", flat=True))
    primaries = [each for each in acting if each.role == Role.PRIMARY and each.member_id in on_rolls]
    return Booth(
        due=_players(each for each in primaries if each.member_id not in voted),
        done=_players(each for each in primaries if each.member_id in voted),
    )


def _secret_votes(stages: Iterable[Stage]) -> tuple[SecretVote, ...]:
    """The secret votes, those in which most can be tried first."""
    papers = papers_kept()
    holders: dict[int, list[Holder]] = {}
    for each in Scrutineer.objects.present().select_related("person").order_by("number"):
        words = papers[each.pk].words if each.pk in papers else ()
        holder = Holder(each.person, each.number, each.confirmed_at is not None, words)
        holders.setdefault(each.election_id, []).append(holder)
    rank = ("ceremony", "vote", "closed", "counted", "read")
    votes = [
        SecretVote(stage, tuple(holders.get(stage.election.pk, ())))
        for stage in stages
        if stage.election.secrecy == Secrecy.SECRET
    ]
    return tuple(sorted(votes, key=lambda vote: rank.index(vote.try_now)))


def _observers() -> tuple[Player, ...]:
    found: dict[int, Player] = {}
    for each in Observer.objects.filter(end=None).select_related("person").order_by("person__name"):
        found.setdefault(each.person_id, Player(each.person, ""))
    return tuple(found.values())


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
