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
    DAY,
    HOUR,
    TURNOVER,
    Contest,
    Stage,
    announce,
    declines,
    is_named,
    stands,
)
from lacralo.home.services.demonstration.individuals import found_individuals
from lacralo.home.services.demonstration.papers import Papers, keep_papers
from lacralo.home.services.demonstration.plan import keep_plan
from lacralo.home.services.demonstration.region import found_region, told
from lacralo.home.services.demonstration.rules import (
    PRACTICE,
    SECRET_SINCE,
    continue_rotation,
    publish_practice_rules,
    publish_secret_practice_rules,
)
from lacralo.home.services.demonstration.script import Script
from lacralo.home.services.demonstration.secret import (
    is_mixed,
    is_prepared,
    is_rehearsed,
    is_unsealed,
    is_watched,
    votes_secretly,
)
from lacralo.home.services.demonstration.staff_requests import ask_and_answer
from lacralo.home.services.demonstration.voting import count, declare, publish_roll, vote
from members.selectors.directory import subregion_of_countries
from members.services.register import load_register

_BEGAN = timedelta(days=170)
_NOTHING = timedelta(0)

FINISHED = Stage(PostKey.NOMCOM, CalendarKey.PROCLAMATION, _NOTHING, -3 * DAY)
TO_PROCLAIM = Stage(PostKey.SECRETARY, CalendarKey.CHALLENGE, _NOTHING, -HOUR)
TO_CLOSE = Stage(PostKey.CHAIR, CalendarKey.CHALLENGE, _NOTHING, DAY)
OPEN = Stage(PostKey.SECRETARY_ELECT, CalendarKey.VOTE, 1.5 * DAY, 1.5 * DAY)
TO_OPEN = Stage(PostKey.CHAIR_ELECT, CalendarKey.VOTE, _NOTHING, DAY)

SECRET_FINISHED = Stage(PostKey.NOMCOM, CalendarKey.CHALLENGE, _NOTHING, -6 * HOUR, is_secret=True)
TO_UNSEAL = Stage(PostKey.SECRETARY, CalendarKey.CHALLENGE, 2 * HOUR, DAY, is_secret=True)
SECRET_OPEN = Stage(PostKey.CHAIR, CalendarKey.VOTE, 1.5 * DAY, 1.5 * DAY, is_secret=True)
TO_REHEARSE = Stage(PostKey.CHAIR_ELECT, CalendarKey.VOTE, _NOTHING, 2 * DAY, is_secret=True)
SECRET = (SECRET_FINISHED, TO_UNSEAL, SECRET_OPEN, TO_REHEARSE)


def has_begun() -> bool:
    """Whether anything of a demonstration is in the database."""
    return RuleSet.objects.filter(slug=PRACTICE).exists()


def is_complete() -> bool:
    """Whether the demonstration is there to its last scene."""
    return has_begun() and Election.objects.filter(published_at__isnull=False).count() >= len(
        _stages(2000)
    ) + len(SECRET)


def holds_something_else() -> bool:
    """Whether the database belongs to somebody: it knows people, and they are not the demonstration's."""
    return not has_begun() and Person.objects.exists()


def _stages(year: int) -> tuple[Stage, ...]:
    seat = PostKey.ALAC_ODD if year % 2 else PostKey.ALAC_EVEN
    nominations = Stage(seat, CalendarKey.NOMINATIONS, 3 * DAY, 4 * DAY)
    return (FINISHED, TO_PROCLAIM, TO_CLOSE, OPEN, TO_OPEN, nominations)


def load_demonstration(*, now: datetime) -> Papers:
    """Make the rulebook, the region and the elections, each where a visitor can take it one step further.

    Answers the papers of the scrutineers.
    """
    began = datetime.combine(statute_day(now) - _BEGAN, time(9), UTC)
    year = statute_day(now).year
    load_rulebook(by=None, now=began)
    load_register(by=None, now=began)
    data = Path(elections.__file__).parent / "data" / "rotation.csv"
    load_rotation(text=data.read_text(encoding="utf-8"), source="Election rules of 2019", by=None, now=began)
    continue_rotation(year=year + 1, now=began)
    rules = publish_practice_rules(now=began).parameters_for(ElectionRules)

    stages = _stages(year)
    appointee_from = _biggest_country_of(rotation_table().subregion(year, stages[-1].post))
    region = found_region(
        nomcom_appointee_from=appointee_from, turnover=statute_day(now + TURNOVER), now=began + HOUR
    )

    found_individuals(turnover=statute_day(now + TURNOVER), now=began + HOUR)
    keep_plan(region.secretary, began=began + HOUR, now=now)
    ask_and_answer(region.offices["chair"], region.offices["support"], now=now)

    script, papers = Script(), Papers()
    contests = [Contest(stage, region, rules, now, year, script) for stage in stages]
    _roll_calls(contests, appointee_from)
    _change_the_rules(script, now)
    _secret_votes([Contest(stage, region, rules, now, year, script) for stage in SECRET], papers)
    script.play(until=now)
    keep_papers(papers)
    # Left for the visitor to close by hand; elsewhere the calendar closes a vote by itself.
    cancel(subject=contests[2].election, now=now)
    ring_due(now=now)
    return papers


def _roll_calls(contests: list[Contest], appointee_from: str) -> None:
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


def _change_the_rules(script: Script, now: datetime) -> None:
    """Calls that go out from that day on are under the second set of practice rules."""
    since = statute_day(now - SECRET_SINCE)
    script.at(
        datetime.combine(since - DAY, time(15), UTC),
        lambda at: publish_secret_practice_rules(in_force_from=since, now=at),
    )


def _secret_votes(contests: list[Contest], papers: Papers) -> None:
    finished, to_unseal, is_open, to_rehearse = contests
    for contest in contests:
        announce(contest)
        is_watched(contest, by=contest.region.observer)
        contest.region.standing.clear()  # whoever stood this year may stand for the next
        _two_candidates(contest)
        publish_roll(contest)
    for contest in contests[:3]:
        is_rehearsed(contest, papers)
    is_prepared(to_rehearse, papers, shown=2, confirmed=1, before=30 * HOUR)
    for contest in (finished, to_unseal):
        votes_secretly(contest, voters=42)
        is_mixed(contest)
    votes_secretly(is_open, voters=20)
    is_unsealed(finished, papers)
    declare(finished)


def _biggest_country_of(subregion: str) -> str:
    """A country of the sub-region with the most members: it can spare a nominee."""
    subregions = subregion_of_countries()
    countries = told("demonstration")["countries"].values()
    there = [country for country in countries if subregions[country["code"]] == subregion]
    return max(there, key=lambda country: len(country["members"]))["code"]


def _two_candidates(contest: Contest) -> None:
    for days in (1, 3):
        seat, person = contest.region.hopeful(contest.subregion)
        stands(contest, seat, person, after=days * DAY + 3 * HOUR)


def _nominations(contest: Contest, *, besides: str) -> None:
    """Somebody who may stand, somebody who may not (a countrywoman sits already), two who were asked."""
    region, turn = contest.region, contest.subregion
    stands(contest, *region.hopeful(turn, besides=besides), after=6 * HOUR)
    stands(contest, *region.hopeful(turn, country=besides), after=9 * HOUR)
    for place, answer in enumerate((is_named, declines)):
        asked = region.hopeful(turn, besides=besides) or region.hopeful(turn)
        if asked:
            seat, person = asked
            by = next(each for seats in region.seats.values() for each in seats[place:] if each != seat)
            answer(contest, seat, person, by=by, after=DAY + (4 + place) * HOUR)
