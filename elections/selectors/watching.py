"""The openings of a secret vote as everybody reads them: who removed a layer, and how each ended."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from elections.enums.seals import Outcome, Purpose
from elections.models import Election, Opening
from elections.selectors.scrutiny import openings_of
from elections.selectors.scrutiny_path import Stop, stop_of


@dataclass(frozen=True)
class OpeningTold:
    """An opening: why, since when, who removed their layers in order, and how and when it ended."""

    purpose: Purpose
    started_at: datetime
    ended_at: datetime | None
    outcome: Outcome | None
    names: tuple[str, ...]
    needed: int
    stop: Stop | None

    @property
    def missing(self) -> int:
        """How many more scrutineers are needed."""
        return self.needed - len(self.names)


def openings_told(election: Election) -> list[OpeningTold]:
    """Every opening of the vote, oldest first; two queries."""
    names = {each.number: each.person.name for each in election.scrutineers.select_related("person")}
    return [_told(each, names) for each in openings_of(election)]


def _told(opening: Opening, names: Mapping[int, str]) -> OpeningTold:
    return OpeningTold(
        purpose=Purpose(opening.purpose),
        started_at=opening.started_at,
        ended_at=opening.ended_at,
        outcome=Outcome(opening.outcome) if opening.outcome else None,
        names=tuple(names[number] for number in opening.numbers),
        needed=opening.key.needed,
        stop=stop_of(opening),
    )
