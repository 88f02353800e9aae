"""Where an election stands: it follows from its acts and its dates, not from whether a job ran."""

from dataclasses import dataclass
from datetime import datetime

from elections.enums import CalendarKey, Phase
from elections.rules.calendar import Steps, step

_BEFORE_THE_VOTE = (
    (CalendarKey.CALL, Phase.ANNOUNCED),
    (CalendarKey.NOMINATIONS, Phase.NOMINATIONS),
    (CalendarKey.NOMINATIONS_2, Phase.NOMINATIONS_2),
    (CalendarKey.NOMINATIONS_3, Phase.NOMINATIONS_3),
    (CalendarKey.ACCEPTANCE, Phase.ACCEPTANCE),
    (CalendarKey.REVIEW, Phase.REVIEW),
    (CalendarKey.ELIGIBILITY_CHALLENGE, Phase.ELIGIBILITY_CHALLENGE),
)
NOMINATING = frozenset({Phase.NOMINATIONS, Phase.NOMINATIONS_2, Phase.NOMINATIONS_3})


@dataclass(frozen=True)
class Acts:
    """When what was done; None is not done.  `closed_at` is the moment the ballots were closed (mixed)."""

    published_at: datetime | None = None
    frozen_at: datetime | None = None
    closed_at: datetime | None = None
    counted_at: datetime | None = None
    acclaimed_at: datetime | None = None
    proclaimed_at: datetime | None = None
    annulled_at: datetime | None = None


def phase(acts: Acts, steps: Steps, now: datetime) -> Phase:
    """The phase of an election at `now`.

    An act outweighs a date: nothing is open without being frozen, nothing is closed by the clock alone
    (`ended` waits for the act).  Raises NoStep when a published election has no calendar.
    """
    by_act = (
        (acts.annulled_at, Phase.ANNULLED),
        (acts.proclaimed_at, Phase.PROCLAIMED),
        (acts.acclaimed_at, Phase.ACCLAIMED),
        (acts.counted_at, Phase.COUNTED),
        (acts.closed_at, Phase.CLOSED),
    )
    for at, reached in by_act:
        if at is not None:
            return reached
    if acts.published_at is None:
        return Phase.DRAFT
    if acts.frozen_at is None:
        return _before_the_vote(steps, now)
    vote = step(steps, CalendarKey.VOTE)
    if now < vote.starts:
        return Phase.READY
    return Phase.OPEN if now < vote.ends else Phase.ENDED


def is_open(acts: Acts, steps: Steps, now: datetime) -> bool:
    """Whether ballots are taken at `now`: frozen, not closed, within the dates of the vote."""
    return phase(acts, steps, now) == Phase.OPEN


def running(steps: Steps, now: datetime) -> tuple[CalendarKey, ...]:
    """Every step that runs at `now`, those beside the main line included."""
    return tuple(each.key for each in steps if each.runs_at(now))


def _before_the_vote(steps: Steps, now: datetime) -> Phase:
    """By dates.  A gap between two steps belongs to the one that comes; nominations begin when they do."""
    for key, name in _BEFORE_THE_VOTE:
        for each in steps:
            if each.key != key or now >= each.ends:
                continue
            return Phase.ANNOUNCED if name == Phase.NOMINATIONS and now < each.starts else name
    vote = step(steps, CalendarKey.VOTE)
    return Phase.NOT_OPENED if now >= vote.starts else Phase.REVIEW
