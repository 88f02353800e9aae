"""The dates of elections that stand in a calendar."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from elections.enums import CalendarKey, NominationState
from elections.models import Election, Nomination
from elections.rules.calendar import Step
from elections.selectors.elections import listed, steps_of
from lacralo.core.people.models import Person

#: The steps in which members act: their beginning and their end matter.
ACTING = (
    CalendarKey.NOMINATIONS,
    CalendarKey.NOMINATIONS_2,
    CalendarKey.NOMINATIONS_3,
    CalendarKey.ACCEPTANCE,
    CalendarKey.VOTE,
    CalendarKey.CHALLENGE,
)


@dataclass(frozen=True)
class ElectionDate:
    """A step of an election that begins or ends; how often and when its calendar last changed (UTC)."""

    election: Election
    key: CalendarKey
    at: datetime
    is_end: bool
    is_cancelled: bool
    times_moved: int
    changed_at: datetime


def election_dates(*, since: datetime) -> list[ElectionDate]:
    """The dates of every published election from that moment on; an annulled one is told as cancelled."""
    elections = listed().annotate(
        times_moved=Count("postponements"), moved_at=Max("postponements__postponed_at")
    )
    found = (date for election in elections for date in _dates(election))
    return [date for date in found if date.at >= since]


def _dates(election: Election) -> Iterator[ElectionDate]:
    for step in steps_of(election):
        if step.key in ACTING:
            yield _date(election, step, is_end=False)
            if step.ends > step.starts:
                yield _date(election, step, is_end=True)


def _date(election: Election, step: Step, *, is_end: bool) -> ElectionDate:
    at = step.ends if is_end else step.starts
    annulled_at = election.annulled_at if election.annulled_at and election.annulled_at < at else None
    return ElectionDate(
        election=election,
        key=step.key,
        at=at,
        is_end=is_end,
        is_cancelled=annulled_at is not None,
        times_moved=election.times_moved + (annulled_at is not None),
        changed_at=annulled_at or election.moved_at or election.published_at,
    )


def nominations_to_answer(person: Person) -> list[tuple[Nomination, datetime]]:
    """The nominations that the person has not answered, each with the end of the time to answer."""
    waiting = Nomination.objects.filter(nominee=person, state=NominationState.SUBMITTED)
    running = waiting.filter(election__annulled_at=None, election__frozen_at=None)
    found = running.select_related("election__position", "member").prefetch_related("election__calendar")
    ends = ((each, _end_of_answers(each.election)) for each in found.order_by("nominated_at", "pk"))
    return [(nomination, end) for nomination, end in ends if end]


def _end_of_answers(election: Election) -> datetime | None:
    return next((step.ends for step in steps_of(election) if step.key == CalendarKey.ACCEPTANCE), None)
