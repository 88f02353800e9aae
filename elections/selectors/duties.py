"""What waits for scrutineers and officers in all secret votes at once: a fixed number of queries."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Prefetch, Q

from elections.enums import CalendarKey, Secrecy
from elections.enums.seals import Outcome, Purpose
from elections.models import Election, ElectionKey, Opening, Scrutineer
from elections.selectors.box import set_back_among
from elections.selectors.elections import Stage
from lacralo.core.people.models import Person


class Duty(StrEnum):
    """What a scrutineer has to do next."""

    MAKE_CODE = "make_code"
    CONFIRM_CODE = "confirm_code"
    REHEARSE = "rehearse"
    OPEN = "open"


@dataclass(frozen=True)
class ScrutineersTask:
    """A secret vote in which a scrutineer has something to do now."""

    election: Election
    duty: Duty


def duties_of(person: Person) -> list[ScrutineersTask]:
    """What the person has to do now as scrutineer, in the order of the elections; at most seven queries."""
    keys = ElectionKey.objects.filter(superseded_at=None)
    under_way = Opening.objects.filter(ended_at=None)
    found = (
        Scrutineer.objects.present()
        .filter(person=person, election__annulled_at=None, election__acclaimed_at=None)
        .filter(election__counted_at=None)
        .select_related("election__position")
        .prefetch_related(
            Prefetch("election__keys", keys, to_attr="present_keys"),
            Prefetch("election__present_keys__openings", under_way, to_attr="under_way"),
        )
        .order_by("election")
    )
    # A vote that was set back stands still until an officer has decided.
    still = set_back_among(each.election for each in found)
    tasks = ((each.election, _duty(each)) for each in found if each.election_id not in still)
    return [ScrutineersTask(election, duty) for election, duty in tasks if duty]


def _duty(own: Scrutineer) -> Duty | None:
    election = own.election
    if election.frozen_at is None and not own.public_key:
        return Duty.MAKE_CODE
    if election.frozen_at is None and own.confirmed_at is None:
        return Duty.CONFIRM_CODE
    key = next(iter(election.present_keys), None)
    if key is None or own.number not in key.numbers:
        return None
    if election.frozen_at is None:
        may = key.rehearsed_at is None and not _has_removed(own, key, Purpose.REHEARSAL)
        return Duty.REHEARSE if may else None
    may = election.mixed_at is not None and not _has_removed(own, key, Purpose.COUNT)
    return Duty.OPEN if may else None


def _has_removed(own: Scrutineer, key: ElectionKey, purpose: Purpose) -> bool:
    return any(each.purpose == purpose and own.number in each.numbers for each in key.under_way)


def ceremonies_due(stages: list[Stage], now: datetime) -> set[int]:
    """The elections whose ceremony is not done although the provisional roll is due; one query."""
    due = {stage.election.pk for stage in stages if _is_due(stage, now)}
    done = ElectionKey.objects.filter(election__in=due, superseded_at=None, rehearsed_at__isnull=False)
    return due - set(done.values_list("election", flat=True))


def _is_due(stage: Stage, now: datetime) -> bool:
    election = stage.election
    over = election.frozen_at or election.acclaimed_at or election.annulled_at
    if election.secrecy != Secrecy.SECRET or election.published_at is None or over:
        return False
    return now >= stage.step(CalendarKey.PROVISIONAL_ROLL).starts


def stopped_counts() -> set[int]:
    """The secret votes whose opening was stopped and whose envelopes are not counted; one query."""
    stopped = Q(purpose=Purpose.COUNT, outcome=Outcome.STOPPED, key__election__counted_at=None)
    return set(Opening.objects.filter(stopped).values_list("key__election", flat=True))


def standing_still(stages: list[Stage]) -> set[int]:
    """The secret votes of which ballots are missing until an officer decides; at most four queries."""
    return set_back_among(
        stage.election
        for stage in stages
        if stage.election.secrecy == Secrecy.SECRET
        and stage.election.frozen_at
        and not (stage.election.counted_at or stage.election.annulled_at)
    )
