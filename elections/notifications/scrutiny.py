"""Mails of a secret vote: to scrutineers, voters, the returning officer, and those who watch.

No mail carries a choice, a code or a tracker.
"""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime

from elections.models import Election, Opening, Place, PlaceBar, Postponement, Scrutineer, SetBack
from elections.notifications.nominations import everybody
from elections.selectors.ballots import voters
from elections.selectors.elections import rules_of
from elections.selectors.scrutiny import scrutineers_of
from lacralo.core.audit.models import Entry
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.notifications.services import tell
from lacralo.core.people.models import Person


def scrutineer_named(*, scrutineer: Scrutineer, now: datetime) -> None:
    """A scrutineer learns what is asked of them, and where their code is made."""
    event = f"scrutineer:{scrutineer.pk}:named"
    _tell(scrutineer.person, scrutineer.election, event, "scrutineer_named", now)


def scrutineer_released(*, scrutineer: Scrutineer, now: datetime) -> None:
    """A scrutineer learns that their code opens nothing any more."""
    event = f"scrutineer:{scrutineer.pk}:released"
    _tell(scrutineer.person, scrutineer.election, event, "scrutineer_released", now)


def tries_exhausted(*, scrutineer: Scrutineer, now: datetime) -> None:
    """The returning officer learns that a scrutineer typed too many wrong codes."""
    election = scrutineer.election
    event = f"scrutineer:{scrutineer.pk}:tries:{now:%Y%m%dT%H%M%S}"
    _tell(
        election.returning_officer, election, event, "scrutineer_tries_exhausted", now, scrutineer=scrutineer
    )


def rehearsed(*, election: Election, now: datetime) -> None:
    """The returning officer learns that the test ballot was opened: the vote can open on its day."""
    event = f"rehearsed:{now:%Y%m%dT%H%M%S}"
    _tell(election.returning_officer, election, event, "key_rehearsed", now)


def envelopes_wait(*, election: Election, now: datetime) -> None:
    """The scrutineers learn that the vote is closed and waits for their codes."""
    for each in scrutineers_of(election):
        _tell(each.person, election, "envelopes_wait", "envelopes_wait", now)


def layer_removed(*, opening: Opening, by: Person, now: datetime) -> None:
    """The other scrutineers learn that an opening has begun and how many are still needed."""
    election = opening.key.election
    missing = opening.key.needed - len(opening.numbers)
    for each in scrutineers_of(election):
        if each.number in opening.key.numbers and each.number not in opening.numbers:
            event = f"opening:{opening.pk}:{len(opening.numbers)}"
            _tell(
                each.person, election, event, "layer_removed", now,
                missing=missing, name=by.name, purpose=opening.purpose,
            )  # fmt: skip


def count_stopped(*, election: Election, event: str, now: datetime) -> None:
    """The returning officer and the scrutineers learn that the box is not in order; the page says why."""
    people = {each.person.pk: each.person for each in scrutineers_of(election)}
    people[election.returning_officer.pk] = election.returning_officer
    for person in people.values():
        _tell(person, election, event, "count_stopped", now)


def ballot_received(*, place: Place, by: Person, now: datetime) -> None:
    """Whoever voted learns that an envelope was put in; no tracker, and no moment but the day."""
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    event = f"received:{secrets.token_hex(8)}"
    _tell(by, place.election, event, "ballot_received", day, is_private=True, place=place)


def place_barred(*, bar: PlaceBar, now: datetime) -> None:
    """Who votes for the place learns that it is barred and that an envelope that was in is void."""
    election = bar.place.election
    for place, person in voters(election, rules_of(election), on=statute_day(now)):
        if place.pk == bar.place_id:
            _tell(person, election, f"barred:{place.pk}", "place_barred", now, place=place)


def vote_postponed(*, postponement: Postponement, now: datetime) -> None:
    """Everybody learns that the vote opens later, and why."""
    election = postponement.election
    for person in everybody(election, now):
        event = f"postponed:{postponement.pk}"
        _tell(person, election, event, "vote_postponed", now, postponement=postponement)


def box_set_back(*, election: Election, now: datetime) -> None:
    """The returning officer learns, once a day, that the portal waits for a decision."""
    event = f"set_back:{statute_day(now):%Y%m%d}"
    _tell(election.returning_officer, election, event, "box_set_back", now)


def set_back_answered(*, decision: SetBack, now: datetime) -> None:
    """Every voter is asked to look for their tracker, and to vote again where it is not in the box."""
    election = decision.election
    asked: set[int] = set()
    for _place, person in voters(election, rules_of(election), on=statute_day(now)):
        if person.pk not in asked:
            asked.add(person.pk)
            event = f"set_back:{decision.pk}"
            _tell(person, election, event, "set_back_answered", now, decision=decision)


def observers_told(
    *,
    election: Election,
    event: str,
    step: str,
    facts: Mapping[str, object],
    head: Entry | None,
    people: Iterable[Person],
    now: datetime,
) -> None:
    """Whoever watches gets the figures of a step, with the head of the chain behind it."""
    for person in people:
        _tell(person, election, f"witness:{event}", "observers_told", now, step=step, facts=facts, head=head)


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
