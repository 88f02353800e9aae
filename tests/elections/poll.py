"""Votes as they stand at a moment, in the field's words; made by the acts themselves."""

import csv
from datetime import datetime, timedelta
from pathlib import Path

from elections.enums import CalendarKey
from elections.models import Ballot, Election, Place, PublishedRoll
from elections.rules.calendar import step
from elections.selectors.elections import steps_of
from elections.services.ballots import cast_ballot, close_vote, open_vote
from elections.services.proclamations import proclaim
from elections.services.rolls import publish_provisional_roll
from elections.services.tallies import count_vote
from lacralo.core.people.models import Person
from members.models import Member, SubregionCountry
from tests.builders import NOW, accredited, subregions, voter_of
from tests.elections.builders import begin_step, candidate, officer, open_call

ROLL = Path("elections/data/roll_16_countries.csv")
HOUR = timedelta(hours=1)


def published_members() -> dict[str, Member]:
    """LACRALO's published roll: 42 members of 16 countries, each with a representative."""
    with ROLL.open(encoding="utf-8") as file:
        return {row["member"]: accredited(row["member"], row["country"]) for row in csv.DictReader(file)}


def before_the_vote(*, now: datetime = NOW, names=("Ana Alva", "Beto Brito"), **fields) -> Election:
    """Candidates stand, the provisional roll has been public long enough, and the vote begins at `now`."""
    if not SubregionCountry.objects.exists():
        subregions()
    election = open_call(now=now, at=CalendarKey.PROVISIONAL_ROLL, **fields)
    members = list(Member.objects.filter(country="PE").order_by("pk"))
    for number, name in enumerate(names):
        candidate(election, name, **({"member": members[number % len(members)]} if members else {}))
    begin_step(election, CalendarKey.VOTE, now)
    publish(election, at=step(steps_of(election), CalendarKey.PROVISIONAL_ROLL).starts)
    return Election.objects.get(pk=election.pk)


def publish(election: Election, *, at: datetime = NOW) -> PublishedRoll:
    """The officer publishes the provisional roll."""
    return publish_provisional_roll(election=election, by=officer(), now=at)


def open_vote_of(*, now: datetime = NOW, **fields) -> Election:
    """The vote was opened at `now`."""
    return open_vote(election=before_the_vote(now=now, **fields), by=officer(), now=now)


def place_of(election: Election, number: int = 1) -> Place:
    """A place of the roll by its number."""
    return election.places.select_related("member").get(number=number)


def holder_of(place: Place) -> Person:
    """Who votes for the place."""
    return voter_of(place.member)


def vote(election: Election, number: int, choice: str, *, at: datetime = NOW + HOUR) -> Ballot:
    """A place casts its ballot."""
    place = place_of(election, number)
    return cast_ballot(place=place, choice=choice, by=holder_of(place), now=at)


def vote_many(election: Election, choices: dict[int, str], *, at: datetime = NOW + HOUR) -> None:
    """Several places cast, in the order given."""
    for number, choice in choices.items():
        vote(election, number, choice, at=at)


def end_of_vote(election: Election) -> datetime:
    """The instant at which no more ballots are taken."""
    return step(steps_of(election), CalendarKey.VOTE).ends


def closed(election: Election) -> Election:
    """The officer closes the vote at its end."""
    return close_vote(election=election, by=officer(), now=end_of_vote(election))


def count_of(election: Election):
    """The vote is closed and counted."""
    return count_vote(election=closed(election), by=officer(), now=end_of_vote(election) + HOUR)


def proclaimed(election: Election):
    """The result is proclaimed when the window of challenge is over."""
    count_of(election)
    over = step(steps_of(election), CalendarKey.CHALLENGE).ends
    return proclaim(election=election, by=officer(), now=over)
