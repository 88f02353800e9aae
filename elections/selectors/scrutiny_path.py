"""Where a scrutineer, and an opening, stand: the steps of the page, and why an opening was stopped."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from elections.enums.seals import Outcome, Purpose, Seal
from elections.models import Election, ElectionKey, Opening, Scrutineer
from elections.selectors.scrutiny import openings_of
from lacralo.core.verdicts import Line, Verdict


class Task(StrEnum):
    """What a scrutineer does and checks, in this order."""

    CODE = "code"
    CONFIRM = "confirm"
    KEY = "key"
    REHEARSAL = "rehearsal"
    CLOSE = "close"
    COUNT = "count"
    RECOUNT = "recount"
    PAPER = "paper"


def tasks_of(own: Scrutineer, election: Election, key: ElectionKey | None) -> Mapping[str, str]:
    """Every task as `done`, `now` or `next`: the first that is not done is now; the paper comes last.

    After an annulment, and where the only candidate was acclaimed, only the paper is left to destroy.
    """
    in_key = key is not None and own.number in key.numbers
    done = {
        Task.CODE: own.code_made_at is not None,
        Task.CONFIRM: own.confirmed_at is not None,
        Task.KEY: in_key,
        Task.REHEARSAL: in_key and key.rehearsed_at is not None,
        Task.CLOSE: election.mixed_at is not None,
        Task.COUNT: election.counted_at is not None,
        Task.RECOUNT: election.proclaimed_at is not None,
        Task.PAPER: False,
    }
    is_over = bool(election.annulled_at or election.acclaimed_at)
    now = Task.PAPER if is_over else next(task for task, is_done in done.items() if not is_done)
    return {
        str(task): "now" if task == now else "done" if is_done else "next" for task, is_done in done.items()
    }


@dataclass(frozen=True)
class Stop:
    """An opening that ended without a result: why, line by line."""

    purpose: Purpose
    at: datetime
    verdict: Verdict


def stop_of(opening: Opening) -> Stop | None:
    """Why this opening was stopped; None where it was not."""
    if opening.outcome != Outcome.STOPPED:
        return None
    lines = (Line(Seal(each["code"]), passed=False, facts=each["facts"]) for each in opening.because)
    return Stop(Purpose(opening.purpose), opening.ended_at, Verdict(tuple(lines)))


def standing_stop(election: Election) -> Stop | None:
    """The last stop that still matters: of the key that holds, and with no opening done since."""
    ended = [each for each in openings_of(election) if each.outcome and each.key.superseded_at is None]
    ended.sort(key=lambda each: (each.ended_at, each.pk))
    return stop_of(ended[-1]) if ended else None
