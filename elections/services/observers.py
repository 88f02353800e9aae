"""Whoever watches a vote gets its figures by mail at every step, with the head of the chain behind it."""

from datetime import datetime

from elections.enums.acts import Act
from elections.models import Election, Observer
from elections.notifications import scrutiny as notifications
from elections.permissions.scrutiny import can_observe
from elections.rules.days import ONE_DAY, midnight
from elections.selectors.scrutiny import observers_of, scrutineers_of
from elections.selectors.witness import witness_facts
from elections.services.entries import note
from elections.services.locks import locked_election
from lacralo.core.audit import act
from lacralo.core.audit.chain import head
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.services import schedule, take
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require

#: The task that writes to observers; see `elections.tasks.scrutiny`.
WITNESS_TASK = "elections.witness"
#: The step of a day on which nothing else may have happened.
DAILY = "daily"


@act
def begin_observing(*, election: Election, by: Person, now: datetime) -> Observer:
    """A person watches a secret vote from now on.  Raises Refused."""
    election = locked_election(election.pk)
    require(can_observe(by, election))
    observer = Observer.objects.create(election=election, person=by, start=now)
    note(Act.OBSERVER_BEGAN, election, by=by, now=now)
    return observer


@act
def end_observing(*, election: Election, by: Person, now: datetime) -> None:
    """A person no longer watches; ending again changes nothing."""
    observer = election.observers.select_for_update(of=("self",)).filter(person=by, end=None).first()
    if observer is None:
        return
    observer.end = now
    observer.save(update_fields=["end"])
    note(Act.OBSERVER_ENDED, election, by=by, now=now)


def tell_observers(election: Election, *, step: str, now: datetime) -> None:
    """Part of an act: once it is committed, observers and scrutineers get the figures of this step.

    A deadline of its own, because the head of the chain that the mail names stands only after the act.
    """
    schedule(task=WITNESS_TASK, key=f"{step}:{now:%Y%m%dT%H%M%S%f}", subject=election, due_at=now, now=now)


def _tell_again_tomorrow(election: Election, now: datetime) -> None:
    """The head of the chain goes to observers every day: kept by many, it cannot be rewritten unseen."""
    tomorrow = midnight(statute_day(now) + ONE_DAY)
    key = f"{DAILY}:{tomorrow:%Y%m%d}"
    schedule(task=WITNESS_TASK, key=key, subject=election, due_at=tomorrow, now=now)


@act
def write_to_observers(*, pk: int, now: datetime) -> int:
    """Answer the deadline of one step; how many are written to."""
    deadline = take(pk=pk, now=now)
    if deadline is None:
        return 0
    election = Election.objects.select_related("position", "rule_set").get(pk=deadline.subject_id)
    step = deadline.key.partition(":")[0]
    people = {each.person.pk: each.person for each in observers_of(election)}
    if step != DAILY:
        people |= {each.person.pk: each.person for each in scrutineers_of(election)}
    if not (election.proclaimed_at or election.annulled_at):
        _tell_again_tomorrow(election, now)
    notifications.observers_told(
        election=election,
        event=deadline.key,
        step=step,
        facts=witness_facts(election),
        head=head(),
        people=people.values(),
        now=now,
    )
    return len(people)
