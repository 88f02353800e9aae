"""The whole demonstration, made once; made again, it changes nothing."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import elections
from elections.enums import CalendarKey, PostKey
from elections.models import Election
from elections.rules.parameters import ElectionRules
from elections.selectors.rotation import rotation_table
from elections.services.rotation import load_rotation
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.services import cancel, ring_due
from lacralo.core.people.models import Person
from lacralo.core.rulebook.delivered import load_rulebook
from lacralo.core.rulebook.models import RuleSet
from lacralo.home.services.demonstration.contests import (
    TURNOVER,
    Contest,
    Stage,
    announce,
    declines,
    is_named,
    stands,
)
from lacralo.home.services.demonstration.region import found_region, told
from lacralo.home.services.demonstration.rules import PRACTICE, continue_rotation, publish_practice_rules
from lacralo.home.services.demonstration.script import Script
from lacralo.home.services.demonstration.voting import count, declare, publish_roll, vote
from members.selectors.directory import subregion_of_countries
from members.services.register import load_register

_BEGAN = timedelta(days=170)
_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_NOTHING = timedelta(0)

FINISHED = Stage(PostKey.NOMCOM, CalendarKey.PROCLAMATION, _NOTHING, -3 * _DAY)
TO_PROCLAIM = Stage(PostKey.SECRETARY, CalendarKey.CHALLENGE, _NOTHING, -_HOUR)
TO_CLOSE = Stage(PostKey.CHAIR, CalendarKey.CHALLENGE, _NOTHING, _DAY)
OPEN = Stage(PostKey.SECRETARY_ELECT, CalendarKey.VOTE, 1.5 * _DAY, 1.5 * _DAY)
TO_OPEN = Stage(PostKey.CHAIR_ELECT, CalendarKey.VOTE, _NOTHING, _DAY)


def has_begun() -> bool:
    """Whether anything of a demonstration is in the database."""
    return RuleSet.objects.filter(slug=PRACTICE).exists()


def is_complete() -> bool:
    """Whether the demonstration is there to its last scene."""
    return has_begun() and Election.objects.filter(published_at__isnull=False).count() >= len(_stages(2000))


def holds_something_else() -> bool:
    """Whether the database belongs to somebody: it knows people, and they are not the demonstration's."""
    return not has_begun() and Person.objects.exists()


def _stages(year: int) -> tuple[Stage, ...]:
    seat = PostKey.ALAC_ODD if year % 2 else PostKey.ALAC_EVEN
    nominations = Stage(seat, CalendarKey.NOMINATIONS, 3 * _DAY, 4 * _DAY)
    return (FINISHED, TO_PROCLAIM, TO_CLOSE, OPEN, TO_OPEN, nominations)


def load_demonstration(*, now: datetime) -> None:
    """Make the rulebook, the region and six elections, each where a visitor can take it one step further."""
    began = datetime.combine(statute_day(now) - _BEGAN, time(9), UTC)
    year = statute_day(now).year
    load_rulebook(by=None, now=began)
    load_register(by=None, now=began)
    data = Path(elections.__file__).parent / "data" / "rotation.csv"
    load_rotation(text=data.read_text(encoding="utf-8"), source="Election rules of 2019", by=None, now=began)
    continue_rotation(year=year, now=began)
    rules = publish_practice_rules(now=began).parameters_for(ElectionRules)

    stages = _stages(year)
    seat_turn = rotation_table().subregion(year, stages[-1].post)
    appointee_from = _biggest_country_of(seat_turn)
    region = found_region(
        nomcom_appointee_from=appointee_from, turnover=statute_day(now + TURNOVER), now=began + _HOUR
    )

    script = Script()
    contests = [Contest(stage, region, rules, now, year, script) for stage in stages]
    for contest in contests:
        announce(contest)
    for contest in contests[:-1]:
        _two_candidates(contest)
        publish_roll(contest)
    for contest in contests[:3]:
        vote(contest, voters=42)
    vote(contests[3], voters=20)
    for contest in contests[:2]:
        count(contest)
    declare(contests[0])
    _nominations(contests[-1], besides=appointee_from)
    script.play(until=now)
    # Left for the visitor to close by hand; elsewhere the calendar closes a vote by itself.
    cancel(subject=contests[2].election, now=now)
    ring_due(now=now)


def _biggest_country_of(subregion: str) -> str:
    """A country of the sub-region with the most members: it can spare a nominee."""
    subregions = subregion_of_countries()
    countries = told("demonstration")["countries"].values()
    there = [country for country in countries if subregions[country["code"]] == subregion]
    return max(there, key=lambda country: len(country["members"]))["code"]


def _two_candidates(contest: Contest) -> None:
    for days in (1, 3):
        seat, person = contest.region.hopeful(contest.subregion)
        stands(contest, seat, person, after=days * _DAY + 3 * _HOUR)


def _nominations(contest: Contest, *, besides: str) -> None:
    """Somebody who may stand, somebody who may not (a countrywoman sits already), two who were asked."""
    region, turn = contest.region, contest.subregion
    stands(contest, *region.hopeful(turn, besides=besides), after=6 * _HOUR)
    stands(contest, *region.hopeful(turn, country=besides), after=9 * _HOUR)
    for place, answer in enumerate((is_named, declines)):
        asked = region.hopeful(turn, besides=besides) or region.hopeful(turn)
        if asked:
            seat, person = asked
            by = next(each for seats in region.seats.values() for each in seats[place:] if each != seat)
            answer(contest, seat, person, by=by, after=_DAY + (4 + place) * _HOUR)
