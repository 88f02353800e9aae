"""The votes of the demonstration: roll, opening, ballots, close, count, proclamation."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.conf import settings

from elections.documents.proclamation import issue_proclamation
from elections.enums import CalendarKey
from elections.models import Candidate, Place
from elections.services.ballots import cast_ballot, close_vote, open_vote
from elections.services.proclamations import proclaim
from elections.services.rolls import publish_provisional_roll
from elections.services.tallies import count_vote
from lacralo.core.pdf.rendering import CannotMakePdf
from lacralo.home.services.demonstration.contests import HOUR, Contest

_ABSTAIN = "abstain"
#: Every so many places on the roll somebody stays away, abstains, or prefers the second candidate.
_STAYS_AWAY, _ABSTAINS, _PREFERS_SECOND = 6, 11, 3
BETWEEN_BALLOTS = timedelta(minutes=47)


def publish_roll(contest: Contest) -> None:
    """The secretary publishes the provisional roll on its first day."""
    moment = contest.begins(CalendarKey.PROVISIONAL_ROLL) + 3 * HOUR
    contest.at(
        moment,
        lambda at: publish_provisional_roll(
            election=contest.election, by=contest.region.secretary, now=at
        ),
    )  # fmt: skip


def vote(contest: Contest, *, voters: int) -> None:
    """The vote opens, and the first so many places of the roll take part, more or less."""
    opened = contest.begins(CalendarKey.VOTE) + HOUR
    contest.at(opened, lambda at: open_vote(election=contest.election, by=contest.region.secretary, now=at))
    for number in range(1, voters + 1):
        if not stays_away(number):
            moment = opened + HOUR + number * BETWEEN_BALLOTS
            contest.at(moment, lambda at, number=number: _cast(contest, number, at))


def stays_away(number: int) -> bool:
    """Whether the holder of that place does not vote."""
    return not number % _STAYS_AWAY


def _cast(contest: Contest, number: int, at: datetime) -> None:
    places = Place.objects.select_related("holder").filter(election=contest.election)
    place = places.get(number=number)
    cast_ballot(place=place, choice=choice_of(contest, number), by=place.holder, now=at)


def choice_of(contest: Contest, number: int) -> str:
    """What the holder of that place prefers."""
    if not number % _ABSTAINS:
        return _ABSTAIN
    first, second = Candidate.objects.filter(election=contest.election).order_by("number")
    return str((first if number % _PREFERS_SECOND else second).number)


def count(contest: Contest) -> None:
    """The secretary closes the vote after its end and counts it."""
    officer, ended = contest.region.secretary, contest.ends(CalendarKey.VOTE)
    contest.at(ended + HOUR, lambda at: close_vote(election=contest.election, by=officer, now=at))
    contest.at(ended + 2 * HOUR, lambda at: count_vote(election=contest.election, by=officer, now=at))


def declare(contest: Contest) -> None:
    """The secretary proclaims the result when the time to challenge it is over."""
    moment = contest.ends(CalendarKey.CHALLENGE) + 2 * HOUR
    contest.at(moment, lambda at: _proclaim(contest, at))


def _proclaim(contest: Contest, at: datetime) -> None:
    proclamation = proclaim(election=contest.election, by=contest.region.secretary, now=at)
    with suppress(CannotMakePdf):
        for language, _name in settings.LANGUAGES:
            issue_proclamation(proclamation=proclamation, language=language, by=None, now=at + HOUR)
