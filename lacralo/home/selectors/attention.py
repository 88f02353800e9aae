"""What is open in LACRALO now, and what waits for one person."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from elections.enums import CalendarKey, Phase, Replacement, Secrecy
from elections.models import Nomination, Place
from elections.rules.calendar import Step
from elections.selectors.ballots import has_voted
from elections.selectors.duties import (
    ScrutineersTask,
    ceremonies_due,
    duties_of,
    standing_still,
    stopped_counts,
)
from elections.selectors.elections import Stage, grouped, listed, rules_of
from elections.selectors.nominations import waiting_for_an_answer
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from members.enums import Role
from members.models import Representation
from members.selectors.confirmations import entries_to_confirm
from members.selectors.offices import runs_elections
from members.selectors.representation import representations_of

#: How many dates the front page shows.
_DATES_SHOWN = 6
#: The steps with a deadline for members: after it, it is too late.
_ACTING = frozenset(
    {
        CalendarKey.NOMINATIONS,
        CalendarKey.NOMINATIONS_2,
        CalendarKey.NOMINATIONS_3,
        CalendarKey.ACCEPTANCE,
        CalendarKey.VOTE,
    }
)

#: Where the next act is the officer's, and the election stands still until it is done.
_WAITING_FOR_THE_OFFICER = frozenset(
    {Phase.NOT_OPENED, Phase.ENDED, Phase.CLOSED, Phase.COUNTED, Phase.ACCLAIMED}
)


@dataclass(frozen=True)
class Date:
    """A date of an election: a step that begins or ends."""

    stage: Stage
    key: CalendarKey
    at: datetime
    is_end: bool


@dataclass(frozen=True)
class OpenNow:
    """What anybody can follow or take part in today."""

    voting: tuple[Stage, ...]
    nominations: tuple[Stage, ...]
    others: tuple[Stage, ...]
    finished: tuple[Stage, ...]
    dates: tuple[Date, ...]

    @property
    def is_quiet(self) -> bool:
        """Whether nothing goes on."""
        return not (self.voting or self.nominations or self.others)


def open_now(now: datetime) -> OpenNow:
    """The elections that run and what comes next in them; two queries."""
    groups = grouped(listed(), now)
    running = [*groups["voting"], *groups["nominations"], *groups["upcoming"], *groups["counting"]]
    return OpenNow(
        voting=tuple(groups["voting"]),
        nominations=tuple(groups["nominations"]),
        others=(*groups["upcoming"], *groups["counting"]),
        finished=tuple(groups["finished"][:3]),
        dates=_next_dates(running, now),
    )


def _next_dates(stages: Iterable[Stage], now: datetime) -> tuple[Date, ...]:
    ahead = [date for stage in stages for step in stage.steps for date in _dates_of(stage, step)]
    return tuple(sorted((date for date in ahead if date.at > now), key=lambda date: date.at))[:_DATES_SHOWN]


def _dates_of(stage: Stage, step: Step) -> tuple[Date, ...]:
    """Every step begins; the end matters of those in which members act."""
    begins = Date(stage, step.key, step.starts, is_end=False)
    return (begins, Date(stage, step.key, step.ends, is_end=True)) if step.key in _ACTING else (begins,)


@dataclass(frozen=True)
class Attention:
    """What waits for one person."""

    represented: tuple[Representation, ...]
    votes_due: tuple[Place, ...]
    votes_cast: tuple[Place, ...]
    to_answer: tuple[Nomination, ...]
    to_run: tuple[Stage, ...]
    ceremonies: tuple[Stage, ...] = ()
    set_back: tuple[Stage, ...] = ()
    to_confirm: tuple[Representation, ...] = ()
    to_scrutinise: tuple[ScrutineersTask, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing waits."""
        of_officer = (self.set_back, self.ceremonies, self.to_run)
        return not any((self.votes_due, self.to_answer, self.to_scrutinise, self.to_confirm, *of_officer))


def attention(person: Person, now: datetime) -> Attention:
    """The person's members, votes they can still cast, nominations to answer, elections to take on, and
    secret votes that need their code.
    """
    day = statute_day(now)
    represented = tuple(representations_of(person, on=day))
    places = _places_in_open_votes(person, represented, now)
    of_officer = _waiting_for_the_officer(now) if runs_elections(person, on=day) else {"to_run": ()}
    return Attention(
        represented=represented,
        votes_due=tuple(place for place in places if not place.has_voted),
        votes_cast=tuple(place for place in places if place.has_voted),
        to_answer=tuple(waiting_for_an_answer(person)),
        to_scrutinise=tuple(duties_of(person)),
        to_confirm=tuple(entries_to_confirm(represented, now)),
        **of_officer,
    )


def _waiting_for_the_officer(now: datetime) -> dict[str, tuple[Stage, ...]]:
    """The elections to open, close, count or proclaim, in the order of the list; the secret votes whose
    ceremony is due; and those that stand still because a backup was put back.

    A closed secret vote waits for its scrutineers, not for the officer, unless its opening was stopped.
    """
    stages = [stage for group in grouped(listed(), now).values() for stage in group]
    due, stopped, still = ceremonies_due(stages, now), stopped_counts(), standing_still(stages)
    to_run = (
        stage
        for stage in stages
        if stage.phase in _WAITING_FOR_THE_OFFICER
        and stage.election.pk not in due | still
        and (not _is_with_scrutineers(stage) or stage.election.pk in stopped)
    )
    return {
        "to_run": tuple(to_run),
        "ceremonies": tuple(stage for stage in stages if stage.election.pk in due),
        "set_back": tuple(stage for stage in stages if stage.election.pk in still),
    }


def _is_with_scrutineers(stage: Stage) -> bool:
    return stage.phase == Phase.CLOSED and stage.election.secrecy == Secrecy.SECRET


def _places_in_open_votes(
    person: Person, represented: Iterable[Representation], now: datetime
) -> list[Place]:
    """The places of open votes that the person votes for, as the rule set says which holder does; a place
    that is barred waits for nobody.
    """
    members = {each.member_id for each in represented if each.role == Role.PRIMARY}
    places = (
        Place.objects.filter(Q(member__in=members) | Q(holder=person))
        .filter(election__mixed_at=None, election__annulled_at=None, bar=None)
        .annotate(has_voted=has_voted())
        .select_related("election__position", "election__rule_set")
        .prefetch_related("election__calendar")
        .order_by("election", "number")
    )
    stages = {stage.election.pk for stage in grouped((place.election for place in places), now)["voting"]}
    return [place for place in places if place.election_id in stages and _votes_for(person, place, members)]


def _votes_for(person: Person, place: Place, members: Container[int]) -> bool:
    if rules_of(place.election).replaced_representative == Replacement.HOLDER_AT_FREEZE_VOTES:
        return place.holder_id == person.pk
    return place.member_id in members
