"""What follows when a deadline of nominations rings or a candidate is lost."""

from datetime import datetime

from elections.enums import CalendarKey, NominationState, RoundStep
from elections.enums.acts import Act
from elections.models import Election, Nomination
from elections.notifications import nominations as notifications
from elections.phrases.names import NOBODY_STOOD
from elections.rules.calendar import step, with_fallback
from elections.rules.rotation import after_deadline
from elections.rules.rounds import begins_at, hopes_at, nominations_end, phase_reached
from elections.selectors.elections import Stage, stage_of, steps_of
from elections.selectors.eligibility import candidate_sheets
from elections.selectors.nominations import hopes
from elections.services.calendars import digest_of_calendar, keep_steps
from elections.services.calls import end_as_annulled, schedule_steps
from elections.services.locks import take_with_election
from elections.services.rolls import publish_provisional_roll
from elections.workflows import NOMINATION
from lacralo.core.audit import act, record
from lacralo.core.people.models import Person

_FALLBACK = {
    RoundStep.PHASE_2: CalendarKey.NOMINATIONS_2,
    RoundStep.PHASE_3: CalendarKey.NOMINATIONS_3,
}


@act
def answer_deadline(*, pk: int, now: datetime) -> Election | None:
    """A step of the calendar began or ended: nominations lapse, a further phase opens, the officer is told.

    None when the deadline was answered before or cancelled.
    """
    taken = take_with_election(pk=pk, now=now)
    if taken is None:
        return None
    deadline, election = taken
    if not _is_before_the_vote(election):
        return election
    key, edge, _moment = deadline.key.split(":")
    if edge == "ends":
        if key == CalendarKey.ACCEPTANCE:
            _lapse(election, now=now)
        return settle_round(election, by=None, now=now)
    if key == CalendarKey.PROVISIONAL_ROLL:
        publish_provisional_roll(election=election, by=None, now=now)
    notifications.step_due(election=election, due=step(steps_of(election), CalendarKey(key)), now=now)
    return election


def _is_before_the_vote(election: Election) -> bool:
    over = (election.annulled_at, election.frozen_at, election.acclaimed_at)
    return election.published_at is not None and over == (None, None, None)


def _lapse(election: Election, *, now: datetime) -> None:
    waiting = Nomination.objects.select_for_update(of=("self",)).filter(
        election=election, state=NominationState.SUBMITTED
    )
    for nomination in waiting.select_related("nominee", "nominated_by", "member", "nominating_member"):
        nomination.election = election
        nomination.state = NOMINATION.move(NominationState(nomination.state), "lapse")
        nomination.save(update_fields=["state"])
        record(Act.NOMINATION_LAPSED, subject=nomination, by=None, at=now, rule_set=election.rule_set.slug)
        notifications.answered(nomination=nomination, now=now)


def settle_round(election: Election, *, by: Person | None, now: datetime) -> Election:
    """Part of an act on the locked election: if nobody valid stands or still can, the next phase opens.

    The rotation table never moves.  After the third phase the post stays vacant and the election is annulled.
    """
    stage = stage_of(Election.objects.select_related("position", "rule_set").get(pk=election.pk), now)
    if not _is_before_the_vote(election) or now < nominations_end(stage.steps):
        return election
    follows = after_deadline(phase_reached(stage.steps), _hopes(stage), stage.rules)
    if follows in _FALLBACK:
        _reopen(election, stage, _FALLBACK[follows], by=by, now=now)
    elif follows == RoundStep.VACANT:
        end_as_annulled(election, NOBODY_STOOD, by=by, now=now)
    return election


def end_acclamation(election: Election) -> None:
    """Part of an act on the locked election: who was acclaimed is lost before the proclamation."""
    if election.proclaimed_at is None:
        election.acclaimed_at = None
        election.save(update_fields=["acclaimed_at"])


def _hopes(stage: Stage) -> int:
    sheets = candidate_sheets(stage.election, now=stage.now)
    waiting = [each for each in sheets if not each.is_valid and _has_open_challenge(each)]
    return hopes_at(
        stage.steps,
        stage.now,
        **hopes(stage.election),
        valid=sum(each.is_valid for each in sheets),
        disputed=len(waiting),
    )


def _has_open_challenge(sheet) -> bool:
    return any(each.answered_at is None for line in sheet.lines for each in line.challenges)


def _reopen(election: Election, stage: Stage, key: CalendarKey, *, by: Person | None, now: datetime) -> None:
    """A further phase of nominations opens, and what follows moves behind it."""
    steps = with_fallback(stage.steps, key, stage.rules, starts=begins_at(stage.steps, now))
    keep_steps(election, steps)
    schedule_steps(election, steps, now=now)
    record(
        Act.NOMINATIONS_REOPENED,
        subject=election,
        by=by,
        at=now,
        rule_set=election.rule_set.slug,
        digest=digest_of_calendar(steps),
    )
    opened = step(steps, key)
    notifications.nominations_reopened(election=election, opened=opened, steps=steps, now=now)
