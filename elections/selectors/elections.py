"""Where an election stands, and which elections there are."""

import functools
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from elections.enums import CalendarKey, Phase, PostKey
from elections.models import Election
from elections.rules.calendar import MAIN, NoStep, Step, Steps, step
from elections.rules.individuals import rules_among
from elections.rules.parameters import ElectionRules
from elections.rules.phase import Acts, phase
from lacralo.core.rulebook import parameters
from members.enums.individuals import Electorate

FINISHED = frozenset({Phase.PROCLAIMED, Phase.ANNULLED})
UPCOMING = frozenset(
    {Phase.ACCEPTANCE, Phase.REVIEW, Phase.ELIGIBILITY_CHALLENGE, Phase.READY, Phase.NOT_OPENED}
)
NOMINATING = frozenset({Phase.ANNOUNCED, Phase.NOMINATIONS, Phase.NOMINATIONS_2, Phase.NOMINATIONS_3})


def acts_of(election: Election) -> Acts:
    """The acts of the election as the rules of the phase ask for them."""
    return Acts(
        published_at=election.published_at,
        frozen_at=election.frozen_at,
        closed_at=election.mixed_at,
        counted_at=election.counted_at,
        acclaimed_at=election.acclaimed_at,
        proclaimed_at=election.proclaimed_at,
        annulled_at=election.annulled_at,
    )


def steps_of(election: Election) -> Steps:
    """Its calendar in order of beginning; one query, none when the calendar was loaded with it."""
    rank = {key: place for place, key in enumerate((*MAIN, *CalendarKey))}
    rows = (Step(CalendarKey(row.key), row.starts_at, row.ends_at) for row in election.calendar.all())
    return tuple(sorted(rows, key=lambda each: (each.starts, rank[each.key])))


def rules_of(election: Election) -> ElectionRules:
    """The parameters of the rule set that governs it, as its electorate has them; each is read once."""
    stored = json.dumps(election.rule_set.parameters.get("elections", {}), sort_keys=True)
    return _read(stored, Electorate(election.electorate))


@functools.lru_cache(maxsize=32)
def _read(stored: str, electorate: Electorate) -> ElectionRules:
    return rules_among(parameters.read("elections", json.loads(stored)), electorate)


def post_of(election: Election) -> PostKey:
    """Its post as the rotation table names it; any other post is `OTHER`."""
    return post_key(election.position.key)


def post_key(key: str) -> PostKey:
    """The post of a position by its key; what the rotation table does not list is `OTHER`."""
    return PostKey(key) if key in set(PostKey) else PostKey.OTHER


def phase_of(election: Election, now: datetime) -> Phase:
    """The phase at `now`: it follows from acts and dates."""
    return phase(acts_of(election), steps_of(election), now)


@dataclass(frozen=True)
class Stage:
    """An election at a moment: the phase, the calendar and the rules, read once."""

    election: Election
    now: datetime
    phase: Phase
    steps: Steps
    rules: ElectionRules

    def step(self, key: CalendarKey) -> Step:
        """A step of its calendar.  Raises NoStep."""
        return step(self.steps, key)

    @property
    def is_frozen(self) -> bool:
        """Whether roll, candidates and ballot are fixed."""
        return self.election.frozen_at is not None

    @property
    def next_end(self) -> datetime | None:
        """When what runs now on the main line ends; None if nothing does or an act must end it."""
        if self.phase in FINISHED | {Phase.ENDED, Phase.CLOSED}:
            return None
        ends = [each.ends for each in self.steps if each.key in MAIN and each.runs_at(self.now)]
        return min(ends) if ends else None


def stage_of(election: Election, now: datetime) -> Stage:
    """The election at `now`; a query for its calendar unless it was loaded."""
    steps = steps_of(election)
    return Stage(election, now, phase(acts_of(election), steps, now), steps, rules_of(election))


def listed(*, runs_elections: bool = False, year: int | None = None, post: str = ""):
    """The elections a reader may see, newest first, with all that a list shows: two queries."""
    elections = (
        Election.objects.visible_to(None, runs_elections=runs_elections)
        .select_related("position", "rule_set")
        .prefetch_related("calendar")
        .order_by("-year", "position__order", "-pk")
    )
    if year:
        elections = elections.filter(year=year)
    return elections.filter(position__key=post) if post else elections


def loaded(slug: str, *, runs_elections: bool = False):
    """The queryset of one election with what its pages show."""
    return listed(runs_elections=runs_elections).filter(slug=slug).select_related("returning_officer")


def grouped(elections: Iterable[Election], now: datetime) -> dict[str, list[Stage]]:
    """The elections by what a reader can do there, in the order in which a list shows them."""
    groups: dict[str, list[Stage]] = {
        key: [] for key in ("voting", "nominations", "upcoming", "counting", "finished", "drafts")
    }
    for election in elections:
        stage = stage_of(election, now)
        groups[_group(stage.phase)].append(stage)
    return groups


def _group(at: Phase) -> str:
    named = {Phase.OPEN: "voting", Phase.DRAFT: "drafts"}
    if at in named:
        return named[at]
    if at in NOMINATING:
        return "nominations"
    if at in UPCOMING:
        return "upcoming"
    return "finished" if at in FINISHED else "counting"


def years() -> list[int]:
    """The years in which there are published elections, newest first."""
    return list(Election.objects.published().order_by("-year").values_list("year", flat=True).distinct())


def live_election_of(position, year: int) -> Election | None:
    """An election of that post and year which is neither annulled nor proclaimed."""
    return Election.objects.filter(position=position, year=year, annulled_at=None, proclaimed_at=None).first()


__all__ = [
    "NoStep",
    "Stage",
    "acts_of",
    "grouped",
    "listed",
    "live_election_of",
    "loaded",
    "phase_of",
    "post_key",
    "post_of",
    "rules_of",
    "stage_of",
    "steps_of",
    "years",
]
