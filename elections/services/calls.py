"""An election is prepared, its call goes out, and if it must be, it is annulled."""

from dataclasses import dataclass
from datetime import date, datetime

from elections.enums import CalendarKey, PostKey
from elections.enums.acts import Act
from elections.models import Election
from elections.notifications import nominations as notifications
from elections.permissions.elections import can_annul, can_publish, can_run_elections
from elections.rules.calendar import Steps, generate
from elections.rules.disputing import reasons_given
from elections.rules.parameters import ElectionRules
from elections.rules.preparing import may_prepare
from elections.selectors.elections import live_election_of, post_key, steps_of
from elections.selectors.rotation import rotation_table
from elections.selectors.scrutiny import is_secret
from elections.services.calendars import digest_of_calendar, keep_steps
from elections.services.locks import locked_election
from elections.services.mixing import destroy_when_final, sweep_soon
from elections.services.observers import tell_observers
from lacralo.core.audit import act, record
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.deadlines.services import cancel, schedule
from lacralo.core.people.models import Person
from lacralo.core.rulebook.models import RuleSet
from lacralo.core.verdicts import require
from members.models import Position

#: The task that answers when a step begins or ends; see `elections.tasks.nominations`.
STEP_TASK = "elections.step"
#: Which moments of a calendar something hangs on: the end of a step, or its beginning.
ENDING = (
    CalendarKey.NOMINATIONS,
    CalendarKey.NOMINATIONS_2,
    CalendarKey.NOMINATIONS_3,
    CalendarKey.ACCEPTANCE,
    CalendarKey.ELIGIBILITY_CHALLENGE,
)
BEGINNING = (CalendarKey.REVIEW, CalendarKey.PROVISIONAL_ROLL, CalendarKey.VOTE)


@dataclass(frozen=True)
class Call:
    """What an officer decides about an election; the rest follows from the rules and the rotation table."""

    position: Position
    year: int
    call_on: date
    term_start: date
    term_end: date
    excluded_countries: tuple[str, ...] = ()


def turn_of(position: Position, year: int, rules: ElectionRules) -> str:
    """The sub-region whose turn it is; empty for a post that the table does not list, or without rotation.

    Raises UnknownYear: a year that nobody foresaw never means "everybody".
    """
    post = post_key(position.key)
    if post == PostKey.OTHER or not rules.rotation:
        return ""
    return rotation_table().subregion(year, post)


@act
def prepare_election(*, call: Call, by: Person, now: datetime) -> Election:
    """An officer begins an election: sub-region, rule set, kind of vote and calendar are set from the rules.

    Raises Refused, NoRuleSet, ImpossibleParameter, UnknownYear.
    """
    require(can_run_elections(by, on=statute_day(now)))
    rule_set = RuleSet.objects.in_force_on(call.call_on)
    rules = rule_set.parameters_for(ElectionRules)
    position = Position.objects.select_for_update(of=("self",)).get(pk=call.position.pk)
    require(
        may_prepare(
            is_elected=position.is_elected,
            has_live_election=live_election_of(position, call.year) is not None,
            term_start=call.term_start,
            term_end=call.term_end,
            year=call.year,
        )
    )

    election = Election.objects.create(
        slug=_free_slug(position, call.year),
        position=position,
        electorate=position.electorate,
        year=call.year,
        subregion=turn_of(position, call.year, rules),
        rule_set=rule_set,
        excluded_countries=list(call.excluded_countries),
        secrecy=rules.secrecy_of_elections,
        term_start=call.term_start,
        term_end=call.term_end,
        returning_officer=by,
    )
    steps = generate(call.call_on, rules)
    keep_steps(election, steps)

    digest = digest_of_calendar(steps)
    record(Act.ELECTION_PREPARED, subject=election, by=by, at=now, rule_set=rule_set.slug, digest=digest)
    return election


def _free_slug(position: Position, year: int) -> str:
    base = f"{position.key.replace('_', '-')}-{year}"
    taken = set(Election.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base}-{number}", number + 1
    return slug


@act
def publish_call(*, election: Election, by: Person, now: datetime) -> Election:
    """The call goes out: everybody who holds a vote is written to, and the deadlines are set.

    Raises Refused.
    """
    election = locked_election(election.pk)
    require(can_publish(by, election, now=now))
    steps = steps_of(election)

    election.published_at = now
    election.save(update_fields=["published_at"])
    schedule_steps(election, steps, now=now)

    record(
        Act.CALL_PUBLISHED,
        subject=election,
        by=by,
        at=now,
        role="officer",
        rule_set=election.rule_set.slug,
        digest=digest_of_calendar(steps),
    )
    notifications.call_published(election=election, steps=steps, now=now)
    return election


def schedule_steps(election: Election, steps: Steps, *, now: datetime) -> None:
    """Part of an act: the bell rings when a step of this calendar begins or ends that something hangs on."""
    cancel(subject=election, task=STEP_TASK, now=now)
    for each in steps:
        moments = [("ends", each.ends)] if each.key in ENDING else []
        moments += [("begins", each.starts)] if each.key in BEGINNING else []
        for edge, at in moments:
            if at > now:
                # The moment is part of the key: a step that moves rings again, even if it rang before.
                key = f"{each.key}:{edge}:{at:%Y%m%dT%H%M}"
                schedule(task=STEP_TASK, key=key, subject=election, due_at=at, now=now)


@act
def annul_election(*, election: Election, reason: str, by: Person, now: datetime) -> Election:
    """An officer annuls an election before its proclamation, with the reason; nothing of it is lost.

    Raises Refused.
    """
    election = locked_election(election.pk)
    require(can_annul(by, election, on=statute_day(now)))
    require(reasons_given(reason))
    return end_as_annulled(election, reason.strip(), by=by, now=now)


def end_as_annulled(election: Election, reason: str, *, by: Person | None, now: datetime) -> Election:
    """Part of an act: the locked election is annulled, its bells fall silent, and everybody learns why."""
    election.annulled_at, election.annulled_because = now, reason
    election.save(update_fields=["annulled_at", "annulled_because"])
    cancel(subject=election, now=now)
    record(Act.ELECTION_ANNULLED, subject=election, by=by, at=now, rule_set=election.rule_set.slug)
    if is_secret(election) and election.frozen_at:
        tell_observers(election, step="annulled", now=now)
        destroy_when_final(election, now=now)
        # The sweep after the close may have been among the deadlines that were cancelled.
        sweep_soon(election, now)
    notifications.annulled(election=election, now=now)
    return election
