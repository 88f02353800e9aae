"""A ceremony that is late makes the opening slip; it is published with its reason."""

from datetime import date, datetime

from elections.enums import CalendarKey
from elections.enums.acts import Act
from elections.models import Election, Postponement
from elections.notifications import scrutiny as notifications
from elections.permissions.scrutiny import can_postpone
from elections.rules.calendar import step
from elections.rules.postponing import new_day_lines, postponed
from elections.rules.statements import plain
from elections.selectors.elections import rules_of, steps_of
from elections.services.calendars import digest_of_calendar, keep_steps
from elections.services.calls import schedule_steps
from elections.services.entries import note
from elections.services.locks import locked_election
from elections.services.observers import tell_observers
from lacralo.core.audit import act
from lacralo.core.deadlines.clock import statute_day
from lacralo.core.people.models import Person
from lacralo.core.verdicts import require


@act
def postpone_vote(
    *, election: Election, opens_on: date, reason: str, by: Person, now: datetime
) -> Postponement:
    """The vote opens on a later UTC day and keeps its length; everybody learns of it and why.

    Raises Refused.
    """
    election = locked_election(election.pk)
    require(can_postpone(by, election, now=now))
    steps, rules = steps_of(election), rules_of(election)
    require(new_day_lines(steps, opens_on, rules, today=statute_day(now), reason=reason))
    moved = postponed(steps, opens_on, rules)

    keep_steps(election, moved)
    postponement = Postponement.objects.create(
        election=election,
        postponed_at=now,
        postponed_by=by,
        reason=plain(reason),
        starts_before=step(steps, CalendarKey.VOTE).starts,
        starts_after=step(moved, CalendarKey.VOTE).starts,
    )
    schedule_steps(election, moved, now=now)

    note(Act.VOTE_POSTPONED, election, by=by, now=now, role="officer", digest=digest_of_calendar(moved))
    tell_observers(election, step="postponed", now=now)
    notifications.vote_postponed(postponement=postponement, now=now)
    return postponement
