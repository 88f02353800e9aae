"""Mails about the roll, the vote and its result; each goes to a person once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from elections.models import Ballot, Election, Place, Proclamation, PublishedRoll, RollCorrection
from lacralo.core.notifications.services import tell
from lacralo.core.people.models import Person


def roll_published(*, roll: PublishedRoll, lines: Mapping[Person, list], now: datetime) -> None:
    """Every representative learns of their own lines: the weight and its formula, or why left out."""
    for person, own in lines.items():
        _tell(person, roll.election, f"roll:{roll.pk}", "roll_published", now, roll=roll, lines=own)


def correction_asked(*, correction: RollCorrection, now: datetime) -> None:
    """The returning officer learns that a correction of the roll was asked for."""
    election = correction.election
    _tell(
        election.returning_officer,
        election,
        f"correction:{correction.pk}:asked",
        "correction_asked",
        now,
        correction=correction,
    )


def correction_answered(*, correction: RollCorrection, now: datetime) -> None:
    """Whoever asked for a correction learns of the answer."""
    _tell(
        correction.filed_by,
        correction.election,
        f"correction:{correction.pk}:answered",
        "correction_answered",
        now,
        correction=correction,
    )


def vote_opened(
    *, election: Election, voters: Iterable[tuple[Place, Person]], closes: datetime, now: datetime
) -> None:
    """The voters learn that they can vote: the reminder of the opening."""
    _tell_voters(election, "opening", "vote_opened", voters, closes, now)


def vote_reminder(
    *,
    election: Election,
    key: str,
    voters: Iterable[tuple[Place, Person]],
    closes: datetime,
    now: datetime,
) -> None:
    """Those who have not voted are reminded; the mail names nobody else, and nobody else learns of it."""
    _tell_voters(election, f"reminder:{key}", "vote_reminder", voters, closes, now, is_private=True)


def ballot_cast(*, ballot: Ballot, election: Election, now: datetime) -> None:
    """Whoever voted has the receipt in writing; the choice is not in the mail."""
    event = f"ballot:{ballot.receipt}"
    _tell(ballot.cast_by, election, event, "ballot_cast", now, is_private=True, ballot=ballot)


def vote_closed(*, election: Election, now: datetime) -> None:
    """The returning officer learns that the vote is closed and waits to be counted."""
    _tell(election.returning_officer, election, "closed", "vote_closed", now)


def result_proclaimed(
    *, proclamation: Proclamation, people: Iterable[Person], name: str, now: datetime
) -> None:
    """Everybody learns who was elected."""
    for person in people:
        event = f"proclaimed:{proclamation.version}"
        _tell(person, proclamation.election, event, "result_proclaimed", now, elected=name)


def _tell_voters(election, event, template, voters, closes, now, *, is_private=False) -> None:
    places = defaultdict(list)
    for place, person in voters:
        places[person].append(place)
    for person, own in places.items():
        _tell(person, election, event, template, now, is_private=is_private, places=own, closes=closes)


def _tell(
    person: Person,
    election: Election,
    event: str,
    template: str,
    now: datetime,
    *,
    is_private: bool = False,
    **context,
) -> None:
    tell(
        person=person,
        event=f"election:{election.pk}:{event}",
        template=f"elections/{template}",
        context={"election": election} | context,
        at=now,
        is_private=is_private,
    )
