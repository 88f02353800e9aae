"""The elections of the demonstration, from the call to where each of them stands today."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from conflicts.services import file_statement
from elections.enums import CalendarKey, PostKey
from elections.models import Election, Nomination
from elections.rules.calendar import Steps, generate, step
from elections.rules.parameters import ElectionRules
from elections.selectors.rotation import rotation_table
from elections.services.calendars import change_calendar
from elections.services.calls import Call, prepare_election, publish_call
from elections.services.nominations import Acceptance, accept_nomination, decline_nomination, nominate
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.home.services.demonstration.region import Region, Seat, told
from lacralo.home.services.demonstration.rules import SECRET_SINCE, call_day, secret_rules
from lacralo.home.services.demonstration.script import Script
from members.models import Position, Profile
from members.rules.offices import expected_end

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
_WEEK = timedelta(days=7)
#: When the terms of today's office holders end and those of the elected begin.
TURNOVER = timedelta(days=60)
_DEFAULT_MONTHS = 24


@dataclass(frozen=True)
class Stage:
    """Where an election stands today: within `key`, begun `past` ago, with `left` to come.

    `is_secret`: it was called while the rules asked for a secret ballot, for the year after this one.
    """

    post: PostKey
    key: CalendarKey
    past: timedelta
    left: timedelta
    is_secret: bool = False


@dataclass
class Contest:
    """One election and who plays in it; `election` is there once it is prepared."""

    stage: Stage
    region: Region
    rules: ElectionRules
    now: datetime
    year: int
    script: Script
    election: Election | None = None
    nominations: dict[Person, Nomination] = field(default_factory=dict)

    def __post_init__(self):
        stage = self.stage
        if stage.is_secret:
            self.year, self.rules = self.year + 1, secret_rules(self.rules)
        day = call_day(self.rules, now=self.now, key=stage.key, past=stage.past, left=stage.left)
        self.steps = generate(day, self.rules)
        if not stage.is_secret:
            self.steps = self._called_before(statute_day(self.now - SECRET_SINCE))
        self.call_on = self.steps[0].starts.date()
        self.subregion = rotation_table().subregion(self.year, stage.post)

    def _called_before(self, day: date) -> Steps:
        """The calendar with a call that goes out by whole weeks earlier, so that it does before that day."""
        call, *others = self.steps
        while call.starts.date() >= day:
            call = replace(call, starts=call.starts - _WEEK)
        return (call, *others)

    def begins(self, key: CalendarKey) -> datetime:
        """When a step of its calendar begins."""
        return step(self.steps, key).starts

    def ends(self, key: CalendarKey) -> datetime:
        """When a step of its calendar ends."""
        return step(self.steps, key).ends

    def at(self, moment: datetime, scene: Callable[[datetime], object]) -> None:
        """Add a scene of this election to the script."""
        self.script.at(moment, scene)


def announce(contest: Contest) -> None:
    """The secretary prepares the election and sends out the call on its first day."""
    start = contest.begins(CalendarKey.CALL)
    contest.at(start + HOUR, lambda at: _prepare(contest, at))
    contest.at(start + 2 * HOUR, lambda at: _publish(contest, at))


def _prepare(contest: Contest, at: datetime) -> None:
    position = Position.objects.get(key=str(contest.stage.post))
    start = statute_day(contest.now + TURNOVER)
    if contest.stage.is_secret:
        start = start.replace(year=start.year + 1)
    call = Call(
        position=position,
        year=contest.year,
        call_on=contest.call_on,
        term_start=start,
        term_end=expected_end(start, position.term_months or _DEFAULT_MONTHS),
    )
    officer = contest.region.secretary
    contest.election = prepare_election(call=call, by=officer, now=at)
    if contest.steps != generate(contest.call_on, contest.rules):
        change_calendar(election=contest.election, steps=contest.steps, by=officer, now=at)


def _publish(contest: Contest, at: datetime) -> None:
    contest.election = publish_call(election=contest.election, by=contest.region.secretary, now=at)


def stands(contest: Contest, seat: Seat, person: Person, *, after: timedelta) -> None:
    """A person files a statement of interest, names themselves, and accepts a day later."""
    moment = contest.begins(CalendarKey.NOMINATIONS) + after
    contest.at(moment - HOUR, lambda at: _declare(person, at))
    contest.at(moment, lambda at: _name(contest, seat, person, person, seat, at))
    contest.at(moment + 20 * HOUR, lambda at: _accept(contest, person, at))


def is_named(contest: Contest, seat: Seat, person: Person, *, by: Seat, after: timedelta) -> None:
    """A person is named by another member, and has not answered yet."""
    moment = contest.begins(CalendarKey.NOMINATIONS) + after
    contest.at(moment, lambda at: _name(contest, seat, person, by.primary, by, at))


def declines(contest: Contest, seat: Seat, person: Person, *, by: Seat, after: timedelta) -> None:
    """A person is named by another member and says no."""
    is_named(contest, seat, person, by=by, after=after)
    moment = contest.begins(CalendarKey.NOMINATIONS) + after + 20 * HOUR
    contest.at(
        moment, lambda at: decline_nomination(nomination=contest.nominations[person], by=person, now=at)
    )


def _declare(person: Person, at: datetime) -> None:
    file_statement(person=person, incompatibilities=(), other_interests="", by=person, now=at)


def _name(contest: Contest, seat: Seat, person: Person, by: Person, namer: Seat, at: datetime) -> None:
    contest.nominations[person] = nominate(
        election=contest.election, nominee=person, member=seat.member, nominating_member=namer.member,
        reason="", by=by, now=at,
    )  # fmt: skip


def _accept(contest: Contest, person: Person, at: datetime) -> None:
    profile = Profile.objects.get(person=person)
    acceptance = Acceptance(
        statement=told("demonstration")["statements"][person.language],
        language=person.language,
        has_pledged=True,
        nationality=profile.nationalities[0].code,
        residence=profile.residence.code,
    )
    accept_nomination(nomination=contest.nominations[person], acceptance=acceptance, by=person, now=at)
