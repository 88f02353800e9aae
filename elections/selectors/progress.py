"""How far an election has come, as the rules of the officer's acts ask for it."""

from dataclasses import dataclass
from datetime import datetime

from elections.enums import TallyState
from elections.models import Election
from elections.rules.roll import document
from elections.rules.running import Progress
from elections.rules.weights import EmptyRoll
from elections.selectors.elections import acts_of, steps_of
from elections.selectors.eligibility import open_challenges, valid_nominations
from elections.selectors.results import last_tally
from elections.selectors.rolls import last_provisional, open_corrections, roll_for, voters_of
from lacralo.core.deadlines.clock import statute_day


def progress_of(election: Election, now: datetime) -> Progress:
    """Acts, calendar and what is still open; candidates are counted only until the roll is frozen."""
    tally = last_tally(election) if election.counted_at else None
    waiting = open_challenges(election).count()
    edition = last_provisional(election)
    return Progress(
        acts=acts_of(election),
        steps=steps_of(election),
        now=now,
        valid_candidates=0 if election.frozen_at else len(valid_nominations(election, now)),
        roll_published_at=election.roll_published_at,
        roll_last_published_at=edition.published_at if edition else None,
        open_corrections=open_corrections(election).count(),
        open_challenges=waiting,
        open_objections=waiting,
        tally_state=TallyState(tally.state) if tally else None,
    )


@dataclass(frozen=True)
class RollToday:
    """What the register makes of the roll today, beside what was published last."""

    has_voters: bool
    is_as_published: bool


def roll_today(election: Election, now: datetime) -> RollToday:
    """Whether anybody may vote today, and whether members and weights are still the published ones."""
    published = last_provisional(election)
    try:
        today = document(roll_for(election, statute_day(now)))
    except EmptyRoll:
        return RollToday(has_voters=False, is_as_published=False)
    same = published is not None and voters_of(published.content) == voters_of(today)
    return RollToday(has_voters=True, is_as_published=same)
