"""The elections that whoever runs them hands over."""

from dataclasses import dataclass
from datetime import datetime

from elections.enums import CalendarKey
from elections.rules.calendar import MAIN
from elections.selectors.elections import FINISHED, Stage, listed, stage_of


@dataclass(frozen=True)
class Ahead:
    """An election that is not over, and the step that begins next (None: an act is waited for)."""

    stage: Stage
    key: CalendarKey | None
    begins: datetime | None


def elections_under_way(now: datetime) -> list[Ahead]:
    """Every election that is not over, drafts included, the next date first; two queries."""
    stages = [stage_of(each, now) for each in listed(runs_elections=True)]
    found = [_ahead(stage) for stage in stages if stage.phase not in FINISHED]
    return sorted(found, key=lambda each: (each.begins is None, each.begins or now, each.stage.election.pk))


def _ahead(stage: Stage) -> Ahead:
    later = [step for step in stage.steps if step.key in MAIN and step.starts > stage.now]
    first = min(later, key=lambda step: step.starts, default=None)
    return Ahead(stage, first.key if first else None, first.starts if first else None)
